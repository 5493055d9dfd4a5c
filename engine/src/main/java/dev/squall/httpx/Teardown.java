package dev.squall.httpx;

/** Steps performed once after the load. */
record Teardown(Block<StepNode> steps, Span at) implements Item, ScenarioPart, MixPart {}
