package dev.squall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final Extractor.Status STATUS = new Extractor.Status();
  private static final Extractor.JsonPath ID = new Extractor.JsonPath("$.id");
  private static final Request LIST = Request.of("GET", "/products?limit=10");

  @Test
  void aRequestIsNamedByMethodAndPathUnlessItHasAName() {
    assertThat(LIST.name()).isEqualTo("GET /products");
    assertThat(LIST.endpoint()).isEqualTo("GET /products");
    assertThat(LIST.named("list").name()).isEqualTo("list");
    assertThat(LIST.named("list").endpoint()).isEqualTo("GET /products");
    assertThat(Request.of("GET", "/products/${id}").name()).isEqualTo("GET /products/${id}");
    assertThat(Request.of("GET", "?q=1").endpoint()).isEqualTo("GET ");
  }

  @Test
  void everyWitherChangesItsPartAndKeepsTheRest() {
    var request =
        LIST.named("list")
            .header("X-A", "1")
            .bearer("${token}")
            .query("q", 1)
            .basic("ann", "pw")
            .redirects(2)
            .expectContinue()
            .text("hello")
            .check(STATUS.is(200), ID.exists())
            .check(STATUS.isNot(500))
            .extract("id", ID)
            .timeout(Duration.ofSeconds(3));
    assertThat(request)
        .isEqualTo(
            new Request(
                Optional.of("list"),
                "GET",
                new Template("/products?limit=10"),
                List.of(new Body.Field("q", new Template("1"))),
                List.of(
                    new Header("X-A", new Template("1")),
                    new Header("Authorization", new Template("Bearer ${token}"))),
                Optional.of(new Credentials(new Template("ann"), new Template("pw"))),
                new Body.Text(new Template("hello")),
                List.of(STATUS.is(200), ID.exists(), STATUS.isNot(500)),
                List.of(new Capture("id", ID)),
                new Handling(
                    Optional.of(Duration.ofSeconds(3)), Optional.of(2), true, Optional.empty())));
    assertThat(LIST).isEqualTo(Request.of("GET", "/products?limit=10"));
  }

  @Test
  void theNameTheBodyAndTheTimeOutAreReplacedHeadersAndChecksAdded() {
    var request = LIST.named("a").named("b").text("x").json("{}").header("A", "1").header("A", "2");
    assertThat(request.name()).isEqualTo("b");
    assertThat(request.body()).isEqualTo(new Body.Json(new Template("{}")));
    assertThat(request.headers()).hasSize(2);
  }

  @Test
  void fieldsGatherInOneForm() {
    assertThat(LIST.field("a", "1").field("b", "2").body())
        .isEqualTo(
            new Body.Form(
                List.of(
                    new Body.Field("a", new Template("1")),
                    new Body.Field("b", new Template("2")))));
    assertThat(LIST.json("{}").field("a", "1").body())
        .isEqualTo(new Body.Form(List.of(new Body.Field("a", new Template("1")))));
  }

  @Test
  void aRequestPrintsInOneLine() {
    assertThat(LIST).hasToString("GET /products?limit=10");
    assertThat(LIST.named("list").check(STATUS.is(200)).extract("a", ID).extract("b", ID))
        .hasToString("GET /products?limit=10 (list), 1 check, 2 variables");
    assertThat(LIST.check(STATUS.is(200), ID.exists()).extract("a", ID))
        .hasToString("GET /products?limit=10, 2 checks, 1 variable");
  }

  @Test
  void aScenarioPrintsInOneLine() {
    var shop = new Scenario("shop", List.of(LIST), Optional.empty());
    assertThat(shop).hasToString("scenario shop (1 step)");
    assertThat(new Scenario("shop", List.of(LIST, LIST), Optional.empty()).at("http://a"))
        .hasToString("scenario shop (2 steps at http://a)");
    assertThat(shop.at("http://a").at("http://b").base()).contains("http://b");
    assertThat(shop.base()).isEmpty();
  }

  @Test
  void stepsPrintInOneLine() {
    var second = Duration.ofSeconds(1);
    assertThat(new Step.Pause(second, second)).hasToString("pause 1s");
    assertThat(new Step.Pause(second, Duration.ofMillis(2500))).hasToString("pause 1s .. 2.5s");
    assertThat(new Step.Group("buy", List.of(LIST, LIST))).hasToString("group buy (2 steps)");
    assertThat(new Step.Repeat(3, List.of(LIST))).hasToString("repeat 3 (1 step)");
  }

  @Test
  void whatIsGivenIsCopied() {
    var steps = new ArrayList<Step>(List.of(LIST));
    var scenario = new Scenario("s", steps, Optional.empty());
    var group = new Step.Group("g", steps);
    var repeat = new Step.Repeat(1, steps);
    steps.clear();
    assertThat(scenario.steps()).hasSize(1);
    assertThat(group.steps()).hasSize(1);
    assertThat(repeat.steps()).hasSize(1);
  }
}
