package dev.squall.httpx;

import dev.squall.goal.Goal;

/** {@code p95 of checkout < 300ms}. */
record GoalNode(Goal goal, Span at) {}
