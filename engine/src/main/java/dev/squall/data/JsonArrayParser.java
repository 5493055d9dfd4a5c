package dev.squall.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.squall.data.Parsed.End;
import dev.squall.data.Parsed.Wrong;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The elements of one JSON array, each a row. */
final class JsonArrayParser implements RowParser {
  private final JsonParser json;
  private final String plain;
  private boolean begun;
  private boolean ended;

  /**
   * Of a whole text.
   *
   * @param plain the name of the column where the elements are plain values
   */
  JsonArrayParser(Reader text, String plain) throws IOException {
    json = JsonTokens.JSON.createParser(text);
    this.plain = plain;
  }

  @Override
  public Parsed next() throws IOException {
    if (ended) {
      return new End();
    }
    try {
      if (!begun) {
        begun = true;
        var wrong = begin();
        if (wrong.isPresent()) {
          return wrong.get();
        }
      }
      if (json.nextToken() != JsonToken.END_ARRAY) {
        return JsonTokens.row(json, 0, 0, plain);
      }
      ended = true;
      return json.nextToken() == null ? new End() : behind();
    } catch (JsonProcessingException e) {
      ended = true;
      return JsonTokens.wrong(e, 0);
    }
  }

  private Optional<Parsed> begin() throws IOException {
    var first = json.nextToken();
    if (first == JsonToken.START_ARRAY) {
      return Optional.empty();
    }
    ended = true;
    if (first == null) {
      return Optional.of(new End());
    }
    var at = json.currentTokenLocation();
    return Optional.of(
        new Wrong(
            at.getLineNr(),
            at.getColumnNr(),
            "not an array of rows",
            "a file with an object on each line is read by jsonLines(…)"));
  }

  private Wrong behind() {
    var at = json.currentTokenLocation();
    return new Wrong(at.getLineNr(), at.getColumnNr(), "more behind the end of the array", "");
  }
}
