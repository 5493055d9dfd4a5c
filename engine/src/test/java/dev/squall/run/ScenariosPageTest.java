package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.Squall;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.sample.Event;
import dev.squall.scenario.Workload;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.Results;
import dev.squall.stats.Trace;
import dev.squall.stats.Trace.TracedStep;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of docs/scenarios.md, which stand here word for word, against the shop. */
@Timeout(60)
class ScenariosPageTest {
  private static PracticeShop shop;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String url() {
    return shop.url().toString();
  }

  private static Trace works(Workload workload) {
    var trace = once(workload, at(url()));
    assertThat(trace.steps()).extracting(TracedStep::error).containsOnly("");
    assertThat(trace.success()).isTrue();
    return trace;
  }

  private static Results green(Results results) {
    Sums.holdIn(results);
    assertThat(results.errors()).isEmpty();
    assertThat(results.totals().ok()).isPositive();
    return results;
  }

  @Test
  void pauses() {
    // page
    var reader =
        scenario(
            "reader",
            get("/products?limit=5"),
            pause(millis(20)),
            get("/products/prod-1"),
            pause(millis(10), millis(30)),
            get("/products/prod-2"),
            normalPause(millis(20), millis(5)),
            get("/products/prod-3"),
            exponentialPause(millis(20)));
    // end
    works(reader);
  }

  @Test
  void scaledPauses() {
    // page
    var buyer = scenario("buyer", get("/products"), pause(minutes(1)), get("/products/prod-1"));
    var results = run(buyer, users(3).iterations(6), at(url()), thinkScale(0.001));
    // end
    green(results);
  }

  @Test
  void groups() {
    // page
    var browsing =
        scenario(
            "browsing",
            group("list", get("/products?page=1"), get("/products?page=2")),
            repeat(3, get("/products/prod-${random(1,1000)}").named("details"), pause(millis(5))));
    // end
    assertThat(works(browsing).steps()).hasSize(5);
  }

  @Test
  void lists() {
    // page
    var posts =
        scenario(
            "posts",
            get("/posts").extract("posts", jsonPath("$[0:3]")),
            forEach(
                "post",
                "posts",
                get("/comments?postId=${post.id}").named("comments"),
                post("/anything").named("echo").json("{\"title\": \"${post.title}\"}")));
    // end
    assertThat(works(posts).steps()).hasSize(7);
  }

  @Test
  void conditions() {
    // page
    var careful =
        scenario(
            "careful",
            get("/products/prod-7").extract("stock", jsonPath("$.stock")),
            when(
                    variable("stock").isAbove(0).and(variable("stock").isBelow(100_000)),
                    get("/products?search=laptop").named("more like it"))
                .otherwise(get("/products?category=books").named("something else")));
    // end
    assertThat(works(careful).step("more like it")).isPresent();
  }

  @Test
  void choices() {
    // page
    var visitor =
        scenario(
            "visitor",
            get("/products?limit=10").named("list"),
            choose(
                weight(60, get("/products/prod-1").named("details")),
                weight(30, get("/products?search=laptop").named("search")),
                weight(10, get("/products?category=books").named("books"))),
            leave(percent(30)),
            get("/status"));
    var results = run(visitor, users(5).iterations(200), at(url()));
    var left = results.totals().iterations().abandoned();
    // end
    green(results);
    assertThat(left).isBetween(20L, 110L);
  }

  @Test
  void branches() {
    // page
    var page =
        scenario(
            "page",
            parallel(
                get("/products/prod-1").extract("price", jsonPath("$.price")),
                group("side", get("/products?limit=3").named("others"), get("/status")),
                get("/health")),
            post("/anything").json("{\"seen\": ${price}}"));
    // end
    assertThat(works(page).variables()).containsKey("price");
  }

  @Test
  void failures() {
    // page
    var patient =
        scenario(
            "patient",
            get("/status")
                .retry(attempts(3).exponential(millis(50)).atMost(seconds(1)).jitter(0.2))
                .timeout(seconds(2)),
            optional(get("/error/503").named("news"), get("/products").named("never reached")),
            get("/health"));
    var results = run(patient, users(1).iterations(1), at(url()));
    // end
    assertThat(results.totals().iterations().completed()).isEqualTo(1);
    assertThat(results.totals().failed()).isEqualTo(1);
  }

