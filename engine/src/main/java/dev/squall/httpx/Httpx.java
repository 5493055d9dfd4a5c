package dev.squall.httpx;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code .httpx} language: text to document and back. */
public final class Httpx {
  private Httpx() {}

  /**
   * Reads a text. A byte order mark is no part of it; spans count from behind it.
   *
   * @param source what the text is, for positions: a file's name
   */
  public static Parsed parse(String source, String text) {
    var read = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var problems = new Problems(source, read);
    var document = FileParser.parse(new Tokens(read, problems));
    new Consistency(problems).check(document);
    var all = problems.all();
    return all.isEmpty() ? new Parsed.Good(document) : new Parsed.Bad(all, document);
  }

  /**
   * What a text says can be run.
   *
   * @param source what the text is, for positions: a file's name
   * @param variables values that count instead of those that the text gives
   * @throws ProblemException with all that is wrong with it
   */
  public static Script script(String source, String text, Map<String, String> variables) {
    return script(source, text, new Overrides(variables, Map.of()));
  }

  /**
   * What a text says can be run.
   *
   * @param source what the text is, for positions: a file's name
   * @param instead what counts instead of what the text says
   * @throws ProblemException with all that is wrong with it
   */
  public static Script script(String source, String text, Overrides instead) {
    var read = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return switch (parse(source, read)) {
      case Parsed.Bad(var wrong, _) -> throw new ProblemException(wrong);
      case Parsed.Good(var document) -> {
        var problems = new Problems(source, read);
        var script = new Meaning(document, read, instead, problems).script();
        if (!problems.all().isEmpty()) {
          throw new ProblemException(problems.all());
        }
        yield script;
      }
    };
  }

  /**
   * Goals as they stand between the braces of {@code expect}: {@code p95 < 300ms, errors < 1%}.
   *
   * @param source what the text is, for positions
   * @throws ProblemException with all that is wrong with it
   */
  public static List<Goal> goals(String source, String text) {
    var problems = new Problems(source, text);
    var goals = GoalParser.goals(new Tokens(text, problems));
    if (goals.isEmpty() && problems.all().isEmpty()) {
      problems.add(0, "there is no goal in it", "p95 < 300ms, errors < 1%");
    }
    if (!problems.all().isEmpty()) {
      throw new ProblemException(problems.all());
    }
    return goals;
  }

  /**
   * How much and how long.
   *
   * @param load the load
   * @param grace how long what is under way may take after its end, where it is said
   */
  public record HowMuch(Load load, Optional<Duration> grace) {}

  /**
   * A load as it stands behind the word {@code load}: {@code 10 vus for 1m}, {@code vus=10,
   * duration=1m, ramp_up=10s}, or a block in braces.
   *
   * @param source what the text is, for positions
   * @throws ProblemException with all that is wrong with it
   */
  public static HowMuch load(String source, String text) {
    var problems = new Problems(source, text);
    var node = LoadParser.whole(new Tokens(text, problems));
    node.ifPresent(load -> new Consistency(problems).load(load, false));
    if (problems.all().isEmpty()) {
      var said = new LoadMeaning(problems).of(node.orElseThrow());
      if (problems.all().isEmpty()) {
        return new HowMuch(said.load().orElseThrow(), said.grace());
      }
    }
    throw new ProblemException(problems.all());
  }

  /**
   * What can be run as a text, from which {@link #script} reads the same: workloads, loads, goals
   * and settings.
   *
   * <p>Where no run tells the difference, it may be another value that means the same: a request
   * that was given the name it has anyway is read without one, a condition that joins only one as
   * that one, a ramp to where it begins as that level, and a value of data as its text.
   *
   * @param entries scenarios and mixes; those that a mix has need not be among them
   * @throws ProblemException with all of it that has no words: Java in a step, bytes, rows in
   *     memory
   */
  public static String print(List<Script.Entry> entries) {
    return print(Wording.of(entries));
  }

  /** The canonical text of a document, which reads as the same document. */
  public static String print(Document document) {
    return new Printer().print(document);
  }
}
