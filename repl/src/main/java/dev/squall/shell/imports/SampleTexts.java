package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;

/** A text that a schema allows, as far as its format and its length say. */
final class SampleTexts {
  private static final int LONGEST = 10_000;

  private SampleTexts() {}

  static String of(JsonNode schema) {
    var text =
        switch (schema.path("format").asText()) {
          case "date-time" -> "2026-01-15T12:00:00Z";
          case "date" -> "2026-01-15";
          case "time" -> "12:00:00Z";
          case "duration" -> "PT1H";
          case "email", "idn-email" -> "user@example.com";
          case "hostname", "idn-hostname" -> "example.com";
          case "ipv4" -> "192.0.2.1";
          case "ipv6" -> "2001:db8::1";
          case "uri", "url", "iri" -> "https://example.com/";
          case "uri-reference" -> "/";
          case "uuid" -> "123e4567-e89b-42d3-a456-426614174000";
          case "byte" -> "c3F1YWxs";
          case "password" -> "Passw0rd!";
          case "binary" -> GivenValues.PLACEHOLDER;
          case String _ -> "string";
        };
    int least = Math.min(LONGEST, schema.path("minLength").asInt(0));
    int most = Math.max(0, schema.path("maxLength").asInt(Integer.MAX_VALUE));
    var enough = text.length() < least ? text + "x".repeat(least - text.length()) : text;
    return enough.length() > most ? enough.substring(0, most) : enough;
  }
}
