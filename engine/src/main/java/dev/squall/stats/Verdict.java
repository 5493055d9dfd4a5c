package dev.squall.stats;

import java.util.Locale;

/** Whether a result can be believed. */
public enum Verdict {
  TRUSTED,
  SUSPECT,
  INVALID;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in reports and files: {@code trusted} and so on. */
  public String label() {
    return label;
  }
}
