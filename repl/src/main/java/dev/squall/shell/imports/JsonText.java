package dev.squall.shell.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.util.List;

/** Text to JSON, within bounds. */
final class JsonText {
  /** Deeper than any tool nests, and far from the end of a stack. */
  static final int DEEPEST = 200;

  /** As many keys, values and brackets as 64 MB of a usual recording hold. */
  private static final long MOST_TOKENS = 8_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(Imports.LARGEST)
                          .maxTokenCount(MOST_TOKENS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // A value goes out as it is written: 1.0 is not 1.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonText() {}

  /**
   * Reads one value.
   *
   * @throws ProblemException with the line and column of what is wrong
   */
  static JsonNode read(String file, String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new ProblemException(
          List.of(
              new Problem(
                  Places.inText(
                      file,
                      text,
                      at == null ? 1 : at.getLineNr(),
                      at == null ? 1 : at.getColumnNr()),
                  "not JSON: " + Shown.text(said(e)),
                  e instanceof JsonEOFException
                      ? "the file ends too early: was it saved completely?"
                      : "")));
    }
  }

  private static String said(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll(", from `[^`]*`", "");
  }

  /** A value as text, indented where it has parts. */
  static String write(JsonNode value) {
    if (value.isEmpty()) {
      return value.toString();
    }
    var printer =
        new DefaultPrettyPrinter()
            .withSeparators(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return MAPPER.writer(printer).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree has no text", e);
    }
  }
}
