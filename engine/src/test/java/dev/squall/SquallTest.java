package dev.squall;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.load.ClosedLoad;
import dev.squall.load.DailyTraffic;
import dev.squall.load.Iterations;
import dev.squall.load.Iterations.Sharing;
import dev.squall.load.OpenLoad;
import dev.squall.load.Profile;
import dev.squall.load.Stage;
import dev.squall.load.StepUp;
import dev.squall.plan.Connections;
import dev.squall.plan.Limits;
import dev.squall.plan.Options;
import dev.squall.plan.Routes;
import dev.squall.plan.Tls;
import dev.squall.problem.ProblemException;
import dev.squall.sample.Category;
import dev.squall.shop.PracticeShop;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SquallTest {
  private static PracticeShop practice;

  @BeforeAll
  static void open() {
    practice = PracticeShop.start();
  }

  @AfterAll
  static void close() {
    practice.close();
  }

  @Test
  void theExampleReadsAsItRuns() {
    var shop =
        scenario(
                "shopping",
                post("/auth/login")
                    .named("login")
                    .json(
                        """
                        {"email": "test@example.com", "password": "password123"}\
                        """)
                    .check(status().is(200))
                    .extract("token", jsonPath("$.token")),
                pause(millis(1), millis(3)),
                get("/products?limit=10").extract("id", jsonPath("$.products[0].id")),
                get("/products/${id}")
                    .check(jsonPath("$.id").is("${id}"), elapsed().isBelow(seconds(20))),
                get("/cart").bearer("${token}"),
                post("/cart/items")
                    .bearer("${token}")
                    .json(
                        """
                        {"product_id": "${id}", "quantity": 1}\
                        """)
                    .check(status().in(201, 409)))
            .at(practice.url().toString());

    var one = once(shop);
    assertThat(one.success()).isTrue();
    assertThat(one.toString()).startsWith("shopping: ok, 5 steps, ");

    long before = practice.requests();
    var a = run(shop, users(3).during(millis(500)));
    var b = run(shop, perSecond(20).during(millis(500)), seed(7));
    assertThat(a.errors()).isEmpty();
    assertThat(b.errors()).isEmpty();
    assertThat(b.info().seed()).isEqualTo(7);
    assertThat(b.totals().requests()).isEqualTo(50);
    assertThat(a.totals().sent() + b.totals().sent()).isEqualTo(practice.requests() - before);
    assertThat(report(a).toString()).contains("shopping", "login", "GET /products/${id}");
  }

  @Test
  void everyMethodReachesTheServer() {
    var all =
        scenario(
            "methods",
            get("/status"),
            post("/status"),
            put("/status"),
            patch("/status"),
            delete("/status"),
            head("/status"),
            options("/health").check(status().is(204), header("Allow").contains("GET")));

    var trace = once(all, at(practice.url().toString()));
    assertThat(trace.steps()).allMatch(step -> step.error().isEmpty());
    assertThat(trace.steps())
        .extracting(step -> step.request().substring(0, step.request().indexOf(' ')))
        .containsExactly("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
  }

  @Test
  void everyWordOfACheckHoldsAndFailsAsItReads() {
    var good =
        get("/products/prod-123")
            .check(
                status().is(200),
                status().isNot(404),
                status().in(200, 204),
                status().isBelow(300),
                status().isAbove(199),
                status().isBetween(200, 299),
                header("content-type").contains("json"),
                header("CONTENT-TYPE").exists(),
                jsonPath("$.price").is(99.99),
                jsonPath("$.price").is("99.990"),
                jsonPath("$.price").isNot(100),
                jsonPath("$.price").isBelow(100),
                jsonPath("$.price").isAbove(99),
                jsonPath("$.price").isBetween(99.99, 99.99),
                jsonPath("$.id").in("prod-1", "prod-123"),
                jsonPath("$.id").matches("^prod-\\d+$"),
                regex("\"id\":\\s*\"([^\"]+)\"").is("prod-123"),
                regex("(prod)-(\\d+)", 2).is(123),
                regex("prod-\\d+").is("prod-123"),
                body().contains("prod-123"),
                elapsed().isBetween(millis(0), minutes(1)));
    var bad =
        get("/products/prod-123")
            .check(
                status().is(201),
                status().isNot(200),
                status().in(201, 204),
                status().isBelow(200),
                status().isAbove(200),
                status().isBetween(201, 299),
                header("content-type").contains("xml"),
                header("no-such").exists(),
                header("no-such").isNot("x"),
                jsonPath("$.price").is(99.98),
                jsonPath("$.price").isNot("99.990"),
                jsonPath("$.price").isBelow(99.99),
                jsonPath("$.price").isAbove(99.99),
                jsonPath("$.price").isBetween(100, 101),
                jsonPath("$.id").isAbove(0),
                jsonPath("$.id").in("prod-1", "prod-12"),
                jsonPath("$.id").matches("^\\d+$"),
                regex("nothing like it").exists(),
                body().is(""),
                elapsed().isAbove(minutes(1)));

    var at = at(practice.url().toString());
    assertThat(once(scenario("good", good), at).steps().getFirst().checks())
        .allSatisfy(check -> assertThat(check.ok()).as(check.check()).isTrue());
    assertThat(once(scenario("bad", bad), at).steps().getFirst().checks())
        .hasSize(20)
        .allSatisfy(check -> assertThat(check.ok()).as(check.check()).isFalse());
  }

  private static Profile hold(double level) {
    return Profile.EMPTY.then(new Stage.Hold(level, Duration.ofSeconds(30)));
  }

  @Test
  void loadsSayWhatTheyAre() {
    assertThat(users(20).during(seconds(30))).isEqualTo(ClosedLoad.of(hold(20)));
    assertThat(users(5).iterations(100)).isEqualTo(new Iterations(5, 100, Sharing.DIVIDED));
    assertThat(users(5).sharedIterations(100)).isEqualTo(new Iterations(5, 100, Sharing.SHARED));
    assertThat(perSecond(50).during(minutes(0.5)).maxUsers(9))
        .isEqualTo(OpenLoad.of(hold(50)).maxUsers(9));
    assertThat(perSecond(50).during(seconds(1)).maxUsers()).isEqualTo(10_000);
    assertThat(millis(0.5)).isEqualTo(Duration.ofNanos(500_000));
    assertThat(hours(1.5)).isEqualTo(Duration.ofMinutes(90));
    assertThat(daily(1, 2, 3)).isEqualTo(DailyTraffic.of(1, 2, 3));
    assertThat(stepUp(1, 2, seconds(3))).isEqualTo(new StepUp(1, 2, Duration.ofSeconds(3)));
  }

  @Test
  void goalsReadAsTheyAreSpoken() {
    assertThat(p50().isBelow(millis(300))).hasToString("p50 below 300 ms");
    assertThat(p75().isAbove(millis(0.5))).hasToString("p75 above 0.5 ms");
    assertThat(p90().isAtMost(seconds(1.5))).hasToString("p90 at most 1.5 s");
    assertThat(p95().of("checkout").isBelow(millis(300)))
        .hasToString("p95 of checkout below 300 ms");
    assertThat(p99().isAtLeast(seconds(1))).hasToString("p99 at least 1 s");
    assertThat(p999().isBelow(minutes(2))).hasToString("p99.9 below 120 s");
    assertThat(meanTime().isBelow(millis(1))).hasToString("mean time below 1 ms");
    assertThat(maxTime().isBelow(millis(1))).hasToString("max time below 1 ms");
    assertThat(errorRate().of("pay").isAtMost(percent(0.1)))
        .hasToString("error rate of pay at most 0.1 %");
    assertThat(requestRate().isAtLeast(500)).hasToString("request rate at least 500/s");
  }

  @Test
  void aShareIsExactlyTheDecimalNumberThatWasWritten() {
    assertThat(percent(11.2)).isEqualTo(0.112);
    assertThat(percent(0.1)).isEqualTo(0.001);
    assertThat(percent(100)).isEqualTo(1);
    assertThat(percent(Double.NaN)).isNaN();
    assertThat(percent(Double.POSITIVE_INFINITY)).isInfinite();
  }

  @Test
  void theLastOptionOfAKindCounts() {
    var options =
        Options.of(
            at("http://a"),
            at("http://b"),
            seed(3),
            timeout(seconds(1)),
            connectTimeout(seconds(2)),
            idleTimeout(seconds(3)),
            grace(seconds(4)),
            freshConnections());

    assertThat(options)
        .isEqualTo(
            new Options(
                Optional.of("http://b"),
                3,
                Duration.ofSeconds(4),
                Limits.DEFAULT
                    .withTimeout(Duration.ofSeconds(1))
                    .withConnectTimeout(Duration.ofSeconds(2))
                    .withIdleTimeout(Duration.ofSeconds(3)),
                Connections.DEFAULT.withReuse(Connections.Reuse.FRESH),
                Options.Cookies.USER,
                Tls.DEFAULT,
                Routes.DIRECT,
                Options.Part.WHOLE,
                1));
  }

  @Test
  void aFormATextAndAHeaderAreSentAsWritten() {
    var trace =
        once(
            scenario(
                "s",
                post("/status").field("a b", "c&d").field("e", "${COUNTER}").header("X-A", "1"),
                post("/status").text("${COUNTER} grüße")),
            at(practice.url().toString()));

    assertThat(trace.steps().get(0).request())
        .contains("X-A: 1\r\n", "Content-Type: application/x-www-form-urlencoded\r\n")
        .endsWith("\r\n\r\na+b=c%26d&e=0");
    assertThat(trace.steps().get(1).request()).endsWith("\r\n\r\n0 grüße");
  }

  @Test
  void whatIsWrongIsToldAllAtOnceAndNothingIsSent() {
    long before = practice.requests();

    assertThatThrownBy(() ->
            run(
                scenario("s", get("/${nam}").extract("name", jsonPath("$.[")), get("/b c")),
                users(0).during(seconds(1)),
                at(practice.url().toString())))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problems()).hasSizeGreaterThanOrEqualTo(3));
    assertThatThrownBy(() -> once(scenario("s", get("/health"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("base");
    assertThat(practice.requests()).isEqualTo(before);
  }

  @Test
  void aStepsOwnTimeOutComesBeforeTheRuns() {
    var trace =
        once(
            scenario("s", get("/delay/30000").timeout(millis(100))),
            at(practice.url().toString()),
            timeout(minutes(1)));

    assertThat(trace.steps().getFirst().error())
        .startsWith(Category.TIMEOUT_ERROR.label() + " (total_timeout)");
    assertThat(trace.totalMs()).isBetween(99.0, 20_000.0);
  }
}
