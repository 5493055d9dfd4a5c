package dev.squall.shell.imports;

import static dev.squall.Squall.at;
import static dev.squall.Squall.once;
import static dev.squall.shell.imports.TakenFiles.leftOut;
import static dev.squall.shell.imports.TakenFiles.only;
import static dev.squall.shell.imports.TakenFiles.request;
import static dev.squall.shell.imports.TakenFiles.requests;
import static dev.squall.shell.imports.TakenFiles.saved;
import static dev.squall.shell.imports.TakenFiles.taken;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.squall.scenario.Body;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.shop.PracticeShop;
import dev.squall.shop.junit.Shop;
import dev.squall.stats.Trace.TracedStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Postman collections. */
class PostmanTest {
  private static final String FILE = "shop.postman_collection.json";

  @Test
  void foldersBecomeGroupsAndItemsSteps() {
    var scenario = only(taken(FILE));
    assertThat(scenario.name()).isEqualTo("Shop");
    assertThat(scenario.base()).contains("https://shop.example.com");
    assertThat(scenario.steps().stream().map(Step::toString))
        .containsExactly(
            "group Account (2 steps)",
            "group Products (1 step)",
            "POST /anything/${id} (Get 2)",
            "POST /anything (Upload)",
            "POST /anything/graphql (Ask)",
            "GET https://status.example.org/health (Elsewhere)");
    assertThat(saved(scenario)).isEqualTo(scenario);
  }

  @Test
  void variablesKeepTheirValuesUnderNamesThatTheyCanHave() {
    var taken = taken(FILE);
    assertThat(only(taken).variables())
        .extracting(given -> given.name() + "=" + given.value())
        .containsExactly(
            "email=test@example.com", "product_id=prod-1", "id=7", "missing=CHANGE-ME");
    assertThat(request(taken, "Get").target())
        .hasToString("/products/${product_id}?fields=a%20b&of=${user-name}");
    assertThat(leftOut(taken))
        .contains("variable missing: the file gives it no value")
        .contains("no request uses these, so they are left out: nobody");
  }

  @Test
  void headersAndAuthAreThoseThatCount() {
    var taken = taken(FILE);
    assertThat(request(taken, "Get").headers())
        .extracting(header -> header.name() + ": " + header.value())
        .containsExactly("X-One: 1", "X-Two: ${UUID}");
    assertThat(request(taken, "Who am I").headers())
        .hasToString("[Header[name=Authorization, value=Bearer ${token}]]");
    assertThat(request(taken, "Log in").headers()).isEmpty();
    assertThat(request(taken, "Get 2").credentials().orElseThrow().password())
        .hasToString("${missing}");
    assertThat(leftOut(taken)).contains("(Ask): auth of the kind oauth2 is not spoken");
  }

  @Test
  void bodiesAreThoseOfTheCollection() {
    var taken = taken(FILE);
    assertThat(request(taken, "Get 2").body())
        .isEqualTo(
            new Body.Form(List.of(new Body.Field("price", new Template("${$}{5} {{ ${email}")))));
    assertThat(request(taken, "Upload").body())
        .isEqualTo(
            new Body.Multipart(
                List.of(
                    new Body.TextPart("title", new Template("hello")),
                    new Body.FilePart(
                        "picture", "/etc/passwd", Optional.empty(), Optional.empty()))));
    assertThat(leftOut(taken)).contains("the file /etc/passwd was not looked for");
    assertThat(request(taken, "Ask").body())
        .isEqualTo(
            new Body.Json(
                new Template(
                    "{\"query\": \"query(${$}id: ID!) {\\n  product(id: ${$}id) { name }\\n}\","
                        + " \"variables\": { \"id\": \"${product_id}\" }}")));
  }

