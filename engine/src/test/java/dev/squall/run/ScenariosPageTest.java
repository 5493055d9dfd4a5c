package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Event;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Workload;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.Results;
import dev.squall.stats.Trace;
import dev.squall.stats.Trace.TracedStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/scenarios.md, which stand here word for word, against the shop. */
@Timeout(60)
class ScenariosPageTest {
  private static PracticeShop shop;
  @TempDir private static Path folder;

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
  void thePageShowsWhatIsTestedHere() throws IOException {
    Page.shows("scenarios.md", 10, ScenariosPageTest.class);
  }
}
