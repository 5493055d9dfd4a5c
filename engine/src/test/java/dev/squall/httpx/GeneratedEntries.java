package dev.squall.httpx;

import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.httpx.RunSettings.Connections;
import dev.squall.httpx.RunSettings.Cookies;
import dev.squall.httpx.Script.Entry;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Given;
import dev.squall.scenario.Header;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Scenarios and mixes of everything that a file can say, the same for the same seed. */
final class GeneratedEntries {
  private final Random random;
  private final GeneratedSteps steps;

  /**
   * The same for the same seed.
   *
   * @param strange whether steps may be what nobody can write
   */
  GeneratedEntries(long seed, boolean strange) {
    random = new Random(seed);
    steps = new GeneratedSteps(random, strange);
  }

  Entry next() {
    if (random.nextInt(6) > 0) {
      var scenario = scenario(steps.text("s"));
      return entry(scenario.name(), scenario);
    }
    var first = scenario("first " + steps.text(""));
    var second = scenario("second " + steps.text(""));
    var third = scenario("third");
    var weights = random.nextBoolean() ? List.of(12.5, 80.0, 7.5) : List.of(1.0, 3.25, 500.0);
    var mix =
        new Mix(
            "mix",
            List.of(
                new Mix.Share(weights.get(0), first),
                new Mix.Share(weights.get(1), second),
                new Mix.Share(weights.get(2), third)),
            steps.some(1),
            steps.some(1),
            given());
    return entry("mix", mix);
  }

  private Entry entry(String name, Workload workload) {
    return new Entry(
        name,
        workload,
        maybe(new GeneratedLoads(random)::next),
        Stream.generate(this::goal).limit(random.nextInt(3)).toList(),
        new RunSettings(
            maybe(() -> any(Cookies.values())),
            maybe(() -> any(Connections.values())),
            random.nextBoolean() ? OptionalLong.of(random.nextLong() / 2) : OptionalLong.empty(),
            maybe(() -> Duration.ofMillis(random.nextInt(9000))),
            random.nextInt(3) == 0 ? connected() : CurlSettings.NONE));
  }

  private CurlSettings connected() {
    return new CurlSettings(
        random.nextBoolean(),
        maybe(() -> "ca $1.pem"),
        maybe(() -> "cert"),
        maybe(() -> "key"),
        maybe(() -> "secret"),
        maybe(() -> "http://p:1"),
        random.nextBoolean()
            ? List.of(new CurlSettings.Resolved("h", List.of("10.0.0.1", "::1")))
            : List.of(),
        maybe(() -> Duration.ofNanos(1 + random.nextLong(9_000_000_000L))));
  }

  private Goal goal() {
    var metric = any(Metric.values());
    double bound =
        switch (metric.unit()) {
          case MILLIS -> random.nextInt(10_000_000) / 1e3;
          case SHARE -> random.nextInt(10_001) / 1e4;
          case PER_SECOND -> random.nextInt(100_000) / 1e2;
        };
    return new Goal(
        metric,
        random.nextBoolean() ? Optional.of(steps.row()) : Optional.empty(),
        any(Comparison.values()),
        bound);
  }

  private Scenario scenario(String name) {
    var loops = random.nextInt(3) == 0;
    var own = new ArrayList<Step>(steps.some(random.nextInt(3)));
    own.add(steps.request());
    if (loops) {
      own.add(new Step.ForEach("term", "terms", List.of(steps.request())));
    }
    var feeds = new ArrayList<Feed>();
    for (int i = random.nextInt(3); i > 0; i--) {
      feeds.add(feed());
    }
    if (loops) {
      var list = new Feed.Source.Values("terms", List.of("a \"b\"", "c\\", "\n"));
      feeds.add(WholeList.of(list));
    }
    return new Scenario(
        name,
        own,
        maybe(() -> "http://h:8089/api" + random.nextInt(9)),
        Stream.generate(() -> new Header("X-" + steps.text("h"), new Template(steps.text(""))))
            .limit(random.nextInt(2))
            .toList(),
        steps.some(1),
        steps.some(1),
        feeds,
        maybe(() -> Duration.ofMillis(random.nextInt(9000))),
        given());
  }

  private List<Given> given() {
    return random.nextInt(3) == 0
        ? List.of(
            new Given("host", new Template("h${VU}")), new Given("b", new Template(steps.text(""))))
        : List.of();
  }

  private Feed feed() {
    var source =
        switch (random.nextInt(4)) {
          case 0 -> new Feed.Source.Csv("data/rows" + random.nextInt(3) + ".csv");
          case 1 -> new Feed.Source.Json(steps.text("a.json"), steps.text("c"));
          case 2 -> new Feed.Source.JsonLines("a.jsonl", "value");
          default ->
              new Feed.Source.Values(
                  "col" + steps.text(""),
                  new ArrayList<>(List.of(steps.text(""), steps.text("x"), "1", "null")));
        };
    var feed = new Feed(source);
    if (source instanceof Feed.Source.Csv && random.nextBoolean()) {
      feed = feed.delimiter(List.of(';', '\t', '"').get(random.nextInt(3)));
    }
    return switch (random.nextInt(7)) {
      case 0 -> feed.sequential();
      case 1 -> feed.random();
      case 2 -> feed.shuffled();
      case 3 -> feed.shuffled(random.nextLong() / 2);
      case 4 -> feed.once();
      case 5 -> feed.unique();
      default -> feed;
    };
  }

  private <T> T any(T[] choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
  }
}
