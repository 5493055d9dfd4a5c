package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.load.Load;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnMeansTest {
  /** 1000 files and 5000 ports that are free. */
  private static final OwnMeans FEW_FILES = new OwnMeans(36, 1100, 5000);

  private static final OwnMeans FEW_PORTS = new OwnMeans(36, OwnMeans.UNKNOWN, 1000);

  private static List<String> lacks(OwnMeans means, Load load, int targets, Option... options) {
    return means
        .lacks(OwnMeans.users(load), targets, Network.settings(Options.of(options)))
        .stream()
        .map(Problem::what)
        .toList();
  }

  @Test
  void asManyUsersAsFilesFit() {
    assertThat(lacks(FEW_FILES, users(1000).during(seconds(1)), 1)).isEmpty();
    assertThat(lacks(FEW_FILES, users(1001).during(seconds(1)), 1))
        .containsExactly(
            "its users need 1001 connections at once, and this process may open 1000 more files");
  }

  @Test
  void aKeptConnectionStaysOpenForEachTarget() {
    assertThat(lacks(FEW_FILES, users(501).during(seconds(1)), 2)).hasSize(1);
    assertThat(lacks(FEW_FILES, users(500).during(seconds(1)), 2)).isEmpty();
    assertThat(lacks(FEW_FILES, users(1000).during(seconds(1)), 2, freshConnections())).isEmpty();
    assertThat(lacks(FEW_FILES, users(1000).during(seconds(1)), 2, maxIdleConnections(0)))
        .isEmpty();
  }

  @Test
  void usersThatHaveNothingToDoOpenNothing() {
    assertThat(lacks(FEW_FILES, users(5000).iterations(1000), 1)).isEmpty();
    assertThat(lacks(FEW_FILES, users(5000).sharedIterations(1001), 1)).hasSize(1);
  }

  @Test
  void aCeilingIsNotRefused() {
    var nothing = new OwnMeans(100, 100, 0);
    assertThat(lacks(nothing, perSecond(1000).during(seconds(1)), 1)).isEmpty();
    assertThat(lacks(nothing, users(1).during(seconds(1)), 1)).hasSize(2);
  }

  @Test
  void aPortServesEveryTargetOnceUnlessItIsBoundBeforehandOrForAProxy() {
    assertThat(lacks(FEW_PORTS, users(1000).during(seconds(1)), 3)).isEmpty();
    assertThat(lacks(FEW_PORTS, users(1001).during(seconds(1)), 3))
        .containsExactly("its users need 1001 local ports, and this machine has 1000 for them");
    assertThat(
            lacks(
                FEW_PORTS,
                users(667).during(seconds(1)),
                3,
                localAddresses("127.0.0.1", "0.0.0.0")))
        .containsExactly("its users need 2001 local ports, and this machine has 2000 for them");
    assertThat(lacks(FEW_PORTS, users(334).during(seconds(1)), 3, proxy("http://127.0.0.1:3128")))
        .containsExactly("its users need 1002 local ports, and this machine has 1000 for them");
  }

  @Test
  void whatToDoIsSaid() {
    var settings = Network.settings(Options.DEFAULT);
    assertThat(FEW_FILES.lacks(20_000, 1, settings))
        .extracting(Problem::hint)
        .containsExactly(
            "before it starts, say: ulimit -n 21000",
            "widen the range: sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\"; or connect"
                + " from 4 of its addresses: localAddresses(\"127.0.0.1\", \"127.0.0.2\", …)");
  }

  @Test
  void usersThatDoNotFitAreRefusedBeforeTheFirstRequest() throws Exception {
    try (var server = RecordingServer.answering("{}")) {
      var one = scenario("one", get("/"));
      assertThatThrownBy(() -> start(one, users(50_000_000).during(seconds(1)), at(server.url())))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("load: its users need 50000000");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void optionsThatThisMachineCannotDoAreToldBeforeTheFirstRequest() throws Exception {
    try (var server = RecordingServer.answering("{}")) {
      var one = scenario("one", get("/"));
      assertThatThrownBy(() -> once(one, at(server.url()), localAddresses("192.0.2.1")))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("192.0.2.1 is not an address of this machine");
      assertThatThrownBy(() ->
              start(one, users(1).iterations(1), at(server.url()), localAddresses("192.0.2.1")))
          .isInstanceOf(ProblemException.class);
      assertThat(server.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'32768\t60999\n', '\n', 28232",
    "1024 65535, '', 64512",
    "32768 60999, 8080, 28232",
    "32768 60999, '40000,50000-50009\n', 28221",
    "32768 60999, 0-65535, 0",
    "32768 60999, 60990-65535, 28222",
  })
  void portsAreCounted(String range, String reserved, long ports) {
    assertThat(OwnMeans.localPorts(range, reserved)).isEqualTo(ports);
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "1, ''", "a b, ''"})
  void whereNothingIsKnownNothingIsRefused(String range, String reserved) {
    assertThat(OwnMeans.localPorts(range, reserved)).isEqualTo(OwnMeans.UNKNOWN);
    var means = new OwnMeans(0, OwnMeans.UNKNOWN, OwnMeans.UNKNOWN);
    assertThat(lacks(means, users(1_000_000_000).during(seconds(1)), 9)).isEmpty();
    assertThat(means.waitingPorts(1e9, 0)).isEmpty();
  }

  @Test
  void portsThatWaitForAMinuteExplainWhyTheyRanOut() {
    assertThat(FEW_PORTS.waitingPorts(16, 0)).isEmpty();
    assertThat(FEW_PORTS.waitingPorts(20, 0))
        .contains(
            "20 new connections a second keep up to 1200 local ports waiting for 60 s each"
                + " (TIME_WAIT), and this machine has 1000: keep connections, or connect from more"
                + " local addresses");
    assertThat(FEW_PORTS.waitingPorts(20, 2)).isEmpty();
  }

  @Test
  void thisMachineHasSomething() {
    var now = OwnMeans.now();
    assertThat(now.openFiles()).isNotNegative().isLessThan(now.mostFiles());
    assertThat(now.localPorts()).isPositive();
  }
}
