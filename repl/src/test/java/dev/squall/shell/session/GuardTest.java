package dev.squall.shell.session;

import static dev.squall.Squall.get;
import static dev.squall.Squall.mix;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.proxy;
import static dev.squall.Squall.resolve;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.share;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.load.Load;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Workload;
import dev.squall.shell.TestFront;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final Workload FAR = of("http://192.0.2.1");
  private static final Workload HERE = of("http://127.0.0.1:1");
  private static final Load MUCH = users(20).during(seconds(10));

  private final Guard guard = new Guard();
  private final TestFront front = new TestFront();

  private static Workload of(String base) {
    return scenario("s", get("/a"), get("/b")).at(base);
  }

  private void check(Workload workload, Load load, Option... options) {
    guard.check(Plan.of(workload, load, Options.of(options)), front);
  }

  @Test
  void thisMachineIsFree() {
    for (var host : List.of("127.0.0.1:1", "localhost", "[::1]:8080", "127.9.9.9")) {
      check(of("http://" + host), MUCH);
    }
    assertThat(front.questions).isEmpty();
  }

  @Test
  void yesHoldsForTheRestOfTheSession() {
    front.answers.add("y");
    check(FAR, MUCH);
    check(FAR, MUCH);
    assertThat(front.questions)
        .containsExactly(
            "20 users for 10s against 192.0.2.1, which is not this machine."
                + " May it be loaded? [y/N] ");
    assertThat(guard.allowed()).containsExactly("192.0.2.1");
  }

  @Test
  void noIsAskedAgain() {
    front.answers.addAll(List.of("", "n"));
    refuses(FAR, MUCH);
    refuses(FAR, MUCH);
    assertThat(front.questions).hasSize(2);
  }

  @Test
  void whereNobodyCanBeAskedTheWordThatAllowsItIsSaid() {
    assertThatThrownBy(() -> check(FAR, MUCH))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nobody can be asked")
        .hasMessageContaining("%allow 192.0.2.1, or allow(\"192.0.2.1\") in Java");
  }

  @Test
  void aHostIsAllowedHoweverItIsWritten() {
    guard.allow("HTTP://192.0.2.1:8080/path");
    check(FAR, MUCH);
    assertThat(guard.forbid("192.0.2.1")).isTrue();
    refuses(FAR, MUCH);
  }

  @Test
  void aFewRequestsPass() {
    check(FAR, perSecond(5).during(seconds(10)));
    check(FAR, users(2).iterations(5));
    check(
        scenario("s", get("/")).at("http://192.0.2.1").pacing(seconds(1)),
        users(10).during(seconds(5)));
    refuses(FAR, perSecond(5.5).during(seconds(10)));
    refuses(FAR, users(2).iterations(6));
    refuses(FAR, users(1).during(seconds(1)));
    refuses(
        scenario("s", get("/")).at("http://192.0.2.1").pacing(seconds(1)),
        users(11).during(seconds(5)));
  }

  @Test
  void everyHostOfAMixCounts() {
    var both =
        mix(
            "both",
            share(50, scenario("a", get("/")).at("http://127.0.0.1:1")),
            share(50, scenario("b", get("http://192.0.2.2/x")).at("http://127.0.0.1:1")));
    refuses(both, MUCH);
    guard.allow("192.0.2.2");
    check(both, MUCH);
  }

  @Test
  void aProxyIsAHostToo() {
    refuses(HERE, MUCH, proxy("http://user:secret@192.0.2.3:3128"));
    check(HERE, MUCH, proxy("http://127.0.0.1:3128"));
  }

  @Test
  void theAddressCountsThatAHostIsGiven() {
    check(of("http://shop.example.com"), MUCH, resolve("shop.example.com", "127.0.0.1"));
    refuses(of("http://localhost"), MUCH, resolve("localhost", "192.0.2.4"));
  }

  private void refuses(Workload workload, Load load, Option... options) {
    assertThatThrownBy(() -> check(workload, load, options)).isInstanceOf(ProblemException.class);
  }
}
