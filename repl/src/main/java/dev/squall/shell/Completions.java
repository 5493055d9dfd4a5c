package dev.squall.shell;

import dev.squall.scenario.Request;
import dev.squall.shell.command.Arguments;
import dev.squall.shell.command.Candidate;
import dev.squall.shell.command.Commands;
import dev.squall.shell.line.Cells;
import dev.squall.shell.line.Part;
import dev.squall.shell.session.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What may stand where the cursor is. */
final class Completions {
  private static final int MOST = 500;
  private static final String TIMED = "time";
  private static final Pattern HOLE = Pattern.compile("\\$\\{([\\w.]*)$");
  private static final Pattern LAST_WORD = Pattern.compile("\\S*$");
  private static final List<String> METHODS =
      List.of("GET ", "POST ", "PUT ", "PATCH ", "DELETE ", "HEAD ", "OPTIONS ");
  private static final List<String> HEADERS =
      List.of(
          "Accept:",
          "Accept-Encoding:",
          "Accept-Language:",
          "Authorization:",
          "Cache-Control:",
          "Content-Type:",
          "Cookie:",
          "If-Match:",
          "If-None-Match:",
          "Origin:",
          "Referer:",
          "User-Agent:",
          "X-Request-Id:");

  private final Session session;
  private final Commands commands;

  Completions(Session session, Commands commands) {
    this.session = session;
    this.commands = commands;
  }

  Completion at(String text, int cursor) {
    var before = text.substring(0, cursor);
    var hole = HOLE.matcher(before);
    if (hole.find()) {
      return new Completion(beginning(variables(), hole.group(1)), hole.start(1), cursor);
    }
    var parts = Cells.of(before, java -> !isOpen(java));
    if (parts.isEmpty()) {
      return java("", 0, cursor);
    }
    var last = parts.getLast();
    boolean behind = before.indexOf('\n', last.from() + last.text().length()) >= 0;
    if (behind) {
      return java("", cursor, cursor);
    }
    return switch (last) {
      case Part.Line line -> command(before, line.from(), line.name(), line.arguments(), cursor);
      case Part.Whole whole -> {
        if (before.indexOf('\n', whole.from()) < 0) {
          yield command(before, whole.from(), whole.name(), whole.arguments(), cursor);
        }
        yield whole.name().equals(TIMED)
            ? within(before, whole.from() + whole.arguments(), cursor)
            : Completion.none(cursor);
      }
      case Part.Probe probe -> probe(before, probe.from(), cursor);
      case Part.Curl curl -> probe(before, curl.from(), cursor);
      case Part.Question question -> words(before, question.from(), cursor);
      case Part.Java java -> begunCommand(java, cursor);
    };
  }

  private boolean isOpen(String java) {
    return session.java().completeness(java)
        == jdk.jshell.SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE;
  }

  /** A sign alone is no command yet, and a method alone no probe. */
  private Completion begunCommand(Part.Java java, int cursor) {
    var line = java.text().substring(java.text().lastIndexOf('\n') + 1);
    var word = line.stripLeading();
    int from = cursor - word.length();
    if (word.startsWith("%")) {
      return names(
          word.startsWith("%%") ? from + 2 : from + 1, cursor, word.replaceFirst("^%+", ""));
    }
    if (!word.isEmpty() && METHODS.stream().anyMatch(method -> method.startsWith(word))) {
      var methods =
          METHODS.stream()
              .filter(method -> method.startsWith(word))
              .map(method -> new Candidate(method, "", "probe"));
      var others = java(java.text(), java.from(), cursor).candidates().stream();
      return new Completion(Stream.concat(methods, others).toList(), from, cursor);
    }
    return java(java.text(), java.from(), cursor);
  }

  private Completion names(int from, int cursor, String begun) {
    return new Completion(
        commands.all().stream()
            .filter(command -> command.name().startsWith(begun))
            .map(command -> new Candidate(command.name(), command.summary(), "command"))
            .toList(),
        from,
        cursor);
  }

