package dev.squall.shell.imports;

import static dev.squall.shell.imports.TakenFiles.plan;
import static dev.squall.shell.imports.TakenFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Body;
import dev.squall.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that nobody made with care, or somebody made with too much. */
@Timeout(20)
class HostileFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<JsonNode> STRANGE =
      List.of(
          NullNode.getInstance(),
          IntNode.valueOf(-7),
          TextNode.valueOf(""),
          TextNode.valueOf("</script>\r\n\u001b[31m${x} {{y}} \" ' \\ \u202e"),
          TextNode.valueOf("#/paths"),
          TextNode.valueOf("http://[::bad/ x"),
          JSON.createArrayNode(),
          JSON.createObjectNode(),
          JSON.createObjectNode().put("$ref", "#"),
          JSON.createArrayNode().add(JSON.createObjectNode().put("key", "${")));

  /** Some places of a tree hold something else, or nothing. */
  private static void spoil(JsonNode root, Random random) {
    var inner = new ArrayList<JsonNode>();
    collect(root, inner);
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      var strange = STRANGE.get(random.nextInt(STRANGE.size())).deepCopy();
      switch (inner.get(random.nextInt(inner.size()))) {
        case ObjectNode object -> {
          var names = new ArrayList<String>();
          object.fieldNames().forEachRemaining(names::add);
          var name = names.get(random.nextInt(names.size()));
          if (random.nextInt(3) == 0) {
            object.remove(name);
          } else {
            object.set(name, strange);
          }
          if (random.nextInt(4) == 0) {
            object.set(strange.asText(), strange);
          }
        }
        case ArrayNode array -> array.set(random.nextInt(array.size()), strange);
        case JsonNode _ -> throw new AssertionError();
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainerNode() && !node.isEmpty()) {
      inner.add(node);
      node.forEach(child -> collect(child, inner));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.har", "petstore.json", "shop.postman_collection.json"})
  void whateverAFileHoldsIsPlannableOrAProblem(String file) throws Exception {
    var whole = JSON.readTree(text(file));
    int taken = 0;
    for (int seed = 0; seed < 15; seed++) {
      var spoilt = whole.deepCopy();
      spoil(spoilt, new Random(seed));
      try {
        for (var scenario : Imports.of(file, spoilt.toString()).scenarios()) {
          plan(withoutFiles(scenario));
          taken++;
        }
      } catch (ProblemException e) {
        assertThat(e.problems()).as("seed " + seed).allMatch(each -> !each.what().isBlank());
        assertThat(e.getMessage()).as("seed " + seed).contains("nothing that is read here");
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + spoilt, e);
      }
    }
    assertThat(taken).isGreaterThan(12);
  }

  /** The one thing that a plan may find: a file that is not there. */
  private static Scenario withoutFiles(Scenario scenario) {
    var steps =
        scenario.steps().stream()
            .filter(step ->
                TakenFiles.requests(new Scenario("one", List.of(step), scenario.base())).stream()
                    .noneMatch(request ->
                        request.body() instanceof Body.FromFile
                            || (request.body() instanceof Body.Multipart(var parts)
                                && parts.stream().anyMatch(Body.FilePart.class::isInstance))))
            .toList();
    return new Scenario(
        scenario.name(),
        steps,
        scenario.base(),
        scenario.headers(),
        List.of(),
        List.of(),
        List.of(),
        scenario.pacing(),
        scenario.variables());
  }

  @Test
  void aliasesThatNameBillionsAreRefused() {
    var lines = new ArrayList<String>();
    lines.add("openapi: 3.0.0");
    lines.add("x0: &a0 {k: v}");
    IntStream.range(1, 40)
        .forEach(i -> lines.add("x%d: &a%d [*a%d, *a%d]".formatted(i, i, i - 1, i - 1)));
    assertThatThrownBy(() -> Imports.of("bomb.yaml", String.join("\n", lines)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("with its aliases it holds more than");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi: 3.0.0\nx: &a [*a]", "openapi: 3.0.0\nx: &a {<<: *a}"})
  void whatHoldsItselfIsRefused(String yaml) {
    assertThatThrownBy(() -> Imports.of("self.yaml", yaml))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("in itself");
  }

  @Test
  void bracketsWithoutEndAreRefused() {
    var deep = "{\"log\": {\"entries\": " + "[".repeat(100_000);
    assertThatThrownBy(() -> Imports.of("deep.har", deep))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nesting depth");
    assertThatThrownBy(() -> Imports.of("deep.yaml", "openapi: " + "[".repeat(100_000)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not YAML");
  }

  @Test
  void tagsMakeNoObjects() {
    var yaml = "openapi: 3.0.0\ninfo: !!java.net.URL [\"http://localhost:1/\"]\npaths: {}";
    assertThatThrownBy(() -> Imports.of("tags.yaml", yaml))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("tags.yaml:2:7")
        .hasMessageContaining("tag is not allowed");
  }

  @Test
  void aSchemaThatDescribesMillionsOfMembersIsCut() {
    var schemas = JSON.createObjectNode();
    for (int i = 0; i < 30; i++) {
      var properties = schemas.putObject("S" + i).putObject("properties");
      for (var name : List.of("a", "b", "c")) {
        properties.putObject(name).put("$ref", "#/components/schemas/S" + (i + 1));
      }
    }
    schemas.putObject("S30").put("type", "string");
    var taken = Imports.of("wide.json", describedBy(schemas, "#/components/schemas/S0").toString());
    assertThat(TakenFiles.leftOut(taken)).contains("its schema describes too much");
    assertThat(taken.steps()).isEqualTo(1);
  }

  private static ObjectNode describedBy(JsonNode schemas, String reference) {
    var root = JSON.createObjectNode().put("openapi", "3.1.0");
    root.putObject("components").set("schemas", schemas);
    root.putObject("paths")
        .putObject("/x")
        .putObject("post")
        .putObject("requestBody")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", reference);
    return root;
  }

  @Test
  void moreThanTheLargestFileIsRefusedUnread() {
    var large = " ".repeat(Imports.LARGEST + 1);
    assertThatThrownBy(() -> Imports.of("large.har", large))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("67108865 characters");
  }
}