  @Test
  void around() {
    // page
    var members =
        scenario("members", get("/users/me").bearer("${token}"), get("/orders").bearer("${token}"))
            .setup(
                post("/auth/login")
                    .json("{\"email\": \"test@example.com\", \"password\": \"password123\"}")
                    .extract("token", jsonPath("$.token")))
            .teardown(post("/auth/logout").bearer("${token}"));
    var results = run(members, users(4).iterations(20), at(url()));
    // end
    green(results);
    assertThat(results.totals().requests()).isEqualTo(40);
    assertThat(results.totals().sent()).isEqualTo(42);
  }

  @Test
  void javaCode() {
    // page
    var buyer =
        scenario(
            "buyer",
            get("/products/prod-123").extract("price", jsonPath("$.price")),
            code(
                    "add up",
                    session -> {
                      double price = Double.parseDouble(session.get("price"));
                      session.set("total", 2 * price);
                    })
                .sets("total"),
            post("/anything")
                .json("{\"total\": ${total}}")
                .check(jsonPath("$.json.total").is(199.98)));
    // end
    works(buyer);
  }

  @Test
  void asAFile() {
    // page
    var buyer =
        scenario("buyer", get("/products/prod-1").named("details"), pause(millis(1), millis(3)));
    var goal = p95().of("details").isBelow(millis(300));
    var file = toHttpx(buyer, users(10).during(minutes(1)), goal);
    // end
    works(buyer);
    assertThat(file).contains("load 10 vus for 1m", "think 1ms .. 3ms", "p95 of details < 300ms");
  }

  @Test
  void data() {
    // page
    var accounts = csv("../examples/data/accounts.csv").shuffled(42);
    var terms = Squall.values("term", "laptop", "phone", "shirt");
    var logins =
        scenario(
                "logins",
                post("/auth/login")
                    .json("{\"email\": \"${email}\", \"password\": \"${password}\"}")
                    .check(jsonPath("$.user.email").is("${email}")),
                get("/products").query("search", "${term}").named("search"))
            .feed(accounts)
            .feed(terms);
    // end
    works(logins);
    green(run(logins, users(3).iterations(9), at(url())));
  }

  @Test
  void builtIns() {
    // page
    var order =
        post("/anything")
            .header("X-Request-Id", "${UUID}")
            .json(
                """
                {"user": ${VU}, "round": ${ITER}, "number": ${COUNTER}, "size": ${random(1,9)},
                 "price": ${random(0.50,9.99)}, "colour": "${pick(red, green, blue)}",
                 "at": "${TIME}", "millis": ${timestamp}, "path": "${env.PATH}"}\
                """)
            .check(jsonPath("$.json.price").isBetween(0.5, 9.99));
    // end
    works(scenario("order", order));
  }

  @Test
  void givenVariables() {
    // page
    var shopper =
        scenario("shopper", post("/anything").field("mail", "${email}").field("again", "${email}"))
            .variable("domain", "example.com")
            .variable("email", "shopper-${VU}-${ITER}@${domain}");
    // end
    works(shopper);
    assertThat(once(shopper.at(url())).steps().getFirst().body())
        .contains("shopper-1-1@example.com");
  }

  private static Load briefly(Load load) {
    return switch (load) {
      case ClosedLoad closed -> closed.compressed(closed.profile().time().toMillis() / 400.0);
      case OpenLoad open -> open.compressed(open.profile().time().toMillis() / 400.0);
      case Iterations some -> some;
    };
  }

  @Test
  void closedLoads() {
    // page
    var steady = users(20).during(minutes(5));
    var trapezoid = users(100).during(minutes(10)).rampUp(minutes(2)).rampDown(minutes(2));
    var stages = users(5).hold(minutes(1)).rampTo(50, minutes(3)).hold(minutes(5));
    var burst = users(10).during(minutes(10)).spike(80, minutes(4), minutes(1));
    var divided = users(5).iterations(100);
    var each = users(5).iterationsEach(20);
    var shared = users(5).sharedIterations(100);
    // end
    var health = scenario("health", get("/health"), pause(millis(5))).at(url());
    for (var load : List.of(steady, trapezoid, stages, burst, divided, each, shared)) {
      green(run(health, briefly(load)));
    }
  }

