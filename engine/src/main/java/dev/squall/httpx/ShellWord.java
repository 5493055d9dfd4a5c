package dev.squall.httpx;

/**
 * A word of a command line.
 *
 * @param text as a template: a dollar sign that was kept from the shell is kept from us, too
 * @param at where it stands, quotes included
 */
record ShellWord(String text, Span at) {}
