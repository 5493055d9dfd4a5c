package dev.squall.shell.imports;

import static dev.squall.Squall.at;
import static dev.squall.Squall.once;
import static dev.squall.shell.imports.TakenFiles.leftOut;
import static dev.squall.shell.imports.TakenFiles.only;
import static dev.squall.shell.imports.TakenFiles.plan;
import static dev.squall.shell.imports.TakenFiles.request;
import static dev.squall.shell.imports.TakenFiles.requests;
import static dev.squall.shell.imports.TakenFiles.saved;
import static dev.squall.shell.imports.TakenFiles.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Body;
import dev.squall.scenario.Check;
import dev.squall.scenario.Given;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Template;
import dev.squall.shop.PracticeShop;
import dev.squall.shop.junit.Shop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptions of APIs. */
class OpenApiTest {

  @Test
  void yamlAndJsonSayTheSame() {
    assertThat(taken("petstore.yaml").scenarios()).isEqualTo(taken("petstore.json").scenarios());
  }

  @Test
  void eachOperationIsAStepThatCanBePlannedAndSaved() {
    var scenario = only(taken("petstore.yaml"));
    assertThat(scenario.name()).isEqualTo("Pet Store");
    assertThat(scenario.base()).contains("https://eu.petstore.example.com");
    assertThat(requests(scenario))
        .extracting(request -> request.name() + ": " + request.method() + " " + request.target())
        .containsExactly(
            "listPets: GET /v1/pets",
            "createPet: POST /v1/pets",
            "showPet: GET /v1/pets/${petId}",
            "deletePet: DELETE /v1/pets/${petId}",
            "GET /owners/{petId}: GET /v1/owners/${owners_petId}",
            "uploadPhoto: PUT /v1/pets/${petId}/photo",
            "login: POST /v1/login");
    assertThat(plan(scenario).requests()).hasSize(7);
    assertThat(saved(scenario)).isEqualTo(scenario);
  }

  @Test
  void whatPathsNeedIsAVariableWithAValueAndWhatNobodyKnowsAPlaceholder() {
    var taken = taken("petstore.yaml");
    assertThat(only(taken).variables())
        .extracting(given -> given.name() + "=" + given.value())
        .containsExactly(
            "token=CHANGE-ME",
            "petId=7",
            "owners_petId=a%20b",
            "key=CHANGE-ME",
            "user=CHANGE-ME",
            "password=CHANGE-ME");
    assertThat(leftOut(taken))
        .contains("variable token: the file gives it no value: it stands as CHANGE-ME")
        .doesNotContain("variable petId");
  }

  @Test
  void whatIsRequiredIsSent() {
    var list = request(taken("petstore.yaml"), "listPets");
    assertThat(list.query())
        .extracting(field -> field.name() + "=" + field.value())
        .containsExactly("status=available", "tags=string", "tags=string");
    assertThat(list.headers())
        .extracting(header -> header.name() + ": " + header.value())
        .containsExactly(
            "X-Request-Id: 123e4567-e89b-42d3-a456-426614174000", "Authorization: Bearer ${token}");
    assertThat(leftOut(taken("petstore.yaml"))).contains("parameters: 2 are optional and left out");
  }

  @Test
  void bodiesAreMadeFromTheirSchemas() {
    var taken = taken("petstore.yaml");
    assertThat(request(taken, "createPet").body())
        .isEqualTo(
            new Body.Json(
                new Template(
                    """
                    {
                      "name": "Rex ${$}{1}",
                      "kind": "cat",
                      "born": "2026-01-15",
                      "tags": [ "fluffy" ],
                      "weight": 0.75,
                      "home": {
                        "street": "stringxx",
                        "since": "2026-01-01"
                      }
                    }\
                    """)));
    assertThat(request(taken, "login").body())
        .isEqualTo(
            new Body.Form(
                List.of(
                    new Body.Field("user", new Template("me & you")),
                    new Body.Field("password", new Template("Passw0rd!")))));
    assertThat(request(taken, "uploadPhoto").body())
        .isEqualTo(
            new Body.Multipart(
                List.of(
                    new Body.TextPart("caption", new Template("stri")),
                    new Body.TextPart("photo", new Template("CHANGE-ME")))));
    assertThat(leftOut(taken)).contains("the file of its part photo stands as CHANGE-ME");
  }

