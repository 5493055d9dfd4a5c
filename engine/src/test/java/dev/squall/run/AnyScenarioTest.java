package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.Load;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the steps are nested in and whatever fails: sums hold, and nothing is sent unseen. */
@Timeout(60)
class AnyScenarioTest {

  /** Step trees of every kind, the same for the same seed. */
  private static final class Trees {
    private final Random random;
    private int requests;

    /** Nobody leaves what is performed once. */
    private boolean mayLeave;

    Trees(long seed) {
      random = new Random(seed);
    }

    Scenario scenario(String name) {
      mayLeave = true;
      var iteration =
          dev.squall.Squall.scenario(name, steps(4))
              .setup(get("/setup/" + requests++).extract("list", jsonPath("$.list")));
      mayLeave = false;
      return iteration.teardown(steps(2));
    }

    Step[] steps(int depth) {
      var steps = new ArrayList<Step>(List.of(request()));
      for (int i = random.nextInt(3); i > 0; i--) {
        steps.add(step(depth));
      }
      return steps.toArray(Step[]::new);
    }

    private Step step(int depth) {
      if (depth == 0) {
        return request();
      }
      return switch (random.nextInt(11)) {
        case 0 -> request();
        case 1 -> pause(millis(0), millis(1));
        case 2 -> group("g", steps(depth - 1));
        case 3 -> repeat(2, steps(depth - 1));
        case 4 -> forEach("item" + depth, "list", steps(depth - 1));
        case 5 -> when(variable("random(1,2)").is(1), steps(depth - 1)).otherwise(steps(depth - 1));
        case 6 -> choose(weight(1, steps(depth - 1)), weight(2, steps(depth - 1)), weight(0.5));
        case 7 -> parallel(steps(depth - 1));
        case 8 -> optional(steps(depth - 1));
        case 9 -> mayLeave ? leave(0.1) : request();
        case 10 ->
            code(
                "code",
                session -> {
                  if (session.random() < 0.1) {
                    throw new IllegalStateException("no luck");
                  }
                });
        default -> throw new IllegalStateException("beyond the bound");
      };
    }

    private Request request() {
      var request = get("/" + requests++ + "/${random(1,20)}");
      return random.nextInt(3) == 0 ? request.retry(attempts(3)) : request;
    }
  }

  /** One of twenty paths fails, one of twenty is redirected to one that may fail. */
  private static RecordingServer server() throws IOException {
    return new RecordingServer((request, socket) -> {
      var target = request.target();
      if (target.startsWith("/setup")) {
        RecordingServer.say(socket, 200, "{\"list\": [1, {\"a\": 2}]}");
      } else if (target.endsWith("/7")) {
        RecordingServer.say(socket, 302, List.of("Location: /there/" + target.length()));
      } else {
        RecordingServer.say(socket, target.endsWith("/13") ? 503 : 200, "{}");
      }
    });
  }

  private static List<Load> loads() {
    return List.of(
        users(3).iterations(30), users(3).sharedIterations(30), perSecond(500).during(millis(60)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sumsHoldAndTheServerCountsWhatWasSent(long seed) throws IOException {
    for (var load : loads()) {
      try (var server = server()) {
        var trees = new Trees(seed);
        var day = mix("day", share(1, trees.scenario("a")), share(2, trees.scenario("b")));
        var results = Sums.holdIn(run(day, load, at(server.url()), seed(seed)));

        var all = results.totals();
        assertThat(all.iterations().started()).isEqualTo(30);
        assertThat(all.iterations().interrupted()).isZero();
        assertThat(all.interrupted()).isZero();
        assertThat(all.sent()).isEqualTo(server.received().size());
        assertThat(all.sent())
            .isEqualTo(all.requests() + all.hops() + all.attempts() + all.outside());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void theSameSeedSendsTheSameWhateverFails(long seed) throws IOException {
    var asked = new ArrayList<List<String>>();
    for (var load : loads()) {
      try (var server = server()) {
        run(new Trees(seed).scenario("s"), load, at(server.url()), seed(seed));
        asked.add(server.asked().stream().sorted().toList());
      }
    }

    assertThat(asked.getFirst()).hasSizeGreaterThan(30);
    assertThat(IntStream.range(1, 3).mapToObj(asked::get))
        .allSatisfy(other -> assertThat(other).isEqualTo(asked.getFirst()));
  }
}
