package dev.squall.stats;

import static dev.squall.stats.Facts.exact;
import static dev.squall.stats.Facts.exchange;
import static dev.squall.stats.Facts.nanos;
import static dev.squall.stats.Facts.ok;
import static dev.squall.stats.Facts.opened;
import static dev.squall.stats.Facts.recorder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.squall.sample.Connections;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import dev.squall.sample.Sample.Kind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was on the wire beside the requests: hops, attempts, set-ups of connections. */
class WireFactsTest {

  private static Connections opened(long count) {
    return new Connections(count, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static ConnectionStats connections(Recorder recorder) {
    return recorder.finish(nanos(10_000), Generator.RUNNING).connections();
  }

  @ParameterizedTest
  @EnumSource(names = {"HOP", "ATTEMPT"})
  void anExchangeOnTheWayIsOnTheWireAndIsNoRequest(Kind kind) {
    var recorder = recorder();
    recorder.record(exchange(kind, 1, 3, 0, 9_000));
    var results = recorder.finish(nanos(10_000), Generator.RUNNING);
    var totals = results.totals();
    assertThat(totals.sent()).isEqualTo(1);
    assertThat(totals.bytesSent()).isEqualTo(10);
    assertThat(totals.bytesReceived()).isEqualTo(kind == Kind.HOP ? 20 : 0);
    assertThat(totals.hops()).isEqualTo(kind == Kind.HOP ? 1 : 0);
    assertThat(totals.attempts()).isEqualTo(kind == Kind.ATTEMPT ? 1 : 0);
    assertThat(totals.requests() + totals.ok() + totals.failed() + totals.interrupted()).isZero();
    var step = results.steps().get(1);
    assertThat(step.hops()).isEqualTo(totals.hops());
    assertThat(step.attempts()).isEqualTo(totals.attempts());
    assertThat(step.count() + step.ok() + step.failed()).isZero();
    assertThat(step.status()).isEmpty();
    assertThat(step.slowest()).isEmpty();
    assertThat(step.response()).isEqualTo(Latencies.NONE);
    assertThat(step.service()).isEqualTo(Latencies.NONE);
    assertThat(step.waiting()).isEqualTo(Latencies.NONE);
    assertThat(results.endpoints().get(1).count()).isZero();
    assertThat(results.users()).isEmpty();
    assertThat(results.otherUsers().requests()).isZero();
    assertThat(results.errors()).isEmpty();
    assertThat(results.timeline().get(9).requests()).isZero();
    assertThat(results.timeline().get(9).bytesSent()).isEqualTo(10);
  }

  @Test
  void aStepKnowsHowLongItsHopsTook() {
    var recorder = recorder();
    for (int i = 1; i <= 100; i++) {
      recorder.record(exchange(Kind.HOP, i % 2, i, 0, i));
    }
    recorder.record(exchange(Kind.ATTEMPT, 0, 1, 0, 5_000));
    recorder.record(ok(0, 1, 0, 7_000));
    var results = recorder.finish(nanos(10_000), Generator.RUNNING);
    var login = results.steps().getFirst();
    assertThat(login.hops()).isEqualTo(50);
    assertThat(login.hopService().count()).isEqualTo(50);
    assertThat(exact(login.hopService().percentile(50))).isCloseTo(50, within(0.1));
    assertThat(exact(login.hopService().max())).isCloseTo(100, within(0.1));
    assertThat(exact(login.response().min())).isCloseTo(7_000, within(5.0));
    assertThat(results.steps().get(1).attempts()).isZero();
    assertThat(results.hopService().count()).isEqualTo(100);
    assertThat(exact(results.hopService().min())).isCloseTo(1, within(0.01));
  }

  @Test
  void aHopThatWasNeverAnsweredWholeHasNoServiceTime() {
    var recorder = recorder();
    var hop = exchange(Kind.HOP, 0, 1, 0, 5);
    recorder.record(hop);
    recorder.record(
        new Sample(
            Kind.HOP, 0, 1, 7, 0, 0, 1, 2, 302, false, true, 1, 1, 0, false, Outcome.INTERRUPTED));
    var login = recorder.finish(nanos(10), Generator.RUNNING).steps().getFirst();
    assertThat(login.hops()).isEqualTo(2);
    assertThat(login.hopService().count()).isEqualTo(1);
    assertThat(login.hopService().beside()).isEqualTo(1);
  }

  @Test
  void hopsAndAttemptsComeBackFromTheMatrix() {
    var recorder = recorder();
    recorder.record(exchange(Kind.HOP, 0, 1, 0, 5));
    recorder.record(exchange(Kind.ATTEMPT, 1, 1, 2_000, 5));
    var matrix = recorder.finish(nanos(3_000), Generator.RUNNING).matrix();
    var back = new Rows(Matrix.decode(matrix.encode()).plus(matrix).sum(), 3);
    assertThat(back.totals(0, 0, 0).hops()).isEqualTo(2);
    assertThat(back.totals(0, 0, 0).attempts()).isEqualTo(2);
    assertThat(back.requests().hopService().count()).isEqualTo(2);
  }

  @Test
  void whatSettingUpTookIsKnownWhereverTheUserRecordedIt() {
    var recorder = recorder();
    for (int user = 1; user <= 100; user++) {
      recorder.record(Facts.opened(user, user == 1 ? 30 : 0, user, 2 * user, user > 60));
    }
    var connections = connections(recorder);
    assertThat(connections.connect().count()).isEqualTo(100);
    assertThat(exact(connections.connect().percentile(50))).isCloseTo(50, within(0.1));
    assertThat(exact(connections.tls().percentile(99))).isCloseTo(198, within(0.2));
    assertThat(connections.dns().count()).as("a known name took no time").isEqualTo(1);
    assertThat(exact(connections.dns().max())).isCloseTo(30, within(0.1));
    assertThat(connections.handshakes()).isEqualTo(100);
    assertThat(connections.resumed()).isEqualTo(40);
  }

  @Test
  void aPlainConnectionHasNoHandshake() {
    var recorder = recorder();
    recorder.record(Facts.opened(1, 0, 1, -1, false));
    recorder.record(Facts.opened(2, 0, 1, 0, false));
    var connections = connections(recorder);
    assertThat(connections.connect().count()).isEqualTo(2);
    assertThat(connections.handshakes()).isEqualTo(1);
    assertThat(connections.tls().count()).isEqualTo(1);
    assertThat(connections.dns()).isEqualTo(Latencies.NONE);
  }

  @Test
  void aSnapshotCountsNoConnectionTwice() {
    var recorder = recorder();
    recorder.record(Facts.opened(1, 0, 1, 3, true));
    recorder.snapshot(nanos(1));
    recorder.record(Facts.opened(1, 0, 1, 3, true));
    assertThat(connections(recorder).handshakes()).isEqualTo(2);
    assertThat(connections(recorder).resumed()).isEqualTo(2);
    assertThat(connections(recorder).connect().count()).isEqualTo(2);
  }

  @Test
  void eachTickSaysHowManyWereOpenedSinceTheOneBefore() {
    var recorder = recorder();
    recorder.tick(nanos(1_000), 1, opened(20));
    recorder.tick(nanos(2_000), 1, opened(20));
    recorder.tick(nanos(3_000), 1, opened(75));
    recorder.tick(nanos(3_001), 1, opened(80));
    var connections = connections(recorder);
    assertThat(connections.utilisation())
        .extracting(ConnectionStats.Utilisation::opened)
        .containsExactly(20L, 0L, 55L, 5L);
    assertThat(connections.openedPerSecond()).isEqualTo(8);
    assertThat(connections.peakOpenedPerSecond()).isEqualTo(55);
  }

  @Test
  void thinnedTicksLoseNoConnection() {
    var recorder = recorder();
    IntStream.rangeClosed(1, 36_001)
        .forEach(second -> recorder.tick(nanos(1000.0 * second), 1, opened(3L * second)));
    var connections = connections(recorder);
    assertThat(connections.utilisation()).hasSize(18_001);
    assertThat(connections.utilisation().stream().mapToLong(tick -> tick.opened()).sum())
        .isEqualTo(3L * 36_001);
    assertThat(connections.peakOpenedPerSecond()).isEqualTo(3);
  }

  @Test
  void whereNothingWasOpenedThereIsNoPeak() {
    assertThat(connections(recorder()).peakOpenedPerSecond()).isZero();
    assertThat(connections(recorder()).connect()).isEqualTo(Latencies.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, ''",
        "proxy:3128, proxy:3128",
        "http://proxy:3128, http://proxy:3128",
        "http://me:secret@proxy:3128, http://proxy:3128",
        "http://me:p@ss/word@proxy:3128, http://proxy:3128",
        "me:secret@proxy:3128, proxy:3128",
        "http://[::1]:3128, http://[::1]:3128"
      })
  void aProxysPasswordIsInNoResult(String given, String kept) {
    var settings =
        new ConnectionSettings(true, 1, 1, 1, true, false, "user", 0, given == null ? "" : given);
    assertThat(settings.proxy()).isEqualTo(kept);
  }
}
