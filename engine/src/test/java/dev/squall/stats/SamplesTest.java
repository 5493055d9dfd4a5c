package dev.squall.stats;

import static dev.squall.stats.Facts.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Outcome;
import dev.squall.sample.Sample.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void eachRequestHasARowAndNothingElseHas() {
    var recorder = Facts.recorder();
    recorder.record(Facts.ok(1, 7, 100, 20.5));
    recorder.record(Facts.sample(0, 3, 10, -1, 5000, 0, Facts.TIMED_OUT));
    recorder.record(Facts.sample(2, 4, 10, 0, 50, 0, Outcome.INTERRUPTED));
    recorder.record(Facts.exchange(Kind.HOP, 0, 1, 0, 3));
    var samples = recorder.finish(nanos(6000), Generator.RUNNING).samples();
    assertThat(samples)
        .containsExactly(
            new RawSample("browsing", "list", 60_000, 50_000, 50_000, 4, 7, 0, "interrupted"),
            new RawSample("shopping", "list", 120_500, 20_500, 19_500, 7, 7, 200, "ok"),
            new RawSample("shopping", "login", 5_010_000, 5_000_000, -1, 3, 7, 0, "timeout_error"));
    assertThat(samples.incomplete()).isEmpty();
    assertThat(samples.iterator().next().intendedMicros()).isEqualTo(10_000);
  }

  @Test
  void theySumUpToWhatTheResultsSay() {
    var recorder = Facts.recorder();
    Facts.record(recorder, new Random(9), 30_000);
    var results = recorder.finish(nanos(2000), Generator.RUNNING);
    var samples = results.samples();
    assertThat(samples.kept()).isEqualTo(results.totals().requests()).isGreaterThan(20_000);
    assertThat(samples.stream().filter(row -> row.outcome().equals("ok")).count())
        .isEqualTo(results.totals().ok());
  }

  @Test
  void aSnapshotKeepsWhatThereWasWhateverComesLater() {
    var recorder = Facts.recorder();
    recorder.record(Facts.ok(0, 1, 0, 5));
    var before = recorder.snapshot(nanos(10)).samples();
    recorder.record(Facts.ok(0, 1, 10, 5));
    assertThat(before.stream()).hasSize(1);
    assertThat(recorder.snapshot(nanos(20)).samples().stream()).hasSize(2);
  }

  @Test
  void ofOneRunThereIsRoomForAMillionAndTheFurtherOnesAreSaidToBeMissing() {
    var room = new SampleRoom(new SampleRoom.House(Long.MAX_VALUE));
    var columns = new SampleColumns(room);
    var sample = Facts.ok(0, 1, 0, 5);
    for (int i = 0; i < 1_100_000; i++) {
      columns.record(sample);
    }
    assertThat(columns.rows()).isEqualTo(245 * 4096);
    var layout = new Layout(Facts.SCENARIOS, Facts.STEPS);
    var samples = Samples.of(List.of(new Samples.Part(columns, layout)), 1_100_000);
    assertThat(samples.stream().count()).isEqualTo(1_003_520);
    assertThat(samples.incomplete())
        .isEqualTo("raw samples of 1 003 520 of 1 100 000 requests: more are not kept of one run");
  }

  @Test
  void theOldestRunMakesRoomAndThatIsSaid() {
    var house = new SampleRoom.House(2 * SampleChunk.BYTES);
    var layout = new Layout(Facts.SCENARIOS, Facts.STEPS);
    var rooms = IntStream.range(0, 3).mapToObj(_ -> new SampleRoom(house)).toList();
    var all =
        rooms.stream()
            .map(room -> {
              var columns = new SampleColumns(room);
              columns.record(Facts.ok(0, 1, 0, 5));
              return Samples.of(List.of(new Samples.Part(columns, layout)), 1);
            })
            .toList();
    assertThat(all.getFirst().stream()).isEmpty();
    assertThat(all.getFirst().dropped()).isTrue();
    assertThat(all.getFirst().incomplete())
        .isEqualTo("the raw samples were dropped: those of later runs needed their room");
    assertThat(all.get(1).stream()).hasSize(1);
    assertThat(all.get(2).stream()).hasSize(1);
    assertThat(rooms.getFirst().isFull()).isTrue();
  }
}
