package dev.squall.httpx;

import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.httpx.Assertion.Field;
import dev.squall.httpx.Data.Format;
import dev.squall.httpx.Data.Order;
import dev.squall.httpx.Data.Rows;
import dev.squall.httpx.Data.Taking;
import dev.squall.httpx.Extract.Rule;
import dev.squall.httpx.Relation.Operator;
import dev.squall.httpx.Var.Origin;
import dev.squall.scenario.ThinkTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/** What generated documents are made of. */
final class GeneratedPieces {
  /** Whatever might end something too early, or not at all. */
  private static final List<String> TEXTS =
      List.of(
          "a",
          "x y",
          "}",
          "{",
          "\"",
          "'",
          "\\",
          "#",
          " # ",
          ",",
          "|",
          "=",
          "->",
          "${a}",
          "$b",
          "$",
          "\n",
          "\t",
          "é",
          "😀",
          "[",
          "]",
          "(",
          ")",
          "%",
          "end",
          "curl",
          "-",
          "/",
          "?a=1&b=2");

  private static final List<String> BARE =
      List.of("200", "ok", "null", "${post.id}", "${random(1,5)}", "a/b", "-1.5", "250ms", "x#y");

  private static final List<String> PATHS =
      List.of("", ".a.b", "[0].id", "[?(@.a == \"x, y\")].b", ".h.X-Id", "..id", "[*]", "['}']");

  private static final List<String> RESTS =
      List.of(
          "id=(\\d+)",
          "a{2,3}",
          "[^;,]+",
          "\"t\":\"([^\"]+)\"",
          "a, b",
          "}",
          "x # y",
          "(",
          "\"q\"",
          "//a[@b='c']",
          "it's",
          " padded ",
          "a|b",
          "(a|b)",
          "\\",
          "a\\,b",
          "#x");

  private static final List<String> NAMES =
      List.of("optional", "parallel", "end", "a-b", "run", "x1", "of", "and", "_", "é");

  private final Random random;

