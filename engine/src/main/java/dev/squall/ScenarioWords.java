package dev.squall;

import dev.squall.httpx.CurlPrinter;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.ThinkTime;
import dev.squall.scenario.UserCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The words of {@link Squall} for what a user does and where to look in an answer. */
public class ScenarioWords {
  ScenarioWords() {}

  // What a user does.

  /** Steps that a virtual user performs once per iteration. */
  public static Scenario scenario(String name, Step... steps) {
    return new Scenario(name, List.of(steps), Optional.empty());
  }

  /** A GET of a path on the base, or of an absolute URL. */
  public static Request get(String target) {
    return Request.of("GET", target);
  }

  /** A POST to a path on the base, or to an absolute URL. */
  public static Request post(String target) {
    return Request.of("POST", target);
  }

  /** A PUT. */
  public static Request put(String target) {
    return Request.of("PUT", target);
  }

  /** A PATCH. */
  public static Request patch(String target) {
    return Request.of("PATCH", target);
  }

  /** A DELETE. */
  public static Request delete(String target) {
    return Request.of("DELETE", target);
  }

  /** A HEAD. */
  public static Request head(String target) {
    return Request.of("HEAD", target);
  }

  /** An OPTIONS. */
  public static Request options(String target) {
    return Request.of("OPTIONS", target);
  }

  /**
   * A request as a {@code curl} command says it, copied from a browser, say: {@code curl("curl -d
   * 'a=1' http://localhost:8089/")}. What is left out of it is logged as a warning, and so is what
   * it says of connections, which {@link Squall#curlOptions} makes of the same text.
   *
   * @throws dev.squall.problem.ProblemException with all that is wrong with it
   */
  public static Request curl(String command) {
    return CurlWords.request(command);
  }

  /**
   * A request as a {@code curl} command with all its secrets, without its name, checks, variables
   * and retries.
   *
   * @throws dev.squall.problem.ProblemException where curl has no way to say it
   */
  public static String toCurl(Request request) {
    return CurlPrinter.print(request, Optional.empty());
  }

  /** As {@link #toCurl(Request)}, with this base before a path. */
  public static String toCurl(Request request, String base) {
    return CurlPrinter.print(request, Optional.of(base));
  }

  /** Waiting for so long. */
  public static Step.Pause pause(Duration time) {
    return new Step.Pause(time, time);
  }

  /** Waiting for a time drawn evenly between two. */
  public static Step.Pause pause(Duration least, Duration most) {
    return new Step.Pause(least, most);
  }

  /** Waiting for a time drawn from a normal distribution, never below zero. */
  public static Step.Pause normalPause(Duration mean, Duration deviation) {
    return new Step.Pause(new ThinkTime.Normal(mean, deviation));
  }

  /** Waiting for a time drawn from an exponential distribution. */
  public static Step.Pause exponentialPause(Duration mean) {
    return new Step.Pause(new ThinkTime.Exponential(mean));
  }

  /** Steps under one name. */
  public static Step.Group group(String name, Step... steps) {
    return new Step.Group(name, List.of(steps));
  }

  /** Steps several times. */
  public static Step.Repeat repeat(int times, Step... steps) {
    return new Step.Repeat(times, List.of(steps));
  }

  /**
   * Steps for each item of a list: {@code forEach("post", "posts", get("/posts/${post.id}"))}.
   *
   * @param item what the item is called in the steps
   * @param list the variable that holds the list, extracted by a path such as {@code $.posts[*]}
   */
  public static Step.ForEach forEach(String item, String list, Step... steps) {
    return new Step.ForEach(item, list, List.of(steps));
  }

  /** Steps when a condition holds: {@code when(variable("stock").isAbove(0), …).otherwise(…)}. */
  public static Step.When when(Premise condition, Step... steps) {
    return new Step.When(condition, List.of(steps), List.of());
  }

  /** A variable that something is expected of. */
  public static Premise.Subject variable(String name) {
    return new Premise.Subject(new Template("${" + name + "}"));
  }

  /** One of several ways, drawn by weight. */
  public static Step.Choose choose(Step.Way... ways) {
    return new Step.Choose(List.of(ways));
  }

  /** A way that is chosen in the share that its weight has of all. */
  public static Step.Way weight(double weight, Step... steps) {
    return new Step.Way(weight, List.of(steps));
  }

  /**
   * Branches at the same time, each on a connection of its own; all of them end before the next
   * step. A branch of several steps is a group.
   */
  public static Step.Parallel parallel(Step... branches) {
    return new Step.Parallel(List.of(branches));
  }

