package dev.squall.httpx;

/** What a mix consists of. */
sealed interface MixPart permits MixPart.Share, LoadNode, Setting, Var, Setup, Teardown, Expect {
  Span at();

  /** A scenario and how many of the iterations perform it. */
  record Share(Weight weight, String scenario, Span at) implements MixPart {}
}
