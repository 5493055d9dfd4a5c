package dev.squall.httpx;

/** {@code mix day { load … 80% browsing, 20% buying }}. */
record MixBlock(String name, Block<MixPart> parts, Span at) implements Item {}
