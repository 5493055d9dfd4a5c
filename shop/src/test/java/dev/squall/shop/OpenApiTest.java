package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The description by itself, and beside the routes. */
class OpenApiTest extends ShopTest {

  private static final Description DESCRIPTION = Description.ofTheShop();

  @Test
  void itDescribesEveryRouteAndNothingElse() {
    var routes =
        shop.routes().stream()
            .filter(route -> !route.method().equals("HEAD"))
            .map(route -> route.name().replace("...}", "}"))
            .toList();
    var described = DESCRIPTION.operations().map(Object::toString).toList();

    assertThat(described).containsExactlyInAnyOrderElementsOf(new TreeSet<>(routes));
  }

  @Test
  void itIsOpenApi31() {
    // The schema of https://spec.openapis.org/oas/3.1/schema/2022-10-07, Apache-2.0.
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Description.parsed(Description.resource("openapi-3.1.schema.json")));

    assertThat(schema.validate(DESCRIPTION.document())).isEmpty();
  }

  @Test
  void itsSchemasAreJsonSchemas() {
    var ofSchemas =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    var schemas = DESCRIPTION.document().findValues("schema");
    DESCRIPTION.document().at("/components/schemas").forEach(schemas::add);

    assertThat(schemas)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            schema -> assertThat(ofSchemas.validate(schema)).as(schema.toString()).isEmpty());
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryPartIsUsed() {
    var references =
        DESCRIPTION.document().findValuesAsText("$ref").stream().collect(Collectors.toSet());
    var parts = new TreeSet<String>();
    for (var kind : List.of("schemas", "responses", "requestBodies")) {
      DESCRIPTION
          .document()
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> parts.add("#/components/" + kind + "/" + name));
    }

    assertThat(references).containsExactlyInAnyOrderElementsOf(parts);
  }

  @Test
  void operationsHaveIdsOfTheirOwnAndTagsThatAreExplained() {
    var tags =
        StreamSupport.stream(DESCRIPTION.document().path("tags").spliterator(), false)
            .map(tag -> tag.path("name").asText())
            .toList();

    assertThat(DESCRIPTION.operations().map(o -> o.node().path("operationId").asText()))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
    assertThat(DESCRIPTION.operations().map(Description.Operation::tag).distinct())
        .containsExactlyInAnyOrderElementsOf(tags);
  }

  @Test
  void thePathsParametersAreDescribed() {
    assertThat(DESCRIPTION.operations())
        .allSatisfy(operation ->
            assertThat(operation.example()).as(operation.toString()).doesNotContain("{"));
  }

  @Test
  void everyExampleKeepsToItsSchema() {
    assertThat(DESCRIPTION.operations())
        .allSatisfy(operation -> {
          operation.parameters().forEach(OpenApiTest::assertExampleFits);
          operation.bodies().forEach(body -> assertExampleFits(body.getValue()));
        });
  }

  @Test
  void itIsServedAsItIs() {
    var answer = client.get("/openapi.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.json()).isEqualTo(DESCRIPTION.document());
  }

  private static void assertExampleFits(String pointer) {
    JsonNode example = DESCRIPTION.document().at(pointer).path("example");
    if (!example.isMissingNode()) {
      assertThat(DESCRIPTION.contradictions(pointer + "/schema", example)).as(pointer).isEmpty();
    }
  }
}
