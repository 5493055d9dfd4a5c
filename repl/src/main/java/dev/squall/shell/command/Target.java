package dev.squall.shell.command;

import dev.squall.Squall;
import dev.squall.goal.Goal;
import dev.squall.httpx.Httpx;
import dev.squall.httpx.Script;
import dev.squall.load.Load;
import dev.squall.plan.Option;
import dev.squall.problem.Nearest;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import dev.squall.shell.session.Session;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is loaded.
 *
 * @param workload what its users do
 * @param load how much of it, where it says so itself
 * @param goals what would be good enough
 * @param options what it says of the run
 * @param script the file that it stands in
 * @param words how many words named it
 */
record Target(
    Workload workload,
    Optional<Load> load,
    List<Goal> goals,
    List<Option> options,
    Optional<Script> script,
    int words) {
  static final String HINT = "draft, last, a variable that holds a scenario, or a .httpx file";

  private static Target of(Workload workload, int words) {
    return new Target(workload, Optional.empty(), List.of(), List.of(), Optional.empty(), words);
  }

  /** What the first words name; without any the draft, or the last probe where it has no step. */
  static Target of(Session session, Arguments arguments) {
    if (HttpxCell.is(arguments)) {
      var text = HttpxCell.text(arguments);
      return entry(arguments, Httpx.script("cell.httpx", text, Map.of()), "the cell", 0);
    }
    var word = arguments.word(0).filter(first -> !LoadLine.begins(first)).orElse("");
    if (word.isEmpty()) {
      return of(
          session.draft().scenario().steps().isEmpty() ? last(session) : session.scenario(), 0);
    }
    if (word.endsWith(".httpx")) {
      return file(session, arguments, word);
    }
    var variable = session.java().variable(word).map(one -> one.value());
    if (variable.isPresent()) {
      return value(arguments, word, variable.get());
    }
    return switch (word) {
      case "draft" -> of(draft(session, arguments), 1);
      case "last" -> of(last(session), 1);
      default ->
          throw arguments.wrong(
              0,
              "there is nothing to run that is called " + word,
              Nearest.to(word, names(session))
                  .map(near -> "did you mean " + near + "?")
                  .orElse(HINT));
    };
  }

  /** What a word could name, files apart. */
  static List<String> names(Session session) {
    return Stream.concat(
            Stream.of("draft", "last"),
            session.java().variables().stream()
                .filter(variable -> variable.value() instanceof Workload)
                .map(variable -> variable.name()))
        .toList();
  }

  private static Scenario draft(Session session, Arguments arguments) {
    if (session.draft().scenario().steps().isEmpty()) {
      throw arguments.wrong(0, "the draft has no step yet", "send a probe, then %keep");
    }
    return session.scenario();
  }

  private static Scenario last(Session session) {
    var request = session.lastProbe().request();
    return new Scenario(request.name(), List.of(request), Optional.empty());
  }

  private static Target value(Arguments arguments, String name, Object value) {
    return switch (value) {
      case Workload workload -> of(workload, 1);
      case Request request ->
          of(new Scenario(request.name(), List.of(request), Optional.empty()), 1);
      case Script.Entry entry -> of(entry, Optional.empty(), 1);
      case Script script -> entry(arguments, script, name, 1);
      default -> throw arguments.wrong(0, name + " holds nothing that can be run", HINT);
    };
  }

  private static Target of(Script.Entry entry, Optional<Script> script, int words) {
    return new Target(
        entry.workload(),
        entry.load(),
        entry.goals(),
        List.of(Squall.settings(entry)),
        script,
        words);
  }

  private static Target file(Session session, Arguments arguments, String name) {
    try {
      var text = Files.readString(session.places().file(name));
      return entry(arguments, Httpx.script(name, text, Map.of()), name, 1);
    } catch (NoSuchFileException _) {
      throw arguments.wrong(0, "there is no file " + name, HINT);
    } catch (CharacterCodingException _) {
      throw arguments.wrong(0, name + " is no text in UTF-8", "");
    } catch (IOException e) {
      throw arguments.wrong(0, name + " cannot be read: " + e.getMessage(), "");
    }
  }

  /** The one of a script that the next word names, or the one that runs where none is named. */
  private static Target entry(Arguments arguments, Script script, String of, int index) {
    var name = arguments.word(index).filter(word -> !LoadLine.begins(word) && !word.equals("&"));
    if (name.isEmpty()) {
      var first =
          script
              .first()
              .orElseThrow(() -> arguments.wrong(0, "there is nothing to run in " + of, ""));
      return of(first, Optional.of(script), index);
    }
    var names = script.entries().stream().map(Script.Entry::name).toList();
    var entry =
        script
            .entry(name.get())
            .orElseThrow(() ->
                arguments.wrong(
                    index,
                    "no scenario of " + of + " is called " + name.get(),
                    Nearest.to(name.get(), names)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("there is " + String.join(", ", names))));
    return of(entry, Optional.of(script), index + 1);
  }

  /** What it says of the run, and what counts before that. */
  Option[] options(List<Option> stronger) {
    return Stream.concat(options.stream(), stronger.stream()).toArray(Option[]::new);
  }
}
