package dev.squall.httpx;

/** {@code duration = 30s}; which keys may stand where is said in {@link Key}. */
record Setting(Key key, Amount amount, Span at)
    implements RequestPart, ScenarioPart, MixPart, LoadPart {}
