package dev.squall.httpx;

import java.math.BigDecimal;

/**
 * How often one of several is taken: {@code 30%}, or {@code 3} where another one has {@code 7}.
 *
 * @param percent whether it is written in percent
 */
record Weight(BigDecimal number, boolean percent) {
  Weight {
    number = Figures.canonical(number);
  }
}
