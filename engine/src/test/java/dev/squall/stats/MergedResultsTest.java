package dev.squall.stats;

import static dev.squall.stats.Facts.nanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.sample.Connections;
import dev.squall.sample.StepInfo;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Two runs as one are what one recorder of both would have measured. */
class MergedResultsTest {
  private final Results one = run(1);
  private final Results two = run(2);
  private final Results both = run(1, 2);
  private final Results merged = one.plus(two);

  private static Results run(int... seeds) {
    var recorder = Facts.recorder();
    for (int seed : seeds) {
      Facts.record(recorder, new Random(seed), 3000);
      recorder.iterationsScheduled(310);
      recorder.iterationsStarted(305);
      recorder.iterationsDropped(5);
      recorder.record(Facts.opened(seed, 1, 2 * seed, 3 * seed, seed == 1));
      recorder.mark(nanos(100.0 * seed), "mark " + seed);
      for (int i = 0; i < 20 * seed; i++) {
        recorder.captured(i, 0, 0, i == 0 ? null : "value " + i);
      }
    }
    recorder.tick(
        nanos(1000),
        seeds.length * 3,
        new Connections(
            10L * seeds.length, 1, 100, 0, 0, 0, 4 * seeds.length, 0, 5, 2, 1_000_000, 0, 0));
    return recorder.finish(nanos(2000), Generator.RUNNING);
  }

  @Test
  void countsAndDistributionsAreThoseOfBoth() {
    assertThat(merged.totals()).isEqualTo(both.totals());
    assertThat(merged.response()).isEqualTo(both.response());
    assertThat(merged.service()).isEqualTo(both.service());
    assertThat(merged.waiting()).isEqualTo(both.waiting());
    assertThat(merged.scenarios()).isEqualTo(both.scenarios());
    assertThat(merged.endpoints()).isEqualTo(both.endpoints());
    assertThat(merged.response().hdr()).isEqualTo(both.response().hdr());
  }

  @Test
  void rowsOfStepsUsersAndErrorsAreThoseOfBoth() {
    assertThat(merged.steps())
        .usingRecursiveComparison()
        .ignoringFields("slowest")
        .isEqualTo(both.steps());
    assertThat(merged.steps().getFirst().slowest())
        .extracting(Exemplar::responseMs)
        .isEqualTo(both.steps().getFirst().slowest().stream().map(Exemplar::responseMs).toList());
    assertThat(merged.users()).isEqualTo(both.users());
    assertThat(merged.errors())
        .extracting(ErrorStats::count)
        .isEqualTo(both.errors().stream().map(ErrorStats::count).toList());
    assertThat(merged.marks()).isEqualTo(both.marks());
    assertThat(merged.timeline())
        .extracting(TimelinePoint::response)
        .isEqualTo(both.timeline().stream().map(TimelinePoint::response).toList());
    assertThat(merged.timeline().getFirst().busyUsers()).isEqualTo(6);
  }

  @Test
  void everyTotalIsTheSumOfThoseOfTheTwo() {
    List<ToLongFunction<Results>> counts =
        List.of(
            r -> r.totals().requests(),
            r -> r.totals().ok(),
            r -> r.totals().failed(),
            r -> r.totals().interrupted(),
            r -> r.totals().hops(),
            r -> r.totals().attempts(),
            r -> r.totals().sent(),
            r -> r.totals().bytesSent(),
            r -> r.totals().bytesReceived(),
            r -> r.totals().iterations().scheduled(),
            r -> r.totals().iterations().dropped(),
            r -> r.totals().iterations().ended(),
            r -> r.response().count(),
            r -> r.response().censored(),
            r -> r.connections().totals().opened(),
            r -> r.connections().handshakes(),
            r -> r.samples().kept(),
            r -> r.samples().stream().count());
    for (var count : counts) {
      assertThat(count.applyAsLong(merged))
          .isPositive()
          .isEqualTo(count.applyAsLong(one) + count.applyAsLong(two));
    }
  }

  @Test
  void mergingIsAssociativeAndAsLongAsTheLongest() {
    var three = run(3);
    assertThat(one.plus(two).plus(three).totals()).isEqualTo(one.plus(two.plus(three)).totals());
    assertThat(one.plus(two).plus(three).steps()).isEqualTo(one.plus(two.plus(three)).steps());
    assertThat(one.plus(two).plus(three).matrix().encode())
        .isEqualTo(one.plus(two.plus(three)).matrix().encode());
    assertThat(merged.totals().elapsedSeconds()).isEqualTo(2);
  }

  /** Which values both found is not known; that there were as many as in one of them is. */
  @Test
  void differentValuesOfAVariableAreABoundOnceRunsAreMerged() {
    var id = merged.variables().getFirst();
    assertThat(id.found()).isEqualTo(19 + 39);
    assertThat(id.missed()).isEqualTo(2);
    assertThat(id.distinct()).isEqualTo(39);
    assertThat(id.more()).isTrue();
    assertThat(both.variables().getFirst().distinct()).isEqualTo(39);
    assertThat(both.variables().getFirst().more()).isFalse();
  }

  @Test
  void theWorseVerdictAndAllReasonsStay() {
    var trusted =
        new Recorder(Facts.INFO, Facts.SCENARIOS, Facts.STEPS, 1)
            .finish(1, fared(0.5, Verdict.TRUSTED));
    var invalid =
        new Recorder(Facts.INFO, Facts.SCENARIOS, Facts.STEPS, 1)
            .finish(1, fared(1.5, Verdict.INVALID, "no ports"));
    var generator = trusted.plus(invalid).generator();
    assertThat(generator.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(generator.reasons()).containsExactly("no ports");
    assertThat(generator.cpuSeconds()).isEqualTo(2);
    assertThat(generator.cpuMicrosPerRequest()).isEqualTo(100);
  }

  private static Generator fared(double cpuSeconds, Verdict verdict, String... reasons) {
    return new Generator(
        cpuSeconds,
        100,
        Generator.GcPauses.NONE,
        Optional.empty(),
        Latencies.NONE,
        Latencies.NONE,
        Latencies.NONE,
        Generator.InFlight.NONE,
        0,
        verdict,
        List.of(reasons));
  }

  @Test
  void runsOfOtherStepsAreNotAdded() {
    var other =
        new Recorder(
                Facts.INFO, List.of("s"), List.of(new StepInfo("s", "a", "GET /", List.of())), 1)
            .finish(1, Generator.RUNNING);
    assertThatThrownBy(() -> one.plus(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only runs of the same scenarios can be added");
  }
}
