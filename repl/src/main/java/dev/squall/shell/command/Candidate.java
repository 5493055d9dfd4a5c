package dev.squall.shell.command;

/**
 * What may stand at a place.
 *
 * @param text what is put there
 * @param description what it is, in a line; may be empty
 * @param kind what sort of thing it is: {@code step}, {@code variable}, {@code file}
 */
public record Candidate(String text, String description, String kind) {}
