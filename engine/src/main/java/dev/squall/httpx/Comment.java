package dev.squall.httpx;

/**
 * A comment.
 *
 * @param text what follows its {@code #}, as it is written
 */
record Comment(String text, Span at) {}
