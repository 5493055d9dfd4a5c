package dev.squall.httpx;

/** What a scenario consists of. */
sealed interface ScenarioPart
    permits LoadNode, Setting, HeaderOfAll, Var, Setup, Teardown, StepNode, Expect {
  Span at();
}
