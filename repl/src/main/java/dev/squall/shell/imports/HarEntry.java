package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request that was recorded, with its answer.
 *
 * @param number in the file, from 1
 */
record HarEntry(int number, JsonNode node) {

  String method() {
    return node.path("request").path("method").asText();
  }

  String url() {
    return node.path("request").path("url").asText();
  }

  /** 0 where there was no answer; nothing where the file does not say, as one made by hand. */
  OptionalInt status() {
    var status = node.path("response").path("status");
    return status.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(status.asInt());
  }

  /** The content type of the answer, in small letters; empty where it has none. */
  String type() {
    return MediaTypes.plain(node.path("response").path("content").path("mimeType").asText());
  }

  /** What the browser wanted it for; empty where it does not say. */
  String purpose() {
    return node.path("_resourceType").asText();
  }

  Optional<Instant> started() {
    try {
      return Optional.of(OffsetDateTime.parse(node.path("startedDateTime").asText()).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** When its answer was complete. */
  Optional<Instant> ended() {
    double millis = node.path("time").asDouble();
    // A day: nobody records longer, and a file can hold any number.
    return started()
        .map(at -> at.plusMillis(millis > 0 && millis < 86_400_000 ? (long) millis : 0));
  }

  String place() {
    return "entry " + number + ", " + method() + " " + Shown.url(url());
  }
}
