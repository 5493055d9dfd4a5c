package dev.squall.shell;

import dev.squall.shell.command.Arguments;
import dev.squall.shell.command.Candidate;
import dev.squall.shell.command.Commands;
import dev.squall.shell.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may stand in a string of Java that a word of Squall is given, where Java knows nothing. */
final class InQuotes {
  private static final Pattern OPEN =
      Pattern.compile(
          "\\b(?<word>\\w+)\\((?:(?:[^()\"]|\"[^\"]*\")*,\\s*)?\"(?<begun>[^\"\\\\\\n]*)$");

  private final Session session;
  private final Commands commands;

  InQuotes(Session session, Commands commands) {
    this.session = session;
    this.commands = commands;
  }

  /**
   * Candidates for a string that is open at a place.
   *
   * @param before what stands before it
   * @return nothing where no string is open
   */
  Optional<Completion> at(String before) {
    var open = OPEN.matcher(before);
    if (!open.find()) {
      return Optional.empty();
    }
    var begun = open.group("begun");
    var found =
        candidates(open.group("word"), begun).stream()
            .filter(one -> one.text().startsWith(begun) && one.text().indexOf('"') < 0)
            .toList();
    return Optional.of(new Completion(found, open.start("begun"), before.length()));
  }

  /** As the command that takes the same. */
  private List<Candidate> candidates(String word, String begun) {
    return switch (word) {
      case "json", "jsonPath" -> of("json", begun);
      case "header" -> of("headers", begun);
      case "set", "unset" -> of("set", begun);
      case "reveal" -> of("reveal", begun);
      case "step" -> of("drop", begun);
      // vars().get("…") names a variable, get("/…") a path
      case "get" -> Stream.concat(of("set", begun).stream(), targets()).toList();
      case "post", "put", "patch", "delete", "head", "options" -> targets().toList();
      default -> List.of();
    };
  }

  private List<Candidate> of(String command, String begun) {
    return commands
        .find(command)
        .map(one -> one.completer().candidates(session, Arguments.of("", 0, ""), begun))
        .orElse(List.of());
  }

  private Stream<Candidate> targets() {
    return session.targets().stream().map(target -> new Candidate(target, "", "path"));
  }
}
