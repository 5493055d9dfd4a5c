package dev.squall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Connections.Reuse;
import dev.squall.plan.Options.Cookies;
import dev.squall.plan.Options.Part;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OptionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofDays(366);
  private static final Path PEM = Path.of("ca.pem");

  @Test
  void eachChoiceChangesWhatItNamesAndNothingElse() {
    var identity = new Tls.Identity(PEM, Optional.empty(), Optional.of("secret"));
    var options =
        Options.of(
            o -> o.withBase("http://a"),
            o -> o.withSeed(7),
            o -> o.withGrace(SECOND),
            o -> o.withCookies(Cookies.SHARED),
            o -> o.withPart(new Part(1, 2)),
            o -> o.withThinkScale(0.5),
            o -> o.limits(l -> l.withTimeout(SECOND).withConnectTimeout(SECOND)),
            o -> o.limits(l -> l.withIdleTimeout(SECOND).withRedirects(3).withKeptBody(4)),
            o -> o.connections(c -> c.withReuse(Reuse.FRESH).withMaxIdle(5).withNoDelay(false)),
            o -> o.connections(c -> c.withIdleTimeout(SECOND).withTcpKeepAlive(LATER)),
            o -> o.tls(t -> t.insecure().withAuthorities(PEM).withIdentity(identity)),
            o -> o.tls(t -> t.withVersions(List.of("1.3")).withFullHandshakes()),
            o -> o.routes(r -> r.withResolved("a", List.of("127.0.0.1")).withLocal(List.of("l"))),
            o -> o.routes(r -> r.withLocal(List.of("m")).withProxy("http://p").withDnsTtl(SECOND)),
            o -> o.routes(r -> r.withRedirectsWithin(List.of("w"))));

    assertThat(options)
        .isEqualTo(
            new Options(
                Optional.of("http://a"),
                7,
                SECOND,
                new Limits(SECOND, SECOND, SECOND, 3, 4),
                new Connections(Reuse.FRESH, 5, SECOND, LATER, false),
                Cookies.SHARED,
                new Tls(false, Optional.of(PEM), Optional.of(identity), List.of("1.3"), false),
                new Routes(
                    Map.of("a", List.of("127.0.0.1")),
                    List.of("l", "m"),
                    Optional.of("http://p"),
                    SECOND,
                    Optional.of(List.of("w"))),
                new Part(1, 2),
                0.5));
  }

  @Test
  void whatIsSecretIsNotPrinted() {
    assertThat(new Tls.Identity(PEM, Optional.empty(), Optional.of("secret")))
        .hasToString("ca.pem");
    assertThat(Routes.DIRECT.withProxy("http://me:secret@proxy"))
        .hasToString("resolved {}, local [], by proxy");
    assertThat(Routes.DIRECT.withLocal(List.of("127.0.0.2")))
        .hasToString("resolved {}, local [127.0.0.2]");
  }

  static List<Arguments> nonsense() {
    return List.of(
        wrong(
            o -> o.limits(l -> l.withTimeout(Duration.ZERO)),
            "a time-out of 0s lets nothing through",
            "timeout(seconds(30)), at most a year"),
        wrong(
            o -> o.limits(l -> l.withConnectTimeout(LATER)),
            "a connect time-out of 8784h is no limit",
            "connectTimeout(seconds(30)), at most a year"),
        wrong(
            o -> o.limits(l -> l.withIdleTimeout(LATER)),
            "an idle time-out of 8784h is no limit",
            "idleTimeout(seconds(30)), at most a year"),
        wrong(
            o -> o.withGrace(Duration.ofSeconds(-1)),
            "a grace of -1s cannot be kept",
            "grace(seconds(5)), at most a year"),
        wrong(
            o -> o.withThinkScale(-0.1),
            "pauses cannot be -0.1 times as long",
            "thinkScale(0.1), from 0 for none to 100"),
        wrong(
            o -> o.withThinkScale(100.5),
            "pauses cannot be 100.5 times as long",
            "thinkScale(0.1), from 0 for none to 100"),
        wrong(
            o -> o.withThinkScale(Double.NaN),
            "pauses cannot be NaN times as long",
            "thinkScale(0.1), from 0 for none to 100"),
        wrong(
            o -> o.limits(l -> l.withRedirects(-1)),
            "-1 redirects are no number of them",
            "redirects(10), 0 for none"),
        wrong(
            o -> o.limits(l -> l.withKeptBody(0)),
            "a limit of 0 bytes keeps nothing",
            "keptBody(16_777_216) keeps 16 MiB"),
        wrong(
            o -> o.connections(c -> c.withMaxIdle(-2)),
            "-2 idle connections are no number of them",
            "maxIdleConnections(32), 0 for none"),
        wrong(
            o -> o.connections(c -> c.withIdleTimeout(Duration.ofSeconds(-1))),
            "a pool's idle time-out of -1s lets nothing through",
            "idleConnectionTimeout(seconds(30)), at most a year"),
        wrong(
            o -> o.connections(c -> c.withTcpKeepAlive(LATER)),
            "a TCP keep-alive of 8784h is no limit",
            "tcpKeepAlive(seconds(30)), at most a year"),
        wrong(
            o -> o.routes(r -> r.withDnsTtl(LATER)),
            "a time-to-live of 8784h is no limit",
            "dnsTtl(seconds(30)), at most a year"));
  }

  private static Arguments wrong(Option choice, String what, String hint) {
    return Arguments.of(Options.of(choice), what, hint);
  }

  private static List<Problem> problems(Options options) {
    var problems = new ArrayList<Problem>();
    new OptionsCheck(options, problems::add).check();
    return problems;
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void whatCannotBeKeptIsTold(Options options, String what, String hint) {
    assertThat(problems(options)).containsExactly(new Problem(Position.in("options"), what, hint));
  }

  @Test
  void theSmallestAndTheLargestAreFine() {
    var year = Duration.ofDays(365);
    assertThat(problems(Options.DEFAULT)).isEmpty();
    assertThat(
            problems(
                Options.of(
                    o -> o.withGrace(Duration.ZERO),
                    o -> o.limits(l -> l.withRedirects(0).withKeptBody(1).withTimeout(year)),
                    o -> o.connections(c -> c.withMaxIdle(0).withTcpKeepAlive(Duration.ZERO)))))
        .isEmpty();
    assertThat(problems(Options.of(o -> o.withGrace(year), o -> o.withThinkScale(0)))).isEmpty();
    assertThat(problems(Options.of(o -> o.withThinkScale(100)))).isEmpty();
  }
}
