package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.Squall;
import dev.squall.load.Load;
import dev.squall.scenario.Mix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that share a load send together what one alone would have sent, to the byte. */
@Timeout(60)
class WorkersTest {

  /** Rows in two orders, draws, a mix. */
  private static Mix drawing() {
    var reader =
        scenario(
                "reader",
                get("/${COUNTER}/${random(1,1000000)}").named("read").header("X-Id", "${UUID}"),
                pause(millis(0), millis(1)),
                leave(0.4),
                put("/${term}").named("write").text("${COUNTER} ${email} ${pick(a,b,c)}"))
            .feed(csv("../examples/data/accounts.csv").shuffled())
            .feed(Squall.values("term", "laptop", "phone", "shirt").random());
    var other = scenario("other", post("/other").json("{\"of\": ${COUNTER}, \"id\": \"${UUID}\"}"));
    return mix("drawing", share(3, reader), share(1, other));
  }

  private static List<String> sent(Load load, int workers) throws IOException {
    var sent = new ArrayList<String>();
    for (int worker = 0; worker < workers; worker++) {
      try (var server = RecordingServer.answering("{}")) {
        var results =
            run(drawing(), load, at(server.url()), part(worker, workers), grace(seconds(30)));
        Sums.holdIn(results);
        assertThat(results.errors()).isEmpty();
        assertThat(server.received()).hasSizeGreaterThan(100 / workers);
        server.received().stream()
            .map(one -> one.line() + one.headers("X-Id") + one.body())
            .forEach(sent::add);
      }
    }
    return sent.stream().sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void ofAnOpenLoad(int workers) throws IOException {
    var load = perSecond(300).during(seconds(0.5)).poisson();

    assertThat(sent(load, workers)).isEqualTo(sent(load, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void ofDividedIterations(int workers) throws IOException {
    var load = users(8).iterations(150);

    assertThat(sent(load, workers)).isEqualTo(sent(load, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void ofSharedIterations(int workers) throws IOException {
    var load = users(8).sharedIterations(150);

    assertThat(sent(load, workers)).isEqualTo(sent(load, 1));
  }

  @Test
  void anotherSeedIsAnotherRun() throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      run(drawing(), users(2).iterations(150), at(server.url()), seed(43));
      var other = server.received().stream().map(RecordingServer.Received::line).sorted().toList();

      assertThat(sent(users(2).iterations(150), 1)).isNotEqualTo(other);
    }
  }
}