  /** Steps that may fail: then the rest of them is skipped, and the iteration goes on. */
  public static Step.Optionally optional(Step... steps) {
    return new Step.Optionally(List.of(steps));
  }

  /**
   * Giving up here with this probability, from 0 to 1: {@code leave(percent(30))}. Such an
   * iteration is abandoned, not failed.
   */
  public static Step.Leave leave(double probability) {
    return new Step.Leave(probability);
  }

  /**
   * Java over the user's variables: {@code code("total", session -> session.set("total",
   * …)).sets("total")}.
   */
  public static Step.Code code(String name, UserCode code) {
    return new Step.Code(name, List.of(), code);
  }

  /** How often a request is sent at most: {@code retry(attempts(3).exponential(millis(100)))}. */
  public static Retry attempts(int most) {
    return new Retry(most);
  }

  /** Scenarios in shares under one load. */
  public static Mix mix(String name, Mix.Share... shares) {
    return new Mix(name, List.of(shares));
  }

  /** A scenario with its weight in a mix. */
  public static Mix.Share share(double weight, Scenario scenario) {
    return new Mix.Share(weight, scenario);
  }

  // Where to look in an answer.

  /** The status code: {@code status().is(200)}. */
  public static Extractor.Status status() {
    return new Extractor.Status();
  }

  /** The service time: {@code elapsed().isBelow(millis(250))}. */
  public static Extractor.Elapsed elapsed() {
    return new Extractor.Elapsed();
  }

  /** A header's first value. */
  public static Extractor.Header header(String name) {
    return new Extractor.Header(name);
  }

  /** What a JSONPath selects in the body. */
  public static Extractor.JsonPath jsonPath(String path) {
    return new Extractor.JsonPath(path);
  }

  /** What an XPath selects in the body: {@code xpath("//order[1]/@id")}. */
  public static Extractor.XPath xpath(String expression) {
    return new Extractor.XPath(expression);
  }

  /** The value of a cookie that the answer, or a redirect on the way to it, has set. */
  public static Extractor.Cookie cookie(String name) {
    return new Extractor.Cookie(name);
  }

  /**
   * The first match of a pattern in the body: its first group, or the whole match where it has
   * none.
   */
  public static Extractor.Regex regex(String pattern) {
    return new Extractor.Regex(pattern, firstGroup(pattern));
  }

  /** A group of the first match of a pattern in the body; 0 is the whole match. */
  public static Extractor.Regex regex(String pattern, int group) {
    return new Extractor.Regex(pattern, group);
  }

  private static int firstGroup(String pattern) {
    try {
      return Math.min(1, Pattern.compile(pattern).matcher("").groupCount());
    } catch (PatternSyntaxException _) {
      return 0; // told with its position when the scenario is run
    }
  }

  /** The whole body as text. */
  public static Extractor.BodyText body() {
    return new Extractor.BodyText();
  }

  // Rows of data.

  /**
   * Rows of a CSV file whose first row names the columns: {@code csv("users.csv").shuffled(42)}.
   */
  public static Feed csv(String path) {
    return new Feed(new Feed.Source.Csv(path));
  }

  /**
   * Rows of a JSON file: an array of objects, whose keys are the columns, or of plain values, whose
   * column is called {@code value}.
   */
  public static Feed json(String path) {
    return json(path, "value");
  }

  /** Rows of a JSON file; plain values form a column of this name. */
  public static Feed json(String path, String column) {
    return new Feed(new Feed.Source.Json(path, column));
  }

  /** Rows of a file with a JSON object, or a plain value, on each line. */
  public static Feed jsonLines(String path) {
    return jsonLines(path, "value");
  }

  /** Rows of a file with JSON on each line; plain values form a column of this name. */
  public static Feed jsonLines(String path, String column) {
    return new Feed(new Feed.Source.JsonLines(path, column));
  }

  /** Rows given here, each with the same columns: {@code rows(List.of(Map.of("id", 1)))}. */
  public static Feed rows(List<? extends Map<String, ? extends @Nullable Object>> rows) {
    return new Feed(Feed.Source.Rows.of(rows));
  }

  /** One column given here: {@code values("term", "laptop", "phone").random()}. */
  public static Feed values(String column, @Nullable Object... values) {
    return new Feed(new Feed.Source.Values(column, Arrays.asList(values)));
  }
}
