package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;

/** The value of a parameter or of a body: one that is given, else one made from its schema. */
final class Examples {
  private final References references;
  private final SampleValues samples;

  Examples(References references, SampleValues samples) {
    this.references = references;
    this.samples = samples;
  }

  /** Missing where the description says nothing to go by. */
  JsonNode of(JsonNode described, String place) {
    if (described.has("example")) {
      return described.path("example");
    }
    for (var each : described.path("examples").properties()) {
      var example = references.resolved(each.getValue(), place);
      if (example.has("value")) {
        return example.path("value");
      }
    }
    return samples.of(described.path("schema"), place);
  }
}
