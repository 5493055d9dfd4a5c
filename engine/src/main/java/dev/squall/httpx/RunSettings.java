package dev.squall.httpx;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a file says of a run and not of what is sent; a run's own options win.
 *
 * @param cookies how long a user keeps its cookies
 * @param connections whether connections are kept
 * @param seed of every draw
 * @param grace how long what is under way may take after the load's end
 * @param curl what its curl commands say of connections
 */
public record RunSettings(
    Optional<Cookies> cookies,
    Optional<Connections> connections,
    OptionalLong seed,
    Optional<Duration> grace,
    CurlSettings curl) {

  /** How long a user keeps its cookies. */
  public enum Cookies {
    /** For one iteration. */
    FRESH,
    /** As long as there is the user. */
    USER,
    /** Everybody's are the same. */
    SHARED
  }

  /** Whether connections are kept. */
  public enum Connections {
    /** From one request to the next. */
    KEPT,
    /** A new one each time. */
    FRESH
  }

  /** Nothing said. */
  public static final RunSettings NONE =
      new RunSettings(
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          CurlSettings.NONE);
}
