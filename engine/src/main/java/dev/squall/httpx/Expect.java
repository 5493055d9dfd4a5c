package dev.squall.httpx;

/** What would be good enough. */
record Expect(Block<GoalNode> goals, Span at) implements ScenarioPart, MixPart {}
