package dev.squall.run;

import java.util.regex.Pattern;

/** Values that no log shows, known by the names that they go under. */
final class Secrets {
  private static final String NAMES =
      "[\\w.-]*(?:passw|token|secret|authoriz|session|sid\\b|api[-_]?key|card|cookie|credential)[\\w.-]*";
  private static final Pattern NAME = Pattern.compile("(?i)" + NAMES);
  private static final Pattern IN_QUERY = Pattern.compile("(?i)([?&]" + NAMES + "=)[^&\\s]*");
  private static final String HIDDEN = "…";

  private Secrets() {}

  /** A value as a person may see it. */
  static String shown(String name, String value) {
    return NAME.matcher(name).find() ? HIDDEN : Evaluation.cut(value);
  }

  /** Path and query of a request as a person may see them. */
  static String target(String target) {
    return IN_QUERY.matcher(target).replaceAll("$1" + HIDDEN);
  }
}
