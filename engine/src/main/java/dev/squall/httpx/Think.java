package dev.squall.httpx;

import dev.squall.scenario.ThinkTime;

/** {@code think 1s .. 3s}, behind a request or as a step. */
record Think(ThinkTime time, Span at) implements RequestPart, StepNode {}
