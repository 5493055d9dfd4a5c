package dev.squall.cli;

import static dev.squall.Squall.run;
import static dev.squall.Squall.settings;
import static dev.squall.Squall.thinkScale;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.httpx.Script;
import dev.squall.load.Iterations;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.EndpointStats;
import dev.squall.stats.Results;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All of examples/shop, performed in short, each against a shop of its own. */
@Timeout(30)
class ShopExamplesTest {
  private static final String SOMEWHERE = "http://localhost:8089";
  private static final String CHECKOUT = "POST /checkout";

  static Stream<Arguments> entries() {
    return ShopExamples.names().stream()
        .flatMap(file ->
            ShopExamples.script(file, SOMEWHERE).entries().stream()
                .map(entry -> Arguments.of(file, entry.name())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("entries")
  void eachWorksAndTheShopCountsWhatWasSent(String file, String name) {
    try (var shop = PracticeShop.start()) {
      var entry = ShopExamples.entry(file, name, shop.url().toString());

      var results = run(entry.workload(), aFew(entry), settings(entry), thinkScale(0));

      assertThat(results.errors()).isEmpty();
      assertThat(results.totals().ok()).isEqualTo(results.totals().requests()).isPositive();
      var truth = shop.truth();
      assertThat(results.totals().sent()).isEqualTo(truth.requests());
      var counted = new TreeMap<String, Long>();
      truth.routes().forEach((route, seen) -> counted.put(route, seen.requests()));
      assertThat(counted).isEqualTo(sent(entry, results, counted.keySet()));
      if (truth.routes().containsKey(CHECKOUT)) {
        assertThat(truth.routes().get(CHECKOUT).statuses()).containsOnlyKeys(201);
      }
      assertThat(truth.routes().containsKey(CHECKOUT)).isEqualTo(ordered(results) > 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"shopping, 0, 0", "shopping-real-time, 3, 16"})
  void whoeverStaysBuys(String name, long least, long most) {
    try (var shop = PracticeShop.start()) {
      var entry = ShopExamples.entry("04-shopping-flow.httpx", name, shop.url().toString());

      var results = run(entry.workload(), users(2).iterations(30), thinkScale(0));

      var iterations = results.totals().iterations();
      assertThat(ordered(results)).isEqualTo(iterations.completed());
      assertThat(shop.truth().routes().get(CHECKOUT).statuses())
          .isEqualTo(Map.of(201, iterations.completed()));
      // Nine of thirty, give or take what one seed does.
      assertThat(iterations.abandoned()).isBetween(least, most);
    }
  }

  /** Few enough to be quick; a mix has to come to all of its scenarios. */
  private static Iterations aFew(Script.Entry entry) {
    return switch (entry.workload()) {
      case Mix _ -> users(2).iterations(100);
      // Who begins on a grid, or waits for its answers, does it once.
      case Scenario scenario ->
          users(2)
              .iterations(scenario.pacing().isPresent() || entry.name().contains("delay") ? 2 : 6);
    };
  }

  private static long ordered(Results results) {
    return results.steps().stream()
        .filter(step -> step.name().equals("checkout"))
        .mapToLong(step -> step.status().getOrDefault(201, 0L))
        .sum();
  }

  /** How many requests went where, by the shop's own names of its routes. */
  private static Map<String, Long> sent(
      Script.Entry entry, Results results, Collection<String> routes) {
    var sent = new TreeMap<String, Long>();
    for (EndpointStats endpoint : results.endpoints()) {
      if (endpoint.count() > 0) {
        sent.merge(route(endpoint.endpoint(), routes), endpoint.count(), Long::sum);
      }
    }
    for (var scenario : ShopExamples.scenarios(entry.workload())) {
      for (var step : scenario.setup()) {
        sent.merge(route(((Request) step).endpoint(), routes), 1L, Long::sum);
      }
    }
    return sent;
  }

  /** Of the routes that were asked for, the one that says most of this endpoint. */
  private static String route(String endpoint, Collection<String> routes) {
    var path = endpoint.replaceFirst("http://[^/]+", "");
    return routes.stream()
        .filter(route ->
            Pattern.matches(Pattern.compile("\\{[^}]*}").matcher(route).replaceAll("[^/]+"), path))
        .min(Comparator.comparing(route -> route.contains("{")))
        .orElse(path);
  }
}
