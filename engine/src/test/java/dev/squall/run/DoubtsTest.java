package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.run.InFlightSamples.Seen;
import dev.squall.stats.Generator.GcPauses;
import dev.squall.stats.Generator.Safepoints;
import dev.squall.stats.Latencies;
import dev.squall.stats.LatencyCounter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run of ten seconds on four processors, and what may be wrong with it. */
class DoubtsTest {
  private static final LittlesLaw HOLDS = new LittlesLaw(new Seen(1000, 9.5, 4), 0.01, 100, 10, 20);
  private static final LittlesLaw BROKEN =
      new LittlesLaw(new Seen(1000, 12.11, 4), 0.01, 93.4, 10, 20);

  private record Case(
      double elapsed,
      double cpu,
      GcPauses gc,
      Optional<Safepoints> safepoints,
      Latencies lateStart,
      Latencies scheduler,
      Latencies machine,
      LittlesLaw law) {

    List<String> doubts() {
      return Doubts.of(
          new Vitals(elapsed, cpu, 4, gc, safepoints, lateStart, scheduler, machine, law));
    }
  }

  private static final Case WELL =
      new Case(
          10,
          20,
          GcPauses.NONE,
          Optional.empty(),
          Latencies.NONE,
          Latencies.NONE,
          Latencies.NONE,
          HOLDS);

  private static List<String> late(Latencies start, Latencies scheduler, Latencies machine) {
    return new Case(10, 20, WELL.gc, WELL.safepoints, start, scheduler, machine, HOLDS).doubts();
  }

  private static List<String> busy(double cpu) {
    return new Case(
            10, cpu, WELL.gc, WELL.safepoints, WELL.lateStart, WELL.scheduler, WELL.machine, HOLDS)
        .doubts();
  }

  private static List<String> still(GcPauses gc, Safepoints safepoints) {
    return new Case(
            10,
            20,
            gc,
            Optional.ofNullable(safepoints),
            WELL.lateStart,
            WELL.scheduler,
            WELL.machine,
            HOLDS)
        .doubts();
  }

  /** 98 of 100 on time, two this late. */
  private static Latencies lateness(double ms) {
    var counter = new LatencyCounter();
    for (int i = 0; i < 98; i++) {
      counter.record(0);
    }
    counter.record(Math.round(ms * 1e6));
    counter.record(Math.round(ms * 1e6));
    return counter.latencies();
  }

  @Test
  void aRunThatIsWellIsNotDoubted() {
    assertThat(WELL.doubts()).isEmpty();
    assertThat(late(lateness(9.999), lateness(9.999), lateness(9.999))).isEmpty();
  }

  @Test
  void arrivalsThatWereReleasedLateAreADoubt() {
    assertThat(late(lateness(10), Latencies.NONE, Latencies.NONE))
        .containsExactly("1 % of the arrivals were released more than 10.0 ms late");
  }

  @Test
  void aFullSchedulerIsToldFromAMachineThatPaused() {
    assertThat(late(Latencies.NONE, lateness(12), Latencies.NONE))
        .containsExactly(
            "our own threads were full: 1 % of the wakings were more than 12.0 ms late");
    assertThat(late(Latencies.NONE, lateness(30), lateness(10)))
        .containsExactly("the machine paused: 1 % of the wakings were more than 10.0 ms late");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"36, -", "36.1, this process used 90 % of the 4 processors"})
  void whatUsesMoreThanNineTenthsOfTheProcessorsIsBusy(double cpu, String reason) {
    assertThat(busy(cpu)).isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"500, -", "501, 5 % of the time went into garbage collection"})
  void moreThanATwentiethOfCollectingIsADoubt(double totalMs, String reason) {
    assertThat(still(new GcPauses(50, totalMs, 20), null))
        .isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"50, -", "51, a garbage collection stopped everything for 51 ms"})
  void onePauseOfMoreThanFiftyMillisecondsIsADoubt(double longestMs, String reason) {
    assertThat(still(new GcPauses(1, 60, longestMs), null))
        .isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "600, -",
        "601, 'the JVM stopped everything for 5 % of the time, and not to collect garbage'"
      })
  void otherStopsAreADoubtOfTheirOwn(double totalMs, String reason) {
    assertThat(still(new GcPauses(10, 100, 20), new Safepoints(90, totalMs)))
        .isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @Test
  void samplesThatContradictTheTimesAreADoubt() {
    var case_ =
        new Case(
            10, 20, WELL.gc, WELL.safepoints, WELL.lateStart, WELL.scheduler, WELL.machine, BROKEN);
    assertThat(case_.doubts())
        .containsExactly("in-flight samples say 12.1 requests at once, the recorded times 9.3");
  }

  @Test
  void everyReasonIsTold() {
    var allAtOnce =
        new Case(
            10,
            39,
            new GcPauses(9, 700, 90),
            Optional.of(new Safepoints(20, 1400)),
            lateness(20),
            lateness(20),
            lateness(20),
            BROKEN);
    assertThat(allAtOnce.doubts()).hasSize(7);
  }

  @Test
  void aRunWithoutTimeIsNotDoubted() {
    var empty =
        new Case(
            0,
            1,
            new GcPauses(1, 10, 10),
            Optional.of(new Safepoints(2, 20)),
            Latencies.NONE,
            Latencies.NONE,
            Latencies.NONE,
            new LittlesLaw(new Seen(0, 0, 0), 0.01, 0, 0, 0));
    assertThat(empty.doubts()).isEmpty();
  }
}
