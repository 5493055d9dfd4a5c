package dev.squall.data;

import dev.squall.data.Findings.Place;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The one pass over a file that finds its columns, counts and checks its rows, and either holds
 * them or notes where they begin.
 */
final class Survey {
  private static final int CHUNK = 1 << 16;

  private final RowFile file;
  private final boolean held;
  private final Findings findings;
  private final HeldRows.Collector collector = new HeldRows.Collector();
  private final LongStream.Builder index = LongStream.builder();
  private @Nullable List<String> columns;
  private long size;

  private Survey(RowFile file, boolean held, Findings findings) {
    this.file = file;
    this.held = held;
    this.findings = findings;
  }

  /**
   * A file's rows; nothing where something is wrong with them.
   *
   * @param held whether they are held in memory
   */
  static Optional<Table> of(RowFile file, boolean held, Findings findings) {
    return new Survey(file, held, findings).table();
  }

  private Optional<Table> table() {
    try {
      pass();
      var found = columns;
      if (!findings.isEmpty()) {
        return Optional.empty();
      }
      if (found == null) {
        findings.add("the file " + file.path() + " has no rows", emptyHint());
        return Optional.empty();
      }
      if (size == 0) {
        findings.add(
            "the file " + file.path() + " has a header and no rows", "add a row below the header");
        return Optional.empty();
      }
      var rows =
          held
              ? collector.rows()
              : FileRows.open(file.path(), file.format(), found, index.build().toArray(), size);
      return Optional.of(new Table(found, rows));
    } catch (CharacterCodingException _) {
      findFault();
    } catch (IOException e) {
      RowFile.unreadable(file.path().toString(), e, findings);
    }
    return Optional.empty();
  }

  private String emptyHint() {
    return switch (file.format()) {
      case RowFormat.Csv _ -> "its first row names the columns";
      case RowFormat.JsonArray _ -> "it is an array with at least one row";
      case RowFormat.JsonLines _ -> "it has a row on each line";
    };
  }

  private void pass() throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file.path()), CHUNK)) {
      var text = TrackedReader.ofFile(in);
      var parser = Parsers.ofFile(file.format(), text);
      while (true) {
        switch (parser.next()) {
          case Parsed.Row row -> take(row, text);
          case Parsed.Wrong(var line, var column, var what, var hint) ->
              findings.add(new Place.InFile(line, column), what, hint);
          case Parsed.End() -> {
            return;
          }
        }
      }
    }
  }

  private void take(Parsed.Row row, TrackedReader text) {
    if (columns == null) {
      columns = List.copyOf(row.names().orElse(row.values()));
      Columns.check(columns, place(row), findings);
      if (row.names().isEmpty()) {
        return; // it was the header
      }
    }
    switch (Fit.of(row, columns)) {
      case Fit.Ragged(var what) ->
          findings.add(place(row), what, "each row has the columns " + String.join(", ", columns));
      case Fit.Whole(var values) -> {
        if (size % Block.ROWS == 0) {
          // Asked also where nobody needs it: until then the reader keeps all that it read.
          index.add(text.byteOf(row.character()));
        }
        if (held) {
          collector.add(values);
        }
        size++;
      }
    }
  }

  private static Place place(Parsed.Row row) {
    return new Place.InFile(row.line(), row.column());
  }

  private void findFault() {
    try (var in = Files.newInputStream(file.path())) {
      var fault = Utf8Fault.in(in);
      findings.add(
          new Place.InFile(fault.line(), fault.column()),
          "the file is not UTF-8 from here on",
          "save it in UTF-8");
    } catch (IOException e) {
      RowFile.unreadable(file.path().toString(), e, findings);
    }
  }
}
