package dev.squall.httpx;

/** Steps performed once before the load. */
record Setup(Block<StepNode> steps, Span at) implements Item, ScenarioPart, MixPart {}
