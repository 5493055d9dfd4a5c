package dev.squall.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** The parser for each format. */
final class Parsers {
  private Parsers() {}

  /** Of a whole file; the first row of CSV is its header. */
  static RowParser ofFile(RowFormat format, TrackedReader text) throws IOException {
    return switch (format) {
      case RowFormat.Csv(var delimiter) -> new CsvParser(text, delimiter);
      case RowFormat.JsonArray(var plain) -> new JsonArrayParser(text, plain);
      case RowFormat.JsonLines(var plain) -> new JsonLinesParser(text, plain);
    };
  }

  /** Of a file from where a row begins. */
  static RowParser ofPart(RowFormat format, InputStream bytes) throws IOException {
    return switch (format) {
      case RowFormat.Csv csv -> ofFile(csv, TrackedReader.ofPart(bytes));
      case RowFormat.JsonLines lines -> ofFile(lines, TrackedReader.ofPart(bytes));
      case RowFormat.JsonArray array -> {
        // The elements from here on are the elements of an array again once it is opened.
        var opened = new SequenceInputStream(new ByteArrayInputStream(new byte[] {'['}), bytes);
        yield ofFile(array, TrackedReader.ofPart(opened));
      }
    };
  }
}
