package dev.squall.shell.eval;

/**
 * A variable that lost its value.
 *
 * @param variable its name
 * @param why what has changed
 */
public record Reset(String variable, String why) {}