  GeneratedPieces(Random random) {
    this.random = random;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  Span span() {
    return new Span(random.nextInt(), random.nextInt());
  }

  Comment comment() {
    return new Comment(any(List.of("", " a comment", "# two", " with } and \"", "!x")), span());
  }

  String text() {
    return Stream.generate(() -> any(TEXTS)).limit(random.nextInt(5)).reduce("", String::concat);
  }

  String plainName() {
    return any(NAMES);
  }

  String name() {
    var text = text();
    return random.nextInt(4) == 0 && !text.isEmpty() ? text : plainName();
  }

  Value value() {
    return random.nextBoolean() ? new Value.Quoted(text()) : new Value.Bare(any(BARE));
  }

  List<Value> values() {
    return Stream.generate(this::value).limit(random.nextInt(4)).toList();
  }

  Duration time() {
    return switch (random.nextInt(3)) {
      case 0 -> Duration.ofMillis(random.nextInt(100_000));
      case 1 -> Duration.ofSeconds(random.nextInt(1_000_000));
      default -> Duration.ofNanos(random.nextLong(10_000_000_000L));
    };
  }

  BigDecimal number() {
    return Figures.canonical(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)));
  }

  BigDecimal percent() {
    return Figures.canonical(BigDecimal.valueOf(random.nextInt(10_001), 2));
  }

  ThinkTime pause() {
    var first = time();
    return switch (random.nextInt(4)) {
      case 0 -> new ThinkTime.Fixed(first);
      case 1 -> new ThinkTime.Uniform(first, first.plus(time()));
      case 2 -> new ThinkTime.Normal(first, time());
      default -> new ThinkTime.Exponential(first);
    };
  }

  Origin origin() {
    return random.nextInt(3) == 0 ? new Origin.Env(plainName()) : new Origin.Text(text());
  }

  Rows rows() {
    var taking = any(List.of(Taking.values()));
    Optional<Long> seed =
        taking == Taking.SHUFFLED && random.nextBoolean()
            ? Optional.of(random.nextLong() / 2)
            : Optional.empty();
    Optional<Order> order =
        random.nextBoolean() ? Optional.of(new Order(taking, seed)) : Optional.empty();
    Optional<String> column = random.nextInt(3) == 0 ? Optional.of("c" + text()) : Optional.empty();
    if (random.nextBoolean()) {
      return new Rows.Values(values(), order, column);
    }
    return new Rows.File(
        any(List.of(Format.values())),
        text(),
        order,
        random.nextBoolean() ? Optional.of(any(List.of(";", "\t"))) : Optional.empty(),
        column);
  }

  List<String> curl() {
    var words = new ArrayList<>(List.of("https://shop.example/${path}?a=1#top"));
    for (int i = random.nextInt(9); i > 0; i--) {
      words.add(any(List.of("-H", "-d", "--compressed", "-X")));
      words.add(random.nextBoolean() ? "X-Id: " + text() : text());
    }
    return words;
  }

  Rule rule() {
    return switch (random.nextInt(8)) {
      case 0 -> new Rule.JsonPath("$" + any(PATHS));
      case 1 -> new Rule.XPath(any(RESTS));
      case 2 -> new Rule.Regex(any(RESTS), group());
      case 5 -> new Rule.Status();
      case 6 -> new Rule.Latency();
      case 7 -> new Rule.Body();
      case 3 -> new Rule.Header(any(List.of("X-Request-ID", "etag")));
      default -> new Rule.Cookie(any(List.of("session", "a.b", "odd name")));
    };
  }

  private OptionalInt group() {
    return random.nextBoolean() ? OptionalInt.of(random.nextInt(12)) : OptionalInt.empty();
  }

  Assertion assertion() {
    var field = field();
    return new Assertion(field, field instanceof Field.Latency() ? inTime() : relation(), span());
  }

  private Relation inTime() {
    var limit = new Value.Bare(any(List.of("500ms", "2s", "${limit}")));
    return new Relation.Compare(Operator.BELOW, limit);
  }

  private Field field() {
    return switch (random.nextInt(9)) {
      case 0, 1 -> new Field.Status();
      case 2 -> new Field.Latency();
      case 3 -> new Field.Body(any(PATHS), random.nextBoolean());
      case 4 -> new Field.JsonPath("$" + any(PATHS));
      case 5 -> new Field.Header(any(List.of("content-type", "odd. name", "a.")));
      case 6 -> new Field.Cookie(any(List.of("sid", "a.b", "$x", "-")));
      case 7 -> new Field.Regex(text(), group());
      default -> new Field.XPath(text());
    };
  }

  Relation relation() {
    return switch (random.nextInt(5)) {
      case 0 -> new Relation.Exists();
      case 1 -> new Relation.In(values());
      case 2 -> new Relation.Between(value(), value());
      default -> new Relation.Compare(any(List.of(Operator.values())), value());
    };
  }

  Weight weight(boolean percents) {
    return percents ? new Weight(percent(), true) : new Weight(number(), false);
  }

  Condition condition() {
    return new Condition(
        Stream.generate(() ->
                new Condition.All(
                    Stream.generate(this::term).limit(1 + random.nextInt(2)).toList()))
            .limit(1 + random.nextInt(2))
            .toList());
  }

  private Condition.Term term() {
    return random.nextInt(4) == 0
        ? new Condition.Nested(condition())
        : new Condition.Clause(value(), relation(), span());
  }

  GoalNode goal() {
    var metric = any(List.of(Metric.values()));
    double bound =
        switch (metric.unit()) {
          case MILLIS -> random.nextInt(10_000_000) / 1e3;
          case SHARE -> random.nextInt(10_001) / 1e4;
          case PER_SECOND -> random.nextInt(100_000) / 1e2;
        };
    Optional<String> step = random.nextBoolean() ? Optional.of(name()) : Optional.empty();
    return new GoalNode(new Goal(metric, step, any(List.of(Comparison.values())), bound), span());
  }

  Setting setting(Key key) {
    var amount =
        switch (key.kind) {
          case COUNT -> new Amount.Whole(random.nextInt(1000));
          case WHOLE -> new Amount.Whole(random.nextLong(1L << 62));
          case SEED -> new Amount.Whole(random.nextLong() / 2);
          case NUMBER -> new Amount.Real(number());
          case SHARE -> new Amount.Real(BigDecimal.valueOf(random.nextInt(101), 2));
          case TIME -> new Amount.Time(time());
          case PAUSE -> new Amount.Pause(pause());
          case CHOICE -> new Amount.Word(any(key.choices()));
          case TEXT -> new Amount.Text(text());
          case NAME -> new Amount.Word(plainName());
        };
    return new Setting(key, amount, span());
  }
}
