package dev.squall.httpx;

/** {@code request login { curl … }}, however it was written. */
record RequestBlock(String name, Block<RequestPart> parts, Span at) implements Item {}
