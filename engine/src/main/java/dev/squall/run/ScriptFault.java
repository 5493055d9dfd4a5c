package dev.squall.run;

/**
 * Why a request could not be rendered; nothing of it was sent.
 *
 * @param kind {@code unknown_variable} or {@code unsafe_value}
 * @param message with the variable's name
 */
record ScriptFault(String kind, String message) {}
