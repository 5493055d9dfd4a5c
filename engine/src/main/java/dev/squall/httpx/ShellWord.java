package dev.squall.httpx;

/** A word as a shell would see it. */
record ShellWord(String text, Span at) {}
