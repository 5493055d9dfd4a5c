package dev.squall.data;

import dev.squall.data.Parsed.End;
import dev.squall.data.Parsed.Row;
import dev.squall.data.Parsed.Wrong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV of RFC 4180 with any delimiter and any line end. Lines without a character are no rows; an
 * empty value alone in its row is written with quotes.
 */
final class CsvParser implements RowParser {
  private final TrackedReader text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private boolean broken;

  /** Of a whole file, whose first row is the header, or from where a row begins. */
  CsvParser(TrackedReader text, char delimiter) throws IOException {
    this.text = text;
    parser = format(delimiter).parse(text);
    records = parser.iterator();
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
  }

  @Override
  public Parsed next() throws IOException {
    if (broken) {
      return new End();
    }
    int linesBefore = (int) parser.getCurrentLineNumber();
    try {
      if (!records.hasNext()) {
        return new End();
      }
      var row = records.next();
      return new Row(
          row.getCharacterPosition(),
          (int) parser.getCurrentLineNumber() - lineEnds(row),
          1,
          Optional.empty(),
          row.toList());
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CSVException)) {
        throw e.getCause();
      }
      broken = true;
      return problem(linesBefore + 1);
    }
  }

  /** There are two: a quote that the file's end leaves open, and text behind a closing one. */
  private Wrong problem(int firstLine) {
    return text.ended()
        ? new Wrong(
            firstLine,
            1,
            "a quote in the row that begins here is never closed",
            "a quote inside of a quoted value is written twice: \"\"")
        : new Wrong(
            (int) parser.getCurrentLineNumber(),
            1,
            "a quoted value goes on behind its closing quote",
            "a quote inside of a quoted value is written twice: \"\"");
  }

  private static int lineEnds(CSVRecord row) {
    int count = 0;
    for (var value : row) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '\n' ? i == 0 || value.charAt(i - 1) != '\r' : c == '\r') {
          count++;
        }
      }
    }
    return count;
  }
}
