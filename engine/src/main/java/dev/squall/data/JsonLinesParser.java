package dev.squall.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.squall.data.Parsed.End;
import dev.squall.data.Parsed.Wrong;
import java.io.IOException;
import java.io.Reader;

/** A JSON value per line, each a row; blank lines are none. */
final class JsonLinesParser implements RowParser {
  private final Reader text;
  private final String plain;
  private final char[] chunk = new char[8192];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int end;
  private long character;
  private int lines;

  /**
   * Of a whole text, or from where a line begins.
   *
   * @param plain the name of the column where the lines are plain values
   */
  JsonLinesParser(Reader text, String plain) {
    this.text = text;
    this.plain = plain;
  }

  @Override
  public Parsed next() throws IOException {
    while (readLine()) {
      if (!line.toString().isBlank()) {
        var row = row(line.toString().stripTrailing());
        passLine();
        return row;
      }
      passLine();
    }
    return new End();
  }

  private Parsed row(String written) throws IOException {
    try (var json = JsonTokens.JSON.createParser(written)) {
      json.nextToken();
      var row = JsonTokens.row(json, character, lines, plain);
      if (json.nextToken() == null) {
        return row;
      }
      return new Wrong(
          lines + 1,
          json.currentTokenLocation().getColumnNr(),
          "more than one value on a line",
          "each row stands on a line of its own");
    } catch (JsonProcessingException e) {
      return JsonTokens.wrong(e, lines);
    }
  }

  /** A line with its end; a line that ends with the file has none. */
  private boolean readLine() throws IOException {
    line.setLength(0);
    while (at < end || fill()) {
      int from = at;
      while (at < end && chunk[at] != '\n') {
        at++;
      }
      boolean ends = at < end;
      at += ends ? 1 : 0;
      line.append(chunk, from, at - from);
      if (ends) {
        return true;
      }
    }
    return !line.isEmpty();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, text.read(chunk));
    return end > 0;
  }

  private void passLine() {
    character += line.length();
    lines++;
  }
}