  @Test
  void openLoads() {
    // page
    var steady = perSecond(50).during(minutes(5));
    var people = perSecond(50).during(minutes(5)).poisson();
    var ramp = perSecond(0).rampTo(1000, minutes(10)).hold(minutes(5)).rampDown(minutes(1));
    var flood = perSecond(200).during(minutes(12)).spike(2000, minutes(5), minutes(2));
    var wave = perSecond(100).wave(1000, minutes(10), hours(1));
    var days = daily(100, 500, 1500).cycle(hours(1)).longSlopes().during(hours(4));
    var bounded = perSecond(500).during(minutes(1)).maxUsers(200).queue(1000);
    // end
    var health = scenario("health", get("/health")).at(url());
    for (var load : List.of(steady, people, ramp, flood, wave, days, bounded)) {
      green(run(health, briefly(load), grace(seconds(20))));
    }
  }

  @Test
  void untilALimit() {
    // page
    var health = scenario("health", get("/health"));
    var climb =
        stepUp(20, 20, seconds(1))
            .until(errorRate().isAbove(percent(5)), requestRate().isAbove(50));
    var results = run(health, climb, at(url()));
    var why = results.stopped();
    var verdict = judge(results, p95().isBelow(seconds(5)), errorRate().isBelow(percent(1)));
    // end
    assertThat(why.orElseThrow()).contains("request rate was");
    assertThat(verdict.met()).isTrue();
  }

  @Test
  void mixes() {
    // page
    var browse = scenario("browse", get("/products?limit=10"), pause(millis(1), millis(3)));
    var search = scenario("search", get("/products?search=${pick(laptop, phone, shirt)}"));
    var check = scenario("check", get("/health"));
    var day = mix("day", share(70, browse), share(25, search), share(5, check)).at(url());
    var results = run(day, perSecond(200).during(seconds(2)));
    var searches = results.scenarios().get(1).iterations();
    // end
    green(results);
    assertThat(searches).isBetween(50L, 150L);
  }

  @Test
  void fastForward() {
    // page
    var visitor = scenario("visitor", get("/health"));
    var day = daily(10, 50, 150).during(hours(24)).compressed(43_200);
    var results = run(visitor, day, at(url()));
    // end
    green(results);
    assertThat(report(results).toString()).contains("compressed");
  }

  @Test
  void live() throws InterruptedException {
    // page
    var health = scenario("health", get("/health"));
    var run = start(health, perSecond(20).during(minutes(1)), at(url()));
    run.rate(100);
    run.mark("new release");
    run.pause();
    run.resume();
    var soFar = run.snapshot().totals().requests();
    run.stop();
    var results = run.await();
    // end
    Sums.holdIn(results);
    assertThat(results.totals().requests()).isGreaterThanOrEqualTo(soFar);
    assertThat(results.marks()).hasSize(4);
  }

  @Test
  void listening() {
    // page
    var failures = new AtomicLong();
    var health = scenario("health", get("/health"), get("/error/500"));
    var run = start(health, users(2).iterations(20), at(url()));
    run.onEvent(event -> {
      if (event instanceof Event.RequestDone request && !request.ok()) {
        failures.incrementAndGet();
      }
    });
    run.await();
    var unheard = run.skippedEvents();
    // end
    assertThat(failures.get() + unheard).isLessThanOrEqualTo(20);
  }

  @Test
  void again() {
    // page
    var lottery = scenario("lottery", get("/products/prod-${random(1,1000)}").named("details"));
    var results = run(lottery, users(3).iterations(30), at(url()));
    var slow = results.slowest("details");
    var trace = replay(lottery, slow, at(url()));
    // end
    assertThat(trace.success()).isTrue();
  }

  @Test
  void thePageShowsWhatIsTestedHere() throws IOException {
    Page.shows("scenarios.md", 22, ScenariosPageTest.class);
  }
}
