package dev.squall.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a virtual user does next. */
public sealed interface Step permits Request, Step.Pause, Step.Group, Step.Repeat {

  private static String count(List<Step> steps) {
    return steps.size() + (steps.size() == 1 ? " step" : " steps");
  }

  /** Waiting on purpose, evenly drawn from the least to the most. */
  record Pause(Duration least, Duration most) implements Step {
    private static String words(Duration time) {
      return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return least.equals(most)
          ? "pause " + words(least)
          : "pause " + words(least) + " .. " + words(most);
    }
  }

  /** Steps under one name. */
  record Group(String name, List<Step> steps) implements Step {
    public Group {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "group " + name + " (" + count(steps) + ")";
    }
  }

  /** Steps performed several times. */
  record Repeat(int times, List<Step> steps) implements Step {
    public Repeat {
      steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
      return "repeat " + times + " (" + count(steps) + ")";
    }
  }
}
