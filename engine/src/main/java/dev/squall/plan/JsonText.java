package dev.squall.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.squall.plan.JsonQuery.Kind;
import dev.squall.plan.JsonQuery.Missing;
import dev.squall.plan.JsonQuery.One;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON bytes to values and back; one factory, so that every reader accepts the same documents. */
final class JsonText {

  /**
   * A string's length is not limited here: a reader that skips a string does not measure it, and
   * what a body may hold is limited on the wire. Jackson's usual buffers belong to a thread, and
   * ten thousand users are ten thousand threads.
   */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1000)
                  .maxNumberLength(1000)
                  .maxNameLength(50_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private static final One TRUE = new One("true", Kind.BOOLEAN);
  private static final One FALSE = new One("false", Kind.BOOLEAN);
  private static final One NULL = new One("null", Kind.NULL);

  private JsonText() {}

  /** Reads the value the parser stands at, and leaves the parser at that value's last token. */
  interface ValueReader<T extends @Nullable Object> {
    T read(JsonParser parser) throws IOException;
  }

  /**
   * Reads bytes that are exactly one JSON document.
   *
   * @throws IOException if they are not
   */
  static <T extends @Nullable Object> T document(
      byte[] body, int from, int to, ValueReader<T> reader) throws IOException {
    try (var parser = FACTORY.createParser(body, from, to - from)) {
      if (parser.nextToken() == null) {
        throw new JsonParseException(parser, "the body is empty");
      }
      var value = reader.read(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "there is more after the end of the document");
      }
      return value;
    }
  }

  static Missing notJson(IOException fault) {
    if (fault instanceof JsonProcessingException e && e.getLocation() != null) {
      var at = e.getLocation();
      return new Missing(
          "the body is not JSON: %s (line %d, column %d)"
              .formatted(e.getOriginalMessage(), at.getLineNr(), at.getColumnNr()));
    }
    return new Missing("the body is not JSON: " + fault.getMessage());
  }

  /**
   * The value the parser stands at as json-path expects it: LinkedHashMap, ArrayList, String,
   * Number, Boolean or null.
   */
  static @Nullable Object tree(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          parser.nextToken();
          map.put(key, tree(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(tree(parser));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins with " + parser.currentToken());
    };
  }

  /**
   * The usual number wherever it prints as the document writes it, because filters know it best.
   */
  private static Number number(JsonParser parser) throws IOException {
    var written = parser.getText();
    var usual = parser.getNumberValue();
    return usual.toString().equals(written) ? usual : new WrittenNumber(written);
  }

  /** The value the parser stands at. */
  static One one(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new One(parser.getText(), Kind.STRING);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new One(parser.getText(), Kind.NUMBER);
      case START_OBJECT,
          START_ARRAY,
          VALUE_TRUE,
          VALUE_FALSE,
          VALUE_NULL,
          END_OBJECT,
          END_ARRAY,
          FIELD_NAME,
          VALUE_EMBEDDED_OBJECT,
          NOT_AVAILABLE ->
          one(tree(parser));
    };
  }

  /** A value of a tree, or of one of json-path's functions. */
  static One one(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case Boolean truth -> truth ? TRUE : FALSE;
      case String text -> new One(text, Kind.STRING);
      case Number number -> new One(number.toString(), Kind.NUMBER);
      case Map<?, ?> map -> new One(text(map), Kind.OBJECT);
      case Collection<?> list -> new One(text(list), Kind.ARRAY);
      default -> new One(value.toString(), Kind.STRING);
    };
  }

  /** Values as a JSON array. */
  static String array(List<One> values) {
    return written(generator -> {
      generator.writeStartArray();
      for (var value : values) {
        if (value.kind() == Kind.STRING) {
          generator.writeString(value.text());
        } else {
          generator.writeRawValue(value.text());
        }
      }
      generator.writeEndArray();
    });
  }

  private static String text(Object tree) {
    return written(generator -> write(tree, generator));
  }

  private static void write(@Nullable Object value, JsonGenerator to) throws IOException {
    switch (value) {
      case null -> to.writeNull();
      case Boolean truth -> to.writeBoolean(truth);
      case Number number -> to.writeNumber(number.toString());
      case Map<?, ?> map -> {
        to.writeStartObject();
        for (var entry : map.entrySet()) {
          to.writeFieldName(String.valueOf(entry.getKey()));
          write(entry.getValue(), to);
        }
        to.writeEndObject();
      }
      case Collection<?> list -> {
        to.writeStartArray();
        for (var element : list) {
          write(element, to);
        }
        to.writeEndArray();
      }
      default -> to.writeString(value.toString());
    }
  }

  private interface Writing {
    void to(JsonGenerator generator) throws IOException;
  }

  private static String written(Writing writing) {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(text)) {
      writing.to(generator);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }
}
