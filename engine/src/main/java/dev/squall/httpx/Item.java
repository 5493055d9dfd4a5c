package dev.squall.httpx;

/** What stands at the top of a file. */
sealed interface Item permits Var, Data, RequestBlock, ScenarioBlock, MixBlock, Setup, Teardown {
  Span at();
}
