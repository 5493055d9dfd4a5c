package dev.squall.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * How a request is exchanged, where it is not as the run's options say.
 *
 * @param timeout the limit for the whole exchange, its redirects included
 * @param redirects how many redirects are followed; 0 for none
 * @param expectsContinue whether the body waits until the server wants it (RFC 9110 §10.1.1)
 */
public record Handling(
    Optional<Duration> timeout, Optional<Integer> redirects, boolean expectsContinue) {
  /** As the run's options say. */
  public static final Handling USUAL = new Handling(Optional.empty(), Optional.empty(), false);

  Handling withTimeout(Duration limit) {
    return new Handling(Optional.of(limit), redirects, expectsContinue);
  }

  Handling withRedirects(int most) {
    return new Handling(timeout, Optional.of(most), expectsContinue);
  }

  Handling withContinue() {
    return new Handling(timeout, redirects, true);
  }
}
