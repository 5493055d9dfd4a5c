package dev.squall.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * How a request is exchanged, where it is not as the run's options say.
 *
 * @param timeout the limit for the whole exchange, its redirects included
 * @param redirects how many redirects are followed; 0 for none
 * @param expectsContinue whether the body waits until the server wants it (RFC 9110 §10.1.1)
 * @param retry how it is sent again when it failed; without, it is not
 */
public record Handling(
    Optional<Duration> timeout,
    Optional<Integer> redirects,
    boolean expectsContinue,
    Optional<Retry> retry) {
  /** As the run's options say. */
  public static final Handling USUAL =
      new Handling(Optional.empty(), Optional.empty(), false, Optional.empty());

  Handling withTimeout(Duration limit) {
    return new Handling(Optional.of(limit), redirects, expectsContinue, retry);
  }

  Handling withRedirects(int most) {
    return new Handling(timeout, Optional.of(most), expectsContinue, retry);
  }

  Handling withContinue() {
    return new Handling(timeout, redirects, true, retry);
  }

  Handling withRetry(Retry again) {
    return new Handling(timeout, redirects, expectsContinue, Optional.of(again));
  }
}