  @Test
  void whoAsksIsShownAsTheOperationWantsIt() {
    var taken = taken("petstore.yaml");
    assertThat(request(taken, "showPet").headers()).isEmpty();
    assertThat(request(taken, "login").credentials()).hasToString("Optional[${user}]");
    assertThat(request(taken, "uploadPhoto").headers())
        .hasToString("[Header[name=X-Api-Key, value=${key}]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'200': {}, '201': {}, '404': {} | status is 200 | USUAL",
        "'404': {}, '204': {}, '201': {} | status is 201 | USUAL",
        "2xx: {}                         | status between 200 and 299 | USUAL",
        "'302': {}, '404': {}            | status is 302 | NONE",
        "default: {}                     |               | USUAL",
        "'404': {}                       |               | USUAL",
      })
  void theLowestSuccessThatIsDocumentedIsChecked(String responses, String check, String redirects) {
    var taken =
        Imports.of("a.yaml", described("get: {responses: {" + responses.replace("'", "\"") + "}}"));
    var request = request(taken, "GET /x");
    assertThat(request.checks().stream().map(Check::toString).collect(Collectors.joining()))
        .isEqualTo(check == null ? "" : check);
    assertThat(request.handling().redirects().isPresent()).isEqualTo(redirects.equals("NONE"));
  }

  private static String described(String operations) {
    return "openapi: 3.1.0\nservers: [{url: \"http://localhost:8089/\"}]\npaths:\n  /x: {"
        + operations
        + "}";
  }

  @Test
  void otherDocumentsAreNamedAndNotRead() {
    var taken =
        Imports.of(
            "r.yaml",
            described(
                "get: {parameters: [{$ref: \"http://localhost:1/p.yaml#/p\"}]},"
                    + " post: {requestBody: {$ref: \"#/nowhere\"}},"
                    + " put: {requestBody: {$ref: \"#/paths/~1x/put/requestBody\"}}"));
    assertThat(taken.steps()).isEqualTo(3);
    assertThat(leftOut(taken))
        .contains(
            "r.yaml, #/paths/~1x/get (GET /x): it refers to another document, which is not read:"
                + " http://localhost:1/p.yaml#/p")
        .contains("#/paths/~1x/post (POST /x), requestBody: its reference leads nowhere: #/nowhere")
        .contains("#/paths/~1x/put (PUT /x), requestBody: its reference leads nowhere");
  }

  @Test
  void aParameterThatNobodyDescribesIsAPlaceholder() {
    var taken = Imports.of("p.yaml", described("get: {}").replace("/x", "/x/{some id}/$ref"));
    assertThat(requests(only(taken)).getFirst().target()).hasToString("/x/${some_id}/${$}ref");
    assertThat(only(taken).variables())
        .containsExactly(new Given("some_id", new Template("CHANGE-ME")));
  }

  @Test
  void whatIsNoOperationIsNamed() {
    var taken =
        Imports.of(
            "n.yaml",
            described("get: {callbacks: {}}, query: {}, x-own: {}, summary: s")
                + "\n  pets: {}\nwebhooks: {a: {}}");
    assertThat(leftOut(taken))
        .contains("#/paths/~1x/query: no operation of OpenAPI 3.0 or 3.1")
        .contains("#/paths/pets: a path begins with /")
        .contains("#/paths/~1x/get (GET /x): its callbacks are sent by the server")
        .contains("#/webhooks: 1 of them, sent by the server");
    assertThat(taken).hasToString("OpenAPI: 1 step, 4 left out");
  }

  @Test
  void operationsOfOneNameAreToldApart() {
    var taken = Imports.of("n.yaml", described("get: {operationId: a}, put: {operationId: a}"));
    assertThat(requests(only(taken))).extracting(Request::name).containsExactly("a", "PUT /x / a");
  }

  private static String shopDescription(PracticeShop shop) throws Exception {
    try (var in = shop.url().resolve("/openapi.json").toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * What cannot pass by itself wants an account, a thing that is not there yet, or fails on
   * purpose.
   */
  @Test
  @Shop
  void whatTheShopSaysOfItselfRunsAgainstIt(PracticeShop shop) throws Exception {
    var taken = Imports.of("openapi.json", shopDescription(shop));
    var scenario = only(taken);
    assertThat(requests(scenario)).hasSizeGreaterThan(75);
    assertThat(leftOut(taken)).contains("it names no host", "a WebSocket is no step");
    assertThat(plan(scenario).requests()).hasSameSizeAs(requests(scenario));
    assertThat(saved(scenario)).isEqualTo(scenario);
    var failed = new TreeMap<String, Integer>();
    for (var request : requests(scenario)) {
      if (request.name().startsWith("behave") || request.name().endsWith("elay")) {
        continue;
      }
      var alone = new Scenario(request.name(), List.of(request), scenario.base());
      for (var each : scenario.variables()) {
        alone = alone.variable(each.name(), each.value().text());
      }
      var step = once(alone, at(shop.url().toString())).steps().getFirst();
      if (!step.error().isEmpty()) {
        failed.put(request.name(), step.status());
      }
    }
    assertThat(failed.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Set.of(
                "addItem",
                "basicAuth",
                "cart",
                "changeItem",
                "checkout",
                "clearCart",
                "error",
                "listOrders",
                "logout",
                "me",
                "order",
                "removeItem",
                "certificate"));
  }
}