  @Test
  void plainLinesOfTestsAreTakenAndTheOthersNamed() {
    var taken = taken(FILE);
    var login = request(taken, "Log in");
    assertThat(login.checks()).hasToString("[status is 200]");
    assertThat(login.captures())
        .extracting(capture -> capture.variable() + " " + capture.extractor())
        .containsExactly("token jsonPath $.token", "user-name jsonPath $.user[\"name\"]");
    assertThat(leftOut(taken))
        .contains(
            "#/item/0/item/0 (Log in): a line of its test script is left out:"
                + " pm.expect(pm.response.responseTime).to.be.below(200);")
        .contains(
            "a line of its prerequest script is left out: pm.variables.set('now', Date.now());")
        .contains("#/event: a line of its test script is left out: console.log");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pm.response.to.have.status(204)                                  | status is 204 |",
        "pm.expect(pm.response.code).to.equal(201);                       | status is 201 |",
        "pm.test('x', () => { pm.response.to.have.status(200); });        | status is 200 |",
        "tests[\"x\"] = responseCode.code === 200;                         | status is 200 |",
        "if (x) pm.response.to.have.status(200)                           |               |",
        "pm.response.to.not.have.status(500)                              |               |",
        "// pm.response.to.have.status(200)                               |               |",
        "pm.environment.set(\"a\", pm.response.json().b[0].c)             |               | a"
            + " jsonPath $.b[0].c",
        "pm.globals.set('a b', JSON.parse(responseBody)[\"x y\"]);        |               | a_b"
            + " jsonPath $[\"x y\"]",
        "pm.environment.set('a', unknown.b)                               |               |",
        "pm.environment.set('a', pm.response.json().b + 1)                |               |",
      })
  void onlyWhatALineSaysPlainlyIsTaken(String line, String check, String capture) {
    var taken = Imports.of("t.json", collection(item("a", "http://h/a", line)));
    var request = request(taken, "a");
    assertThat(request.checks()).hasToString(check == null ? "[]" : "[" + check + "]");
    assertThat(request.captures())
        .extracting(each -> each.variable() + " " + each.extractor())
        .isEqualTo(capture == null ? List.of() : List.of(capture));
    boolean said = check != null || capture != null || line.startsWith("//");
    assertThat(leftOut(taken).contains("script is left out")).isEqualTo(!said);
  }

  @Test
  void aLineThatIsLeftOutShowsNoSecret() {
    var taken =
        Imports.of(
            "s.json",
            collection(item("a", "http://h/a", "pm.environment.set('password', 'hunter2')")));
    assertThat(leftOut(taken)).contains("pm.environment.set('…', '…')");
  }

  private static String item(String name, String url, String line) {
    return """
    {"name": "%s", "request": {"url": "%s"},
     "event": [{"listen": "test", "script": {"exec": [%s]}}]}\
    """
        .formatted(name, url, TextNode.valueOf(line));
  }

  private static String collection(String items) {
    return """
    {"info": {"name": "t"}, "variable": [{"key": "id", "value": "1"}], "item": [%s]}\
    """
        .formatted(items);
  }

  @Test
  void aVariableThatIsUsedAndThenSetHasBothValuesInTurn() {
    var taken =
        Imports.of(
            "v.json",
            collection(
                item("a", "http://h/{{id}}", "pm.environment.set('id', pm.response.json().next)")
                    + ","
                    + item("b", "http://h/{{id}}", "")));
    assertThat(requests(only(taken)))
        .extracting(request -> request.target().text())
        .containsExactly("/${id}", "/${id_2}");
    assertThat(only(taken).variables()).hasSize(1);
    assertThat(TakenFiles.plan(only(taken)).requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'{{host}}/a', '', /a",
    "'http://{{host}}:8089/a', '', /a",
    "'localhost:8089/a b', http://localhost:8089, /a%20b",
    "'HTTP://Me:pw@LOCALHOST/a#top', http://localhost, /a",
    "'http://localhost?q={{id}}', http://localhost, '/?q=${id}'",
  })
  void urlsBeginAsPostmanUnderstandsThem(String url, String base, String target) {
    var taken = Imports.of("u.json", collection(item("a", url, "")));
    assertThat(only(taken).base().orElse("")).isEqualTo(base);
    assertThat(request(taken, "a").target()).hasToString(target);
    assertThat(leftOut(taken).contains("no base to stand on")).isEqualTo(base.isEmpty());
  }

  @Test
  void whatGoesNowhereIsLeftOut() {
    assertThat(leftOut(taken(FILE)))
        .contains("#/item/6 (Nowhere): nothing says where it goes: {{other}}/health");
  }

  @Test
  void version2HasMembersWhere2Point1HasLists() {
    var taken =
        Imports.of(
            "old.json",
            """
            {"info": {"name": "old", "schema": "https://schema.getpostman.com/json/collection/v2.0.0/collection.json"},
             "item": [{"name": "a", "request": {"url": "http://h/a", "method": "get",
               "auth": {"type": "basic", "basic": {"username": "me", "password": "p"}}}}]}\
            """);
    assertThat(request(taken, "a").credentials()).hasToString("Optional[me]");
  }

  @Test
  @Shop
  void theCollectionRunsAgainstTheShop(PracticeShop shop) throws Exception {
    var collected = only(taken(FILE));
    var own =
        new Scenario(
            collected.name(),
            collected.steps().stream()
                .filter(step -> !step.toString().matches(".*\\((Upload|Elsewhere)\\)"))
                .toList(),
            collected.base());
    for (var each : collected.variables()) {
      own = own.variable(each.name(), each.value().text());
    }
    var trace = once(own, at(shop.url().toString()));
    assertThat(trace.steps()).hasSize(5).extracting(TracedStep::error).containsOnly("");
    assertThat(trace.variables()).containsKey("token");
    var json = new ObjectMapper();
    assertThat(json.readTree(trace.steps().get(3).body()).at("/form/price").asText())
        .isEqualTo("${5} {{ test@example.com");
    assertThat(json.readTree(trace.steps().get(4).body()).at("/json/variables/id").asText())
        .isEqualTo("prod-1");
  }
}
