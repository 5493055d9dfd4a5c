package dev.squall.scenario;

import java.time.Duration;
import java.util.Locale;

/** How long somebody pauses; each pause is a draw of its own, never below zero. */
public sealed interface ThinkTime {

  /** Always as long. */
  record Fixed(Duration time) implements ThinkTime {
    @Override
    public String toString() {
      return words(time);
    }
  }

  /** Evenly from the least to the most, both included. */
  record Uniform(Duration least, Duration most) implements ThinkTime {
    @Override
    public String toString() {
      return words(least) + " .. " + words(most);
    }
  }

  /** Normally distributed; what would be negative is zero. */
  record Normal(Duration mean, Duration deviation) implements ThinkTime {
    @Override
    public String toString() {
      return "normal(" + words(mean) + ", " + words(deviation) + ")";
    }
  }

  /** Exponentially distributed: as if nobody remembered how long they have been waiting. */
  record Exponential(Duration mean) implements ThinkTime {
    @Override
    public String toString() {
      return "exponential(" + words(mean) + ")";
    }
  }

  private static String words(Duration time) {
    return time.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
