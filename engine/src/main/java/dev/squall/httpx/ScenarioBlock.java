package dev.squall.httpx;

/** {@code scenario shopping { load … run … }}. */
record ScenarioBlock(String name, Block<ScenarioPart> parts, Span at) implements Item {}
