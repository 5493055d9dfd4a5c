package dev.squall.httpx;

/** Where something stands in a text, from this offset up to that one. */
record Span(int from, int to) {}