  private Completion command(String before, int from, String name, int arguments, int cursor) {
    var line = before.substring(from);
    if (arguments >= line.length()) {
      int begin = from + line.indexOf('%') + (line.stripLeading().startsWith("%%") ? 2 : 1);
      return names(begin, cursor, name);
    }
    if (name.equals(TIMED)) {
      return within(before, from + arguments, cursor);
    }
    if (METHODS.contains(name.toUpperCase(Locale.ROOT) + " ")) {
      return probe(before, from, cursor);
    }
    var word = LAST_WORD.matcher(line);
    var begun = word.find() ? word.group() : "";
    var said = Arguments.of(line.substring(0, line.length() - begun.length()), arguments, "");
    var found =
        commands
            .find(name)
            .map(command -> command.completer().candidates(session, said, begun))
            .orElse(List.of());
    return new Completion(beginning(found, begun), cursor - begun.length(), cursor);
  }

  /** A line within a line. */
  private Completion within(String before, int from, int cursor) {
    var inner = at(before.substring(from), cursor - from);
    return new Completion(inner.candidates(), from + inner.from(), from + inner.to());
  }

  private Completion probe(String before, int from, int cursor) {
    var line = before.substring(from);
    var word = LAST_WORD.matcher(line);
    var begun = word.find() ? word.group() : "";
    boolean isTarget =
        line.strip().indexOf(' ') < 0
            || line.stripLeading().replaceFirst("^\\S+\\s+", "").equals(begun);
    var all =
        isTarget
            ? targets()
            : HEADERS.stream().map(header -> new Candidate(header, "", "header")).toList();
    return new Completion(beginning(all, begun), cursor - begun.length(), cursor);
  }

  /** Paths that were asked, and those of the draft. */
  private List<Candidate> targets() {
    return Stream.concat(
            session.draft().scenario().steps().stream()
                .filter(Request.class::isInstance)
                .map(step -> ((Request) step).target().text()),
            session.targets().stream())
        .distinct()
        .map(target -> new Candidate(target, "", "path"))
        .toList();
  }

  private List<Candidate> variables() {
    return session.user().variables().keySet().stream()
        .map(name -> new Candidate(name, session.vars().shown(name), "variable"))
        .toList();
  }

  private Completion words(String before, int from, int cursor) {
    var word = before.substring(from).replaceFirst("^\\s*\\?*\\s*", "");
    var documentation = commands.documentation();
    return new Completion(
        documentation.words().stream()
            .filter(known -> known.startsWith(word))
            .map(known -> new Candidate(known, documentation.summary(known).orElse(""), "word"))
            .toList(),
        cursor - word.length(),
        cursor);
  }

  private static List<Candidate> beginning(List<Candidate> all, String begun) {
    return all.stream()
        .filter(candidate -> candidate.text().startsWith(begun))
        .limit(MOST)
        .toList();
  }

  private Completion java(String code, int from, int cursor) {
    var quoted = new InQuotes(session, commands).at(code.substring(0, cursor - from));
    if (quoted.isPresent()) {
      var found = quoted.get();
      return new Completion(found.candidates(), from + found.from(), from + found.to());
    }
    int[] anchor = {0};
    var found =
        session
            .java()
            .analyse(analysis -> analysis.completionSuggestions(code, cursor - from, anchor));
    var candidates = new LinkedHashMap<String, Candidate>();
    found.stream()
        .sorted(Comparator.comparing(Suggestion::matchesType).reversed())
        .limit(MOST)
        .forEach(one ->
            candidates.computeIfAbsent(
                one.continuation(),
                word -> new Candidate(word, summary(code.substring(0, anchor[0]), word), "java")));
    return new Completion(new ArrayList<>(candidates.values()), from + anchor[0], cursor);
  }

  /** A member is ours where the type is that has it, and not because of its name. */
  private String summary(String before, String word) {
    var documentation = commands.documentation();
    var summary = documentation.summary(word.replaceFirst("\\(.*", "")).orElse("");
    if (summary.isEmpty() || !before.endsWith(".")) {
      return summary;
    }
    var code = before + word;
    return session
        .java()
        .analyse(analysis -> analysis.documentation(code, code.length(), false))
        .stream()
        .map(Documentation::signature)
        .flatMap(signature -> documentation.summary(signature).stream())
        .findFirst()
        .orElse("");
  }
}
