package dev.squall.shell.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What coordinates came to.
 *
 * @param jars files for the class path: what was asked for first, then what it needs to run
 * @param leftOut what the session has already
 * @param notes what a person should know besides, a sentence each
 */
public record Resolved(List<Path> jars, List<LeftOut> leftOut, List<String> notes) {
  /** Copies. */
  public Resolved {
    jars = List.copyOf(jars);
    leftOut = List.copyOf(leftOut);
    notes = List.copyOf(notes);
  }

  /** Such as {@code 3 jars}; what was left out and the notes follow, a line each. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    text.append(
        switch (jars.size()) {
          case 0 -> leftOut.isEmpty() ? "no jars" : "nothing new";
          case 1 -> "1 jar";
          default -> jars.size() + " jars";
        });
    if (!leftOut.isEmpty()) {
      text.append(
          leftOut.stream()
              .map(LeftOut::toString)
              .collect(Collectors.joining(", ", "\nalready here: ", "")));
    }
    notes.forEach(note -> text.append('\n').append(note));
    return text.toString();
  }
}
