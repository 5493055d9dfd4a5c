package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.sample.Outcome;
import dev.squall.stats.ConnectionSettings;
import dev.squall.stats.Results;
import dev.squall.stats.UserPool;
import org.junit.jupiter.api.Test;

/** What reports say of a load's course. */
class CourseTest {
  private static final String REASON = "stopped at 300/s: p95 was 412 ms, above 300 ms";

  private static Results results() {
    var recorder = Runs.recorder("list", ConnectionSettings.DEFAULT);
    recorder.record(Runs.sample(0, 1, 100, 10, 200, Outcome.OK));
    recorder.mark(450_000_000, "rate 300/s");
    recorder.mark(1_500_000_000, REASON);
    recorder.stopped(REASON);
    recorder.pool(new UserPool(2000, 2000, 12_345));
    return recorder.finish(2_000_000_000, Runs.TRUSTED);
  }

  @Test
  void theTextSaysWhoWaitedWhatWasDoneAndWhyItEnded() {
    assertThat(new Course(results(), 80))
        .hasToString(
            """
              waiting     12 345 arrivals waited because all 2 000 users were busy, the most
                there may be
              marks       0.5 s rate 300/s; 1.5 s stopped at 300/s: p95 was 412 ms, above
                300 ms
              stopped at 300/s: p95 was 412 ms, above 300 ms
            """);
    assertThat(new TextReport(results()).toString()).contains(new Course(results(), 80).toString());
  }

  @Test
  void nothingIsSaidOfNothing() {
    assertThat(new Course(Runs.small(), 80)).hasToString("");
  }

  @Test
  void theJsonSaysTheSame() throws JsonProcessingException {
    var json = new ObjectMapper().readTree(results().toJson());

    assertThat(json.get("marks"))
        .hasToString(
            "[{\"t_s\":0.45,\"text\":\"rate 300/s\"},{\"t_s\":1.5,\"text\":\"" + REASON + "\"}]");
    assertThat(json.get("stopped").asText()).isEqualTo(REASON);
    assertThat(json.get("pool"))
        .hasToString("{\"limit\":2000,\"most_busy\":2000,\"waited_at_limit\":12345}");
    assertThat(json.get("timeline").get(0).get("marks")).hasToString("[\"rate 300/s\"]");
    assertThat(json.get("timeline").get(1).get("marks")).hasToString("[\"" + REASON + "\"]");
    var quiet = new ObjectMapper().readTree(Runs.small().toJson());
    assertThat(quiet.get("marks")).isEmpty();
    assertThat(quiet.get("stopped").isNull()).isTrue();
    assertThat(quiet.get("timeline").get(0).has("marks")).isFalse();
  }
}
