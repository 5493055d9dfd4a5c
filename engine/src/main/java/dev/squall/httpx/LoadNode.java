package dev.squall.httpx;

import java.math.BigDecimal;
import java.time.Duration;

/** How much and how long, as it is written. */
sealed interface LoadNode extends ScenarioPart, MixPart {

  /** {@code load 10 vus for 1m}. */
  record Users(int users, Duration time, Span at) implements LoadNode {}

  /** {@code load 100 rps for 1m}. */
  record Rate(BigDecimal perSecond, Duration time, Span at) implements LoadNode {}

  /** {@code load 100 iterations with 10 vus}. */
  record Count(long iterations, int users, boolean shared, Span at) implements LoadNode {}

  /** {@code load { vus = 10, duration = 1m }}, however it was written. */
  record Parts(Block<LoadPart> parts, Span at) implements LoadNode {}
}
