package dev.squall.shell.maven;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing in a repository, in Maven's order: {@code group:artifact[:type[:classifier]]:version}.
 *
 * @param type such as {@code jar}, {@code test-jar}, {@code pom}
 * @param classifier may be empty
 * @param version also a range, {@code RELEASE} and {@code LATEST}
 */
record Coordinates(String group, String artifact, String type, String classifier, String version) {
  private static final String SHAPE =
      "group:artifact:version, or group:artifact:type:classifier:version";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

  private static final Pattern VERSION = Pattern.compile("[\\w.+\\-\\[\\](), ]+");

  /**
   * Reads them.
   *
   * @throws ProblemException where they have another shape
   */
  static Coordinates of(String text) {
    var parts = List.of(text.split(":", -1));
    for (int i = 0; i < parts.size(); i++) {
      var allowed = i > 1 && i == parts.size() - 1 ? VERSION : NAME;
      if (!allowed.matcher(parts.get(i)).matches()) {
        throw wrong(text, offsetOf(i, parts), "not coordinates of Maven", SHAPE);
      }
    }
    return switch (parts.size()) {
      case 2 ->
          throw wrong(
              text,
              text.length(),
              "which version?",
              "the newest released one: " + text + ":RELEASE");
      case 3 -> new Coordinates(parts.get(0), parts.get(1), "jar", "", parts.get(2));
      case 4 -> new Coordinates(parts.get(0), parts.get(1), type(text, parts), "", parts.get(3));
      case 5 ->
          new Coordinates(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
      default -> throw wrong(text, 0, "not coordinates of Maven", SHAPE);
    };
  }

  /** Gradle's order is told apart by where the digits are: it would be looked for in vain. */
  private static String type(String text, List<String> parts) {
    var type = parts.get(2);
    if (Character.isDigit(type.charAt(0)) && !Character.isDigit(parts.get(3).charAt(0))) {
      throw wrong(
          text,
          offsetOf(2, parts),
          "the version comes last",
          String.join(":", parts.get(0), parts.get(1), "jar", parts.get(3), type));
    }
    return type;
  }

  private static int offsetOf(int part, List<String> parts) {
    return parts.stream().limit(part).mapToInt(before -> before.length() + 1).sum();
  }

  private static ProblemException wrong(String text, int offset, String what, String hint) {
    return new ProblemException(
        List.of(new Problem(Position.at("%maven", visible(text), offset), what, hint)));
  }

  /** On one line and without what a terminal would obey. */
  static String visible(String text) {
    return text.replaceAll("\\p{Cntrl}", "�");
  }

  String name() {
    return group + ":" + artifact;
  }

  @Override
  public String toString() {
    var kind = classifier.isEmpty() ? type : type + ":" + classifier;
    return name() + (kind.equals("jar") ? "" : ":" + kind) + ":" + version;
  }
}
