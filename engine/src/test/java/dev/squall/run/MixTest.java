package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.Load;
import dev.squall.scenario.Mix;
import dev.squall.stats.Results;
import dev.squall.stats.ScenarioStats;
import dev.squall.stats.StepStats;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several scenarios under one load. */
@Timeout(60)
class MixTest {
  private static final Mix DAY =
      mix(
          "day",
          share(70, scenario("browse", get("/browse").named("look"), get("/more"))),
          share(25, scenario("search", get("/search").named("look"))),
          share(5, scenario("buy", get("/buy"), get("/pay"), get("/fail"))));

  private record Ran(List<String> asked, Results results) {
    long count(String path) {
      return Collections.frequency(asked, "GET " + path);
    }
  }

  private static Ran ran(Mix mix, Load load, long seed) throws IOException {
    try (var server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(socket, request.target().equals("/fail") ? 500 : 200, "{}"))) {
      var results = Sums.holdIn(run(mix, load, at(server.url()), seed(seed)));
      assertThat(results.totals().sent()).isEqualTo(server.received().size());
      return new Ran(server.asked(), results);
    }
  }

  /** 99.99 % of such counts lie within; the seed decides which this one is. */
  private static void assertShare(long count, long of, double share) {
    double within = 3.89 * Math.sqrt(of * share * (1 - share)) + 1;
    assertThat((double) count).isBetween(of * share - within, of * share + within);
  }

  @Test
  void scenariosHaveTheSharesOfTheirWeights() throws IOException {
    for (var load :
        List.of(
            users(4).iterations(3000),
            users(4).sharedIterations(3000),
            perSecond(2000).during(millis(1500)))) {
      var ran = ran(DAY, load, 11);

      assertThat(ran.results.totals().iterations().started()).isEqualTo(3000);
      assertShare(ran.count("/browse"), 3000, 0.7);
      assertShare(ran.count("/search"), 3000, 0.25);
      assertShare(ran.count("/buy"), 3000, 0.05);
      assertThat(ran.count("/browse") + ran.count("/search") + ran.count("/buy")).isEqualTo(3000);
    }
  }

  @Test
  void theSameSeedDrawsTheSameScenariosWhateverTheLoad() throws IOException {
    var first = ran(DAY, users(1).iterations(200), 3).asked;

    assertThat(ran(DAY, users(1).iterations(200), 3).asked).isEqualTo(first);
    assertThat(ran(DAY, users(4).sharedIterations(200), 3).asked)
        .containsExactlyInAnyOrderElementsOf(first);
    assertThat(ran(DAY, perSecond(1000).during(millis(200)), 3).asked)
        .containsExactlyInAnyOrderElementsOf(first);
    assertThat(ran(DAY, users(1).iterations(200), 4).asked).isNotEqualTo(first);
  }

  @Test
  void eachScenarioHasStatisticsOfItsOwn() throws IOException {
    var ran = ran(DAY, users(3).iterations(600), 5);
    var results = ran.results;

    assertThat(results.info().scenario()).isEqualTo("day");
    assertThat(results.scenarios())
        .extracting(ScenarioStats::name)
        .containsExactly("browse", "search", "buy");
    assertThat(results.scenarios())
        .extracting(ScenarioStats::iterations)
        .containsExactly(ran.count("/browse"), ran.count("/search"), ran.count("/buy"));
    assertThat(results.scenarios())
        .extracting(ScenarioStats::requests)
        .containsExactly(2 * ran.count("/browse"), ran.count("/search"), 3 * ran.count("/buy"));
    assertThat(results.scenarios())
        .extracting(ScenarioStats::failed)
        .containsExactly(0L, 0L, ran.count("/buy"));
    assertThat(results.scenarios())
        .extracting(ScenarioStats::completed)
        .containsExactly(ran.count("/browse"), ran.count("/search"), 0L);
    assertThat(results.scenarios().getLast().failedAt()).containsOnlyKeys("GET /fail");
  }

  @Test
  void stepsThatShareANameInTwoScenariosAreTwoRowsAndToldApart() throws IOException {
    var ran = ran(DAY, users(3).iterations(300), 5);

    assertThat(ran.results.steps())
        .filteredOn(step -> step.name().equals("look"))
        .extracting(StepStats::scenario)
        .containsExactly("browse", "search");
    assertThat(ran.results.steps())
        .filteredOn(step -> step.name().equals("look"))
        .extracting(StepStats::count)
        .containsExactly(ran.count("/browse"), ran.count("/search"));
    var text = report(ran.results).toString();
    assertThat(text.lines().map(String::strip))
        .anyMatch(line -> line.startsWith("browse:look"))
        .anyMatch(line -> line.startsWith("search:look"))
        .anyMatch(line -> line.startsWith("GET /more"));
  }

  @Test
  void thinkTimesAreEachScenariosOwn() throws IOException {
    var ran =
        ran(
            mix(
                "two",
                share(1, scenario("quick", get("/quick"))),
                share(1, scenario("slow", get("/slow"), pause(millis(150))))),
            users(2).iterations(12),
            1);

    var slow = ran.results.scenarios().getLast();
    assertThat(ran.count("/quick")).isPositive();
    assertThat(slow.completed()).isEqualTo(ran.count("/slow")).isPositive();
    assertThat(Estimates.ms(slow.duration().min()) - Estimates.ms(slow.active().min()))
        .isBetween(149.0, 151.0);
    var quick = ran.results.scenarios().getFirst();
    assertThat(Estimates.ms(quick.duration().max())).isEqualTo(Estimates.ms(quick.active().max()));
  }

  @Test
  void variablesOfOneScenarioAreNotTheOthers() throws IOException {
    try (var server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(
                socket, 200, "{\"id\": \"" + request.target().substring(1) + "\"}"))) {
      Sums.holdIn(
          run(
              mix(
                  "two",
                  share(
                      1, scenario("a", get("/a").extract("id", jsonPath("$.id")), get("/${id}1"))),
                  share(
                      1, scenario("b", get("/b").extract("id", jsonPath("$.id")), get("/${id}1")))),
              users(1).iterations(40),
              at(server.url())));

      var asked = server.asked();
      assertThat(asked).hasSize(80);
      for (int i = 0; i < 80; i += 2) {
        assertThat(asked.get(i + 1)).isEqualTo(asked.get(i) + "1");
      }
      assertThat(asked).contains("GET /a", "GET /b");
    }
  }

  @Test
  void eachScenarioMayHaveABaseOfItsOwn() throws IOException {
    try (var one = RecordingServer.answering("{}");
        var other = RecordingServer.answering("{}")) {
      Sums.holdIn(
          run(
              mix(
                  "two",
                  share(1, scenario("a", get("/a")).at(one.url())),
                  share(1, scenario("b", get("/b")).at(other.url()))),
              users(1).iterations(40)));

      assertThat(one.asked()).containsOnly("GET /a");
      assertThat(other.asked()).containsOnly("GET /b");
      assertThat(one.received().size() + other.received().size()).isEqualTo(40);
    }
  }

  @Test
  void aMixOfOneIsTheScenario() throws IOException {
    assertThat(
            ran(mix("all", share(3, scenario("only", get("/a")))), users(2).iterations(20), 1)
                .count("/a"))
        .isEqualTo(20);
  }
}
