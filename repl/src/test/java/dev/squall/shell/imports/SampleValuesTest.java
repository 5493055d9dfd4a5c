package dev.squall.shell.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that schemas allow. */
class SampleValuesTest {

  private static JsonNode made(String schema, String others) {
    var root = JsonText.read("s.json", "{\"schema\": " + schema + ", \"s\": " + others + "}");
    var findings = new Findings("s.json");
    return new SampleValues(new References(root, findings), findings).of(root.path("schema"), "s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'const': 3, 'example': 4}                                     | 3",
        "{'example': null, 'default': 1}                                | null",
        "{'examples': ['a', 'b'], 'type': 'string'}                     | 'a'",
        "{'default': false}                                             | false",
        "{'enum': ['x', 'y']}                                           | 'x'",
        "{'type': ['null', 'integer']}                                  | 1",
        "{'type': 'integer', 'minimum': 10}                             | 10",
        "{'type': 'integer', 'exclusiveMinimum': 10}                    | 11",
        "{'type': 'integer', 'minimum': 10, 'exclusiveMinimum': true}   | 11",
        "{'type': 'integer', 'maximum': -3}                             | -3",
        "{'type': 'integer', 'exclusiveMaximum': 1}                     | 0",
        "{'type': 'integer', 'multipleOf': 7}                           | 7",
        "{'type': 'number', 'minimum': 0.1, 'maximum': 0.2}             | 0.2",
        "{'type': 'number', 'minimum': 1e999999}                        | 1",
        "{'type': 'boolean'}                                            | true",
        "{'type': 'null'}                                               | null",
        "{'type': 'string', 'minLength': 8}                             | 'stringxx'",
        "{'type': 'string', 'maxLength': 2}                             | 'st'",
        "{'type': 'string', 'format': 'date'}                           | '2026-01-15'",
        "{'type': 'array', 'items': {'type': 'integer'}, 'minItems': 2} | [1,1]",
        "{'type': 'array', 'maxItems': 0}                               | []",
        "{'properties': {'a': {}, 'b': {'readOnly': true}}}             | {'a':'string'}",
        "{'required': ['b'], 'properties': {'a': {}, 'b': {}}}          | {'b':'string'}",
        "{'oneOf': [{'type': 'null'}, {'type': 'integer'}]}             | 1",
        "{'anyOf': [{'type': 'boolean'}, {'type': 'integer'}]}          | true",
        "{'allOf': [{'properties': {'a': {}}}, {'properties': {'b': {'default': 2}}}]} |"
            + " {'a':'string','b':2}",
        "{'type': 'object'}                                             | {}",
        "{}                                                             | 'string'",
        "true                                                           | 'string'",
      })
  void aSchemaIsMetBySimplestValue(String schema, String value) {
    assertThat(made(schema.replace('\'', '"'), "{}").toString())
        .isEqualTo(value.replace('\'', '"'));
  }

  @Test
  void whatRefersToItselfEndsWhereItWouldBeginAgain() {
    var made =
        made(
            "{\"$ref\": \"#/s\"}",
            """
            {"required": ["name", "parent", "children"], "properties": {
              "name": {"type": "string"},
              "parent": {"$ref": "#/s"},
              "children": {"type": "array", "items": {"$ref": "#/s"}}}}\
            """);
    assertThat(made.toString()).isEqualTo("{\"name\":\"string\",\"children\":[]}");
  }

  @Test
  void theMemberThatSaysWhichItIsSaysIt() throws Exception {
    var made =
        made(
            """
            {"oneOf": [{"$ref": "#/s/Cat"}], "discriminator":
              {"propertyName": "kind", "mapping": {"cat": "#/s/Cat"}}}\
            """,
            "{\"Cat\": {\"properties\": {\"kind\": {\"type\": \"string\"}}}}");
    assertThat(made).isEqualTo(new ObjectMapper().readTree("{\"kind\": \"cat\"}"));
  }
}
