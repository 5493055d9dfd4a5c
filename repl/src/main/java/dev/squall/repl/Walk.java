package dev.squall.repl;

import dev.squall.shell.command.Tour;
import java.util.Optional;

/** The tour on foot: each line stands there to be entered, changed, or left for another. */
final class Walk {
  private static final int NOWHERE = -1;

  private int at = NOWHERE;

  /** Whether somebody is on it. */
  boolean isUnderWay() {
    return at != NOWHERE;
  }

  /** From its beginning. */
  void begin() {
    at = 0;
  }

  /** No more of it. */
  void end() {
    at = NOWHERE;
  }

  /** What the next line is about. */
  Optional<String> about() {
    return stop().map(stop -> "%d/%d  %s".formatted(at + 1, Tour.STOPS.size(), stop.about()));
  }

  /** The next line. */
  Optional<String> line() {
    return stop().map(Tour::line);
  }

  private Optional<Tour> stop() {
    return isUnderWay() ? Optional.of(Tour.STOPS.get(at)) : Optional.empty();
  }

  /** Something went through; whether that was the next line. */
  boolean passed(String line) {
    if (stop().filter(stop -> stop.line().equals(line.strip())).isEmpty()) {
      return false;
    }
    at = at + 1 < Tour.STOPS.size() ? at + 1 : NOWHERE;
    return true;
  }
}
