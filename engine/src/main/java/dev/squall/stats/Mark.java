package dev.squall.stats;

/**
 * Something that was done to a run while it was under way.
 *
 * @param seconds when, since T0
 * @param text what, in words
 */
public record Mark(double seconds, String text) {}
