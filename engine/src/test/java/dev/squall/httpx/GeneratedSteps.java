package dev.squall.httpx;

import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Premise;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.ThinkTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Steps of every kind that a file can say. */
final class GeneratedSteps {
  private static final List<String> SIGNS =
      List.of(
          "a", "Z", "0", " ", "'", "\"", "\\", "$", "${b}", "$$", "{", "}", "[", "]", ",", "=", "@",
          "#", "|", "\n", "\t", "é", "😀", "(", "->", "%", "end", "and", "5ms", "-1.5");

  private static final List<String> PATHS =
      List.of(
          "$", "$.a.b", "$[0].id", "$[?(@.a == \"x, y\")].b", "$.h.X-Id", "$..id", "$.a.length()");

  private static final List<String> PATTERNS =
      List.of("id=(\\d+)", "a{2,3}", "(a)(b)", "x # y", " ");

  private final Random random;
  private final List<String> rows = new ArrayList<>();

  /** Whether they may be what nobody can write, or no run would take. */
  private final boolean strange;

  GeneratedSteps(Random random, boolean strange) {
    this.random = random;
    this.strange = strange;
  }

  private boolean isStrangeNow() {
    return strange && random.nextInt(12) == 0;
  }

  private double number(double usual) {
    return isStrangeNow()
        ? any(List.of(Double.NaN, Double.NEGATIVE_INFINITY, -1.0, 1e300, 1e-300, 250.0))
        : usual;
  }

  /** What one of the requests so far is called. */
  String row() {
    return rows.get(random.nextInt(rows.size()));
  }

  String text(String first) {
    var text = new StringBuilder(isStrangeNow() ? "" : first);
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(any(SIGNS));
    }
    return text.toString();
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  List<Step> some(int depth) {
    return Stream.generate(() -> step(depth)).limit(random.nextInt(3)).toList();
  }

  private Step step(int depth) {
    return switch (depth == 0 ? random.nextInt(4) : random.nextInt(13)) {
      case 0, 1, 4 -> request();
      case 2 -> new Step.Pause(pause());
      case 3 -> new Step.Leave(number(random.nextInt(1001) / 1000.0));
      case 5 -> new Step.Group("g" + text(""), some(depth - 1));
      case 6 -> new Step.Repeat((int) number(random.nextInt(9)), some(depth - 1));
      case 7 ->
          new Step.ForEach("item", any(List.of("list", "item.tags", "x.0.y")), some(depth - 1));
      case 8 -> new Step.When(premise(2), some(depth - 1), some(depth - 1));
      case 9 -> {
        var weights = any(List.of(List.of(70.0, 30.0), List.of(1.0, 0.125), List.of(200.0, 100.0)));
        yield new Step.Choose(
            weights.stream().map(weight -> new Step.Way(number(weight), some(depth - 1))).toList());
      }
      case 10 -> new Step.Parallel(some(depth - 1));
      default -> new Step.Optionally(some(depth - 1));
    };
  }

  private ThinkTime pause() {
    var time = time();
    return switch (random.nextInt(4)) {
      case 0 -> new ThinkTime.Fixed(time);
      case 1 -> new ThinkTime.Uniform(time, time.plusMillis(7));
      case 2 -> new ThinkTime.Normal(time, time());
      default -> new ThinkTime.Exponential(time);
    };
  }

  private Duration time() {
    if (isStrangeNow()) {
      return any(
          List.of(
              Duration.ofSeconds(-1),
              Duration.ofSeconds(Long.MAX_VALUE),
              Duration.ofSeconds(Long.MIN_VALUE),
              Duration.ofNanos(1)));
    }
    return Duration.ofMillis(1 + random.nextInt(100_000));
  }

  private Premise premise(int depth) {
    var one = new Premise.Clause(new Template(any(List.of("${a}", "x y", "7"))), expectation());
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 0, 1 -> one;
      case 2 -> one.and(premise(depth - 1));
      default -> premise(depth - 1).or(one, premise(depth - 1));
    };
  }

  Request request() {
    var target = any(List.of("/a", "/b?c=1", "http://h/${id}", "/x y[]"));
    target = isStrangeNow() ? text("") : target;
    var request = Request.of(any(List.of("GET", "POST", "DELETE")), target);
    request = random.nextInt(3) == 0 ? request : request.named(text("r"));
    for (int i = random.nextInt(2); i > 0; i--) {
      var value = text("v");
      request = request.header("X-Id", strange ? value : value.replace("\n", "").strip());
    }
    request =
        switch (random.nextInt(6)) {
          case 0 -> request.json("{\"a\": \"" + text("") + "\"}");
          case 1 -> request.text(text("t"));
          case 2 -> request.field("f", text(""));
          case 3 -> request.part("p", text("")).filePart("q", "a.png");
          case 4 -> request.file("a.json");
          default -> request;
        };
    for (int i = random.nextInt(2); i > 0; i--) {
      request = request.check(check());
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      request = request.extract(isStrangeNow() ? text("") : "v" + i, extractor());
    }
    request = handled(request);
    rows.add(request.name());
    return request;
  }

  private Request handled(Request request) {
    var with = random.nextInt(5) == 0 ? request.timeout(time()) : request;
    with = random.nextInt(5) == 0 ? with.redirects(random.nextInt(3)) : with;
    with = random.nextInt(5) == 0 ? with.expectContinue() : with;
    return random.nextInt(5) == 0
        ? with.retry(
            any(
                List.of(
                    new Retry(3),
                    new Retry(2).linear(time()).jitter(0.25),
                    new Retry(5).exponential(time()).atMost(time()))))
        : with;
  }

  private Check check() {
    var extractor = extractor();
    return extractor instanceof Extractor.Elapsed
        ? new Check(
            extractor,
            any(
                List.of(
                    new Expectation.Below(250.5),
                    new Expectation.Between(1, 2000),
                    new Expectation.Exists())))
        : new Check(extractor, expectation());
  }

  private Extractor extractor() {
    return switch (random.nextInt(8)) {
      case 0 -> new Extractor.Status();
      case 1 -> new Extractor.Elapsed();
      case 2 -> new Extractor.BodyText();
      case 3 -> new Extractor.Regex(any(PATTERNS), (int) number(random.nextInt(2)));
      case 4 -> new Extractor.XPath(text("/"));
      case 5 -> new Extractor.Header("h" + text(""));
      case 6 -> new Extractor.Cookie("c" + text(""));
      default -> new Extractor.JsonPath(isStrangeNow() ? text("$.") : any(PATHS));
    };
  }

  private Expectation expectation() {
    return switch (random.nextInt(9)) {
      case 0 -> new Expectation.Is(new Template(text("")));
      case 1 -> new Expectation.IsNot(new Template(text("5")));
      case 2 -> new Expectation.Contains(new Template(text("")));
      case 3 -> new Expectation.Matches(any(PATTERNS));
      case 4 -> new Expectation.Exists();
      case 5 -> new Expectation.Below(number(random.nextInt(100) / 8.0));
      case 6 -> new Expectation.Above(-2);
      case 7 ->
          any(
              List.of(
                  new Expectation.Between(-1, number(2.5)),
                  new Expectation.Between(Double.NEGATIVE_INFINITY, 1e6),
                  new Expectation.Between(0.001, Double.POSITIVE_INFINITY)));
      default -> new Expectation.In(List.of(new Template(text("")), new Template("200")));
    };
  }
}
