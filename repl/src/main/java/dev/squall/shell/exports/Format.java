package dev.squall.shell.exports;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a scenario can be written as. */
public enum Format {
  /** A command for each request, for a shell. */
  CURL(".sh"),
  /** Squall's own file. */
  HTTPX(".httpx"),
  /** Java that runs it, with Squall's words. */
  JAVA(".java"),
  /** The same words for JShell. */
  JSH(".jsh"),
  /** A JavaScript module for k6. */
  K6(".js"),
  /** A Java simulation for Gatling. */
  GATLING(".java"),
  /** A file for hurl: one user, once. */
  HURL(".hurl");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  /** How the name of such a file ends, with its dot. */
  public String ending() {
    return ending;
  }

  /** As it is written in a command: {@code k6}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this word, in any case. */
  public static Optional<Format> named(String word) {
    return Stream.of(values()).filter(format -> format.word().equalsIgnoreCase(word)).findFirst();
  }
}
