package dev.squall.shell.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/** The text of a body to a document. */
final class JsonReader {
  /** Deeper than anybody nests on purpose, and far from the end of any stack. */
  private static final int DEEPEST = 500;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(1000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** What a text turned out to be. */
  sealed interface Reading {
    record Document(Json json) implements Reading {}

    /**
     * No document.
     *
     * @param why in words with line and column
     */
    record Refused(String why) implements Reading {}
  }

  private JsonReader() {}

  /** The document, where the text is exactly one. */
  static Optional<Json> read(String text) {
    return reading(text) instanceof Reading.Document(var json)
        ? Optional.of(json)
        : Optional.empty();
  }

  /** Whether the text begins as an object or a list does. */
  static boolean looksLike(String text) {
    int first = 0;
    while (first < text.length()
        && (Character.isWhitespace(text.charAt(first)) || text.charAt(first) == '\ufeff')) {
      first++;
    }
    return first < text.length() && (text.charAt(first) == '{' || text.charAt(first) == '[');
  }

  static Reading reading(String text) {
    var plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    try (var parser = FACTORY.createParser(plain)) {
      if (parser.nextToken() == null) {
        return new Reading.Refused("it is empty");
      }
      var json = value(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "there is more after the end of the document");
      }
      return new Reading.Document(json);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      var place =
          at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
      return new Reading.Refused(e.getOriginalMessage() + place);
    } catch (IOException e) {
      return new Reading.Refused(String.valueOf(e.getMessage()));
    }
  }

  private static Json value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var members = new ArrayList<Json.Member>();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          members.add(new Json.Member(name, value(parser)));
        }
        yield new Json.Obj(members);
      }
      case START_ARRAY -> {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield new Json.Arr(items);
      }
      case VALUE_STRING -> new Json.Str(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText());
      case VALUE_TRUE -> new Json.Truth(true);
      case VALUE_FALSE -> new Json.Truth(false);
      case VALUE_NULL -> new Json.Null();
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins with " + parser.currentToken());
    };
  }
}
