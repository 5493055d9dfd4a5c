package dev.squall.shell;

import dev.squall.shell.command.Candidate;
import dev.squall.shell.reply.JsonOutline;
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

  InQuotes(Session session) {
    this.session = session;
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
        candidates(open.group("word")).stream()
            .filter(one -> one.text().startsWith(begun) && one.text().indexOf('"') < 0)
            .toList();
    return Optional.of(new Completion(found, open.start("begun"), before.length()));
  }

  private List<Candidate> candidates(String word) {
    return switch (word) {
      case "json", "jsonPath" -> paths();
      case "header" -> headers();
      case "set", "unset", "reveal" -> variables();
      case "get", "post", "put", "patch", "delete", "head", "options" -> targetsOr(word);
      case "cookie" ->
          session.user().cookies().stream()
              .map(one -> new Candidate(one.name(), one.domain(), "cookie"))
              .toList();
      case "step" ->
          session.draft().names().stream().map(name -> new Candidate(name, "", "step")).toList();
      default -> List.of();
    };
  }

  /** {@code vars().get("…")} names a variable, {@code get("/…")} a path. */
  private List<Candidate> targetsOr(String word) {
    var targets =
        session.targets().stream().map(target -> new Candidate(target, "", "path")).toList();
    return word.equals("get")
        ? Stream.concat(variables().stream(), targets.stream()).toList()
        : targets;
  }

  private List<Candidate> variables() {
    return session.user().variables().keySet().stream()
        .map(name -> new Candidate(name, session.vars().shown(name), "variable"))
        .toList();
  }

  private List<Candidate> paths() {
    return session.last().stream()
        .flatMap(tried -> JsonOutline.of(tried.response().body()).entries().stream())
        .map(entry -> new Candidate(entry.path(), entry.sample(), "path"))
        .toList();
  }

  private List<Candidate> headers() {
    return session.last().stream()
        .flatMap(tried -> tried.response().headers().stream())
        .map(header -> new Candidate(header.name(), "", "header"))
        .toList();
  }
}
