package dev.squall.run;

/**
 * One arrival of an open load.
 *
 * @param index its number
 * @param intendedNanos when it is intended, since T0
 */
record Arrival(long index, long intendedNanos) {}
