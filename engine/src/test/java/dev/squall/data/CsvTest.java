package dev.squall.data;

import static dev.squall.data.Opened.csv;
import static dev.squall.data.Opened.dataset;
import static dev.squall.data.Opened.inBlocks;
import static dev.squall.data.Opened.rows;
import static dev.squall.data.Opened.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Feed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @TempDir private Path folder;

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("plain", "id,name\n1,Ada\n2,Bob\n"),
        Arguments.of("no line end at the end", "id,name\n1,Ada\n2,Bob"),
        Arguments.of("CRLF", "id,name\r\n1,Ada\r\n2,Bob\r\n"),
        Arguments.of("CR", "id,name\r1,Ada\r2,Bob\r"),
        Arguments.of("byte order mark", "\uFEFFid,name\n1,Ada\n2,Bob\n"),
        Arguments.of("quotes where none are needed", "\"id\",\"name\"\n\"1\",Ada\n2,\"Bob\"\n"),
        Arguments.of("blank lines", "\n\nid,name\n\n1,Ada\n\n\n2,Bob\n\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void theSameRowsAreWrittenInManyWays(String way, String text) throws IOException {
    var feed = csv(write(folder.resolve("users.csv"), text));
    for (var dataset : List.of(dataset(feed), inBlocks(feed))) {
      try (dataset) {
        assertThat(dataset.columns()).as(way).containsExactly("id", "name");
        assertThat(dataset.size()).isEqualTo(2);
        assertThat(rows(dataset)).containsExactly(List.of("1", "Ada"), List.of("2", "Bob"));
      }
    }
  }

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("\"a,b\"", "a,b"),
        Arguments.of("\"say \"\"hi\"\"\"", "say \"hi\""),
        Arguments.of("\"two\nlines\"", "two\nlines"),
        Arguments.of("\"two\r\nlines\"", "two\r\nlines"),
        Arguments.of("\"\"", ""),
        Arguments.of("", ""),
        Arguments.of("  spaces stay ", "  spaces stay "),
        Arguments.of("Zoë 東京 😀", "Zoë 東京 😀"),
        Arguments.of("${id}", "${id}"),
        Arguments.of("a'b\\n", "a'b\\n"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsWhatItsColumnHolds(String written, String value) throws IOException {
    var feed = csv(write(folder.resolve("x.csv"), "a,b,c\n1," + written + ",3\n4,5,6\n"));
    try (var dataset = inBlocks(feed)) {
      assertThat(rows(dataset)).containsExactly(List.of("1", value, "3"), List.of("4", "5", "6"));
    }
  }

  @Test
  void aValueMayBeLongerThanAnyBuffer() throws IOException {
    var sizes = List.of(127, 128, 16_383, 16_384, 3_000_000);
    var text = new StringBuilder("a,b\n");
    sizes.forEach(size -> text.append("é".repeat(size)).append(",x\n"));
    var feed = csv(write(folder.resolve("x.csv"), text.toString()));
    for (var dataset : List.of(dataset(feed.once()), inBlocks(feed))) {
      try (dataset) {
        assertThat(rows(dataset).stream().map(row -> row.getFirst().length()))
            .containsExactlyElementsOf(sizes);
        assertThat(rows(dataset).stream().map(List::getLast)).containsOnly("x");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(chars = {';', '\t', '|', ' '})
  void anyDelimiterStandsBetweenColumns(char delimiter) throws IOException {
    var text = "id;name\n1;a,b\n".replace(';', delimiter);
    Feed feed = csv(write(folder.resolve("x.csv"), text)).delimiter(delimiter);
    try (var dataset = inBlocks(feed)) {
      assertThat(dataset.columns()).containsExactly("id", "name");
      assertThat(rows(dataset)).containsExactly(List.of("1", "a,b"));
    }
  }
}
