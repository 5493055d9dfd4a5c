package dev.squall.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.squall.data.Parsed.Row;
import dev.squall.data.Parsed.Wrong;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON values as rows and as the texts of variables. */
final class JsonTokens {
  static final JsonFactory JSON = new JsonFactory();

  private JsonTokens() {}

  /**
   * The row that begins at the current token; the parser stands at its last one afterwards.
   *
   * @param characters what stands before the parser's text
   * @param lines how many lines stand before it
   * @param plain the name of the column where the row is a plain value
   */
  static Parsed row(JsonParser json, long characters, int lines, String plain) throws IOException {
    var begin = json.currentTokenLocation();
    long character = characters + begin.getCharOffset();
    int line = lines + begin.getLineNr();
    int column = begin.getColumnNr();
    if (json.hasToken(JsonToken.START_ARRAY)) {
      json.skipChildren();
      return new Wrong(
          line, column, "an array is no row", "a row is an object of columns, or a plain value");
    }
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      return new Row(character, line, column, Optional.of(List.of(plain)), List.of(value(json)));
    }
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      names.add(json.currentName());
      json.nextToken();
      values.add(value(json));
    }
    return new Row(character, line, column, Optional.of(names), values);
  }

  /** Strings raw, numbers as they are written, null as an empty text, all else as JSON. */
  private static String value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> "";
      case START_OBJECT, START_ARRAY -> tree(json);
      case JsonToken _ -> json.getText();
    };
  }

  private static String tree(JsonParser json) throws IOException {
    var text = new StringWriter();
    try (var to = JSON.createGenerator(text)) {
      int depth = copy(json, to);
      while (depth > 0) {
        json.nextToken();
        depth += copy(json, to);
      }
    }
    return text.toString();
  }

  /** Copies a token; by how much it leads deeper. Numbers keep their digits, 1.50 and 1e3 too. */
  private static int copy(JsonParser from, JsonGenerator to) throws IOException {
    switch (from.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(from.getText());
      case JsonToken _ -> to.copyCurrentEvent(from);
    }
    return switch (from.currentToken()) {
      case START_OBJECT, START_ARRAY -> 1;
      case END_OBJECT, END_ARRAY -> -1;
      case JsonToken _ -> 0;
    };
  }

  /** What a parser says of text that is not JSON, without its remarks about itself. */
  static Wrong wrong(JsonProcessingException e, int lines) {
    var message = e.getOriginalMessage();
    int remark = message.indexOf(" (start marker");
    var at = e.getLocation();
    return new Wrong(
        lines + at.getLineNr(),
        at.getColumnNr(),
        "not JSON: " + (remark < 0 ? message : message.substring(0, remark)),
        "");
  }
}
