package dev.squall.shell.reply;

import java.util.ArrayList;
import java.util.List;

/** What is found while two answers are compared. */
final class Differences {
  private final boolean strict;
  final Masks masks;
  final List<Difference> found = new ArrayList<>();
  final List<Difference> ignored = new ArrayList<>();

  Differences(boolean strict, Masks masks) {
    this.strict = strict;
    this.masks = masks;
  }

  boolean isStrict() {
    return strict;
  }

  void add(Difference difference) {
    found.add(difference);
  }

  /** What is expected to differ, unless nothing is. */
  void addVolatile(Difference difference) {
    (strict ? found : ignored).add(difference);
  }
}
