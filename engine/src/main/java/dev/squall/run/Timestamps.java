package dev.squall.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** The clock on the wall, as values of variables. */
final class Timestamps {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final AtomicLong last = new AtomicLong();

  /** Unix milliseconds, strictly increasing within a run so that no two evaluations are equal. */
  long next() {
    long now = System.currentTimeMillis();
    return last.updateAndGet(previous -> Math.max(previous + 1, now));
  }

  /** The time of day as RFC 3339 has it, in UTC with milliseconds. */
  String time() {
    return RFC_3339.format(Instant.now());
  }
}
