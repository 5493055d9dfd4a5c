package dev.squall.httpx;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Capture;
import dev.squall.scenario.Check;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

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
    return all(source, text, "goal", "p95 < 300ms, errors < 1%", (in, _) -> GoalParser.goals(in));
  }

  /**
   * What is kept of an answer, as it stands behind {@code extract}: {@code id = $.id, at =
   * header:Location}.
   *
   * @param source what the text is, for positions
   * @throws ProblemException with all that is wrong with it
   */
  public static List<Capture> captures(String source, String text) {
    return all(source, text, "variable", "id = $.id", (in, _) -> ExtractParser.captures(in));
  }

  /**
   * What is expected of an answer, as it stands behind {@code assert}: {@code status == 200, $.id
   * exists}.
   *
   * @param source what the text is, for positions
   * @throws ProblemException with all that is wrong with it
   */
  public static List<Check> checks(String source, String text) {
    return all(
        source,
        text,
        "check",
        "status == 200, $.id exists",
        (in, problems) -> AssertParser.checks(in, new CheckMeaning(problems)));
  }

  /** What is kept of an answer, as {@link #captures} reads it: {@code id = $.id}. */
  public static String print(Capture capture) {
    return Texts.of(
        new Extract(capture.variable(), CheckWording.rule(capture.extractor()), Reread.NOWHERE));
  }

  /** What is expected of an answer, as {@link #checks} reads it: {@code status == 200}. */
  public static String print(Check check) {
    return Texts.of(CheckWording.assertion(check));
  }

  private static <T> List<T> all(
      String source,
      String text,
      String what,
      String hint,
      BiFunction<Tokens, Problems, List<T>> parser) {
    var problems = new Problems(source, text);
    var all = parser.apply(new Tokens(text, problems), problems);
    if (all.isEmpty() && problems.all().isEmpty()) {
      problems.add(0, "there is no " + what + " in it", hint);
    }
    if (!problems.all().isEmpty()) {
      throw new ProblemException(problems.all());
    }
    return all;
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
