package dev.squall.httpx;

import java.math.BigDecimal;

/** What a mix consists of. */
sealed interface MixPart permits MixPart.Share, LoadNode, Setting, Setup, Teardown, Expect {
  Span at();

  /** A scenario and how many percent of the iterations perform it. */
  record Share(BigDecimal percent, String scenario, Span at) implements MixPart {}
}
