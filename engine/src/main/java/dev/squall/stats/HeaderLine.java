package dev.squall.stats;

/**
 * A header as it came or went.
 *
 * @param name as written
 * @param value without white space around it
 */
public record HeaderLine(String name, String value) {}
