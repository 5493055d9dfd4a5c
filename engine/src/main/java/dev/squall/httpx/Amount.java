package dev.squall.httpx;

import dev.squall.scenario.ThinkTime;
import java.math.BigDecimal;
import java.time.Duration;

/** What a setting is set to. */
sealed interface Amount {
  /** A whole number. */
  record Whole(long number) implements Amount {}

  /** A number; of a share from 0 to 1. */
  record Real(BigDecimal number) implements Amount {
    public Real {
      number = Figures.canonical(number);
    }
  }

  /** A time. */
  record Time(Duration time) implements Amount {}

  /** A pause. */
  record Pause(ThinkTime time) implements Amount {}

  /** A text, of any characters. */
  record Text(String text) implements Amount {}

  /** One of several words, or a name. */
  record Word(String word) implements Amount {}
}
