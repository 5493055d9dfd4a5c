package dev.squall.shell.debug;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.httpx.Httpx;
import dev.squall.problem.ProblemException;
import dev.squall.run.Stepped;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Workload;
import dev.squall.shop.PracticeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scenario 4 of the practice shop, a step at a time. */
@Timeout(30)
class DebuggerTest {
  private static PracticeShop shop;
  private static Workload shopping;

  @BeforeAll
  static void open() throws IOException {
    shop = PracticeShop.start();
    var file = Path.of("../examples/shop/04-shopping-flow.httpx");
    shopping =
        Httpx.script(file.toString(), Files.readString(file), Map.of("base", shop.url().toString()))
            .entry("shopping")
            .orElseThrow()
            .workload();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String url() {
    return shop.url().toString();
  }

  @Test
  void backAndForthOverAllOfTheShoppingFlow() {
    try (var debug = Debugger.of(shopping)) {
      assertThat(debug.show()).hasToString("0 of 10 done · next: register");
      assertThat(debug).hasToString("0 of 10 done · next: register");
      var variables = new ArrayList<Map<String, String>>();
      while (!debug.stepper().isDone()) {
        variables.add(debug.stepper().variables());
        debug.next();
      }
      assertThat(debug.stepper().performed()).hasSize(10).noneMatch(Stepped::skipped);
      assertThat(debug.show().toString())
          .startsWith("view-order")
          .endsWith("10 of 10 done · the end");

      var backwards = new ArrayList<Map<String, String>>();
      for (int i = 0; i < 10; i++) {
        debug.back();
        backwards.addFirst(debug.stepper().variables());
      }
      assertThat(backwards).isEqualTo(variables);
      assertThat(debug.show()).hasToString("0 of 10 done · next: register");
      assertThat(debug.finish().toString()).endsWith("10 of 10 done · the end");
    }
  }

  @Test
  void aStepTellsWhatWentAndWhatCameOfIt() {
    try (var debug = Debugger.of(shopping)) {
      debug.until("add-to-cart");
      assertThat(debug.next().toString())
          .startsWith("add-to-cart  POST ")
          .containsPattern("\n> POST /cart/items HTTP/1.1\n> Host: .*\n")
          .contains("\n> Authorization: …\n", "\n>\n> {\"product_id\": \"prod-")
          .containsPattern(
              "\n< 201 · .* ms   server [0-9.]+ · body [0-9.]+ · reused connection\n< [A-Z]")
          .contains("\nextract cart_id from jsonPath $.cart.id: ", "\n✓ status is 201\n")
          .containsPattern("\n\\+ cart_id = .+\n\\+ item_id = .+\n4 of 10 done · next: view-cart$")
          .doesNotContain(debug.stepper().variables().get("token"));
    }
  }

  @Test
  void whatFoundNothingSaysWhereItLooked() {
    var scenario =
        scenario(
            "s",
            get("/products/prod-1")
                .named("one")
                .extract("id", jsonPath("$.id"))
                .extract("none", jsonPath("$.none"))
                .check(status().is(201), header("X-None").exists()),
            get("/health"));
    try (var debug = Debugger.of(scenario, at(url()))) {
      var view = debug.next();
      assertThat(view.toString())
          .contains("extract id from jsonPath $.id: prod-1\n")
          .contains("extract none from jsonPath $.none: found nothing, there is nothing at $.none")
          .contains("✗ status is 201, but it was 200\n")
          .contains("✗ header X-None exists, but it was no such header\n")
          .contains("check_failed (status is 201)")
          .endsWith("1 of 2 done · ended at one");
      assertThat(view.text(true)).contains("\033[31m✗ status is 201");
      assertThat(view.toString()).doesNotContain("\033");
      debug.colour(true);
      assertThat(debug.show().toString()).isEqualTo(view.text(true));
    }
  }

  @Test
  void aChangedVariableIsSentAndShown() {
    try (var debug = Debugger.of(shopping)) {
      debug.until("product-details");
      assertThat(debug.set("product_id", "prod-9").toString())
          .matches("~ product_id: prod-\\d+ → prod-9\n2 of 10 done · next: product-details");
      assertThat(debug.vars().toString())
          .contains("product_id = prod-9   (set by hand)\n", "token = …\n");
      assertThat(debug.next().toString())
          .contains("> GET /products/prod-9 HTTP/1.1\n")
          .contains("✓ jsonPath $.id is ${product_id} (prod-9)\n");
      debug.reveal(true);
      assertThat(debug.vars().toString())
          .contains("token = " + StepLines.cut(debug.stepper().variables().get("token")));
    }
  }

  @Test
  void givenVariablesAreShownToo() {
    var scenario = scenario("s", get("/health")).variable("who", "me").variable("pw", "1234");
    try (var debug = Debugger.of(scenario, at(url()))) {
      assertThat(debug.vars().toString()).startsWith("who = me   (given)\npw = …   (given)\n");
      debug.set("who", "you");
      assertThat(debug.vars().toString()).startsWith("who = you   (set by hand)\npw = …");
    }
    try (var debug = Debugger.of(scenario("s", get("/health")), at(url()))) {
      assertThat(debug.vars().toString()).startsWith("no variable has a value");
    }
  }

  @Test
  void whatWasChangedGoesOnAsLoad() {
    try (var debug = Debugger.of(shopping, thinkScale(0))) {
      debug.until("product-details");
      debug.set("product_id", "prod-9");
      debug.next();

      var results = debug.continueAs(users(2).iterations(4)).await();

      assertThat(results.totals().requests()).isEqualTo(40);
      assertThat(results.totals().failed()).isZero();
      assertThat(debug.stepper().performed()).hasSize(3);
    }
    var changed = (Scenario) ChangedScenario.of(shopping, Map.of("product_id", "a${b}$c"));
    assertThat(toHttpx(changed)).contains("product_id").doesNotContain("$.products[0].id");
    assertThat(ChangedScenario.of(shopping, Map.of())).isSameAs(shopping);
  }

  @Test
  void aSkippedStepSaysSo() {
    try (var debug = Debugger.of(shopping)) {
      assertThat(debug.skip().toString())
          .startsWith("register  POST ")
          .contains("skipped: nothing was sent\n1 of 10 done · next: list-products");
      assertThat(debug.until("add-to-cart").toString()).startsWith("✓ list-products  200 · ");
      assertThat(debug.next().toString()).contains("no value for ${token}");
    }
  }

  @Test
  void aFinishedRunsArrivalIsReplayed() {
    var results = run(shopping, users(2).iterations(4), thinkScale(0), seed(7));
    var slowest = results.slowest("checkout");
    try (var debug = Debugger.of(shopping, slowest)) {
      debug.next();
      assertThat(debug.stepper().performed().getFirst().step().request())
          .contains("Shopper " + slowest.iteration());
    }
  }

  @Test
  void whatAServerSendsIsTextAndLongOnesAreCut() throws IOException {
    var body = "<script>alert('x')</script>\n" + "line of a long text\n".repeat(100);
    try (var debug =
        Debugger.of(scenario("s", post("/auth/login").named("<b>").text(body)), at(url()))) {
      var view = debug.next();
      assertThat(view.toString())
          .contains("> <script>alert('x')</script>\n", "> … about ", " characters more\n")
          .doesNotContain("\033");
      assertThat(view.html())
          .startsWith("<pre")
          .contains("&lt;script&gt;alert(&#39;x&#39;)", "&lt;b&gt;")
          .doesNotContain("<script>", "<b>");
      assertThat(view.toString().lines().count()).isLessThan(80);
    }
    try (var debug =
        Debugger.of(scenario("s", post("/auth/login").text("a\000\033[2J")), at(url()))) {
      assertThat(debug.next().toString())
          .contains("\n> Content-Length: 6\n", "\n>\n> (6 characters that are no text)\n");
    }
  }

  @Test
  void stepsAreCountedOnlyWhereTheyAreKnown() {
    var one = get("/a");
    assertThat(StepCount.of(List.of(one, pause(millis(1)), repeat(3, one, parallel(one, one)))))
        .hasValue(10);
    assertThat(StepCount.of(List.of(one, optional(one)))).isEmpty();
    assertThat(StepCount.of(Collections.nCopies(2, choose(weight(1, one))))).isEmpty();
    try (var debug =
        Debugger.of(scenario("s", get("/health"), optional(get("/health"))), at(url()))) {
      assertThat(debug.show()).hasToString("0 done · next: GET /health");
    }
  }

  @Test
  void misuseIsAProblemWithAHint() {
    try (var debug = Debugger.of(shopping)) {
      assertThatThrownBy(() -> debug.until("chekout"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("did you mean checkout?");
      assertThatThrownBy(() -> debug.set("tokn", "x"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("did you mean token?");
      assertThatThrownBy(debug::back).isInstanceOf(ProblemException.class);
    }
  }
}
