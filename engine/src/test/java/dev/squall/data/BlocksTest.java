package dev.squall.data;

import static dev.squall.data.Opened.csv;
import static dev.squall.data.Opened.dataset;
import static dev.squall.data.Opened.inBlocks;
import static dev.squall.data.Opened.row;
import static dev.squall.data.Opened.rows;
import static dev.squall.data.Opened.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.scenario.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are read from their file when they are needed are the rows that would be held. */
class BlocksTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyCsvReadsTheSame(long seed) throws IOException {
    var written = new RandomRows(new Random(seed));
    var feed = csv(write(folder.resolve("x.csv"), written.csv()));
    try (var blocks = inBlocks(feed);
        var held = dataset(feed.once())) {
      assertThat(blocks.columns()).isEqualTo(written.columns());
      assertThat(rows(blocks)).isEqualTo(written.rows());
      assertThat(rows(held)).isEqualTo(written.rows());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyJsonReadsTheSame(long seed) throws IOException {
    var written = new RandomRows(new Random(seed));
    var array = Opened.json(write(folder.resolve("x.json"), written.json("[", ",", "]")));
    var lines = Opened.jsonLines(write(folder.resolve("x.jsonl"), written.json("", "\n", "\n")));
    for (var feed : List.of(array, lines)) {
      try (var blocks = inBlocks(feed);
          var held = dataset(feed.once())) {
        assertThat(rows(blocks)).isEqualTo(written.rows());
        assertThat(rows(held)).isEqualTo(written.rows());
      }
    }
  }

  private Path numbered(int size) throws IOException {
    var text = new StringBuilder("n,text\n");
    for (int i = 0; i < size; i++) {
      text.append(i).append(",\"row\n").append(i).append("\"\n");
    }
    return write(folder.resolve("n.csv"), text.toString());
  }

  private static List<String> expected(long row) {
    return List.of(Long.toString(row), "row\n" + row);
  }

  private static Table table(Path file) {
    var findings = new Findings(Opened.HERE, file.toString());
    return RowFile.of(file.toString(), new RowFormat.Csv(','), findings)
        .flatMap(found -> Survey.of(found, false, findings))
        .orElseThrow();
  }

  @Test
  void rowsInOrderParseEachBlockOnce() throws IOException {
    var rows = (FileRows) table(numbered(1000)).rows();
    var values = new String[2];
    for (int i = 0; i < 1000; i++) {
      rows.read(i, values);
      assertThat(values).containsExactlyElementsOf(expected(i));
    }
    assertThat(rows.parsed()).isEqualTo(4);
    rows.read(0, values);
    assertThat(rows.parsed()).isEqualTo(4);
    rows.close();
  }

  @Test
  void aBlockGivesWayToTheOneSixtyFourFurtherOn() throws IOException {
    var rows = (FileRows) table(numbered(65 * 256)).rows();
    var values = new String[2];
    rows.read(255, values);
    rows.read(64 * 256, values);
    assertThat(values).containsExactlyElementsOf(expected(64 * 256));
    assertThat(rows.parsed()).isEqualTo(2);
    rows.read(0, values);
    assertThat(values).containsExactlyElementsOf(expected(0));
    assertThat(rows.parsed()).isEqualTo(3);
    rows.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 257, 512})
  void theLastBlockMayBeOfAnySize(int size) throws IOException {
    try (var dataset = inBlocks(csv(numbered(size)))) {
      assertThat(dataset.size()).isEqualTo(size);
      assertThat(row(dataset, size - 1)).isEqualTo(expected(size - 1));
      assertThat(row(dataset, 0)).isEqualTo(expected(0));
    }
  }

  @Test
  void ordersThatJumpHoldTheirRowsAndSmallFilesAreHeld() throws IOException {
    var file = numbered(300);
    for (var feed : List.of(csv(file).random(), csv(file).shuffled(1), csv(file).once())) {
      var held = inBlocks(feed);
      Files.writeString(file, "n,text\n");
      assertThat(row(held, 299)).isEqualTo(expected(299));
      numbered(300);
    }
    for (var feed : List.of(csv(file), csv(file).sequential(), csv(file).unique())) {
      try (var small = dataset(feed);
          var blocks = inBlocks(feed)) {
        Files.writeString(file, "n,text\n");
        assertThat(row(small, 299)).isEqualTo(expected(299));
        assertThatThrownBy(() -> row(blocks, 299))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining(file + " was changed while it was read");
        numbered(300);
      }
    }
  }

  @Test
  void aFileOfAMebibyteIsHeldAndALargerOneIsNot() throws IOException {
    var file = folder.resolve("x.csv");
    var header = "n\n";
    write(file, header + "1".repeat((1 << 20) - header.length() - 1) + "\n");
    assertThat(Files.size(file)).isEqualTo(1 << 20);
    try (var held = dataset(csv(file))) {
      Files.writeString(file, "n\n");
      assertThat(row(held, 0).getFirst()).hasSize((1 << 20) - header.length() - 1);
    }
    write(file, header + "1".repeat((1 << 20) - header.length()) + "\n");
    try (var blocks = dataset(csv(file))) {
      Files.writeString(file, "n\n");
      assertThatThrownBy(() -> row(blocks, 0)).isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void aFileIsReadOnThoughItsNameIsGone() throws IOException {
    var file = numbered(600);
    try (var dataset = inBlocks(csv(file))) {
      Files.delete(file);
      assertThat(row(dataset, 599)).isEqualTo(expected(599));
    }
  }

  @Test
  void aClosedDatasetReadsNoMore() throws IOException {
    var dataset = inBlocks(csv(numbered(600)));
    dataset.close();
    assertThatThrownBy(() -> row(dataset, 0)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void manyUsersReadTheRightRowsAtOnceAndEachBlockIsParsedOnce() throws IOException {
    int users = 4000;
    var rows = table(numbered(5000)).rows();
    var wrong = new ConcurrentLinkedQueue<String>();
    var next = new AtomicInteger();
    try (rows;
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int user = 0; user < users; user++) {
        threads.execute(() -> {
          var values = new String[2];
          for (int i = 0; i < 5; i++) {
            int row = next.getAndIncrement() % 5000;
            rows.read(row, values);
            if (!List.of(values).equals(expected(row))) {
              wrong.add(row + ": " + List.of(values));
            }
          }
        });
      }
    }
    assertThat(next).hasValue(5 * users);
    assertThat(wrong).isEmpty();
    assertThat(((FileRows) rows).parsed()).isEqualTo(20);
  }

  @Test
  void anInterruptedUserDisturbsNobody() throws Exception {
    try (var dataset = inBlocks(csv(numbered(600)))) {
      var seen = new ArrayList<List<String>>();
      var user =
          Thread.ofVirtual()
              .unstarted(() -> {
                Thread.currentThread().interrupt();
                seen.add(row(dataset, 300));
              });
      user.start();
      user.join();
      assertThat(seen).containsExactly(expected(300));
      assertThat(row(dataset, 10)).isEqualTo(expected(10));
    }
  }

  @Test
  void datasetsOfTheSameFeedHaveTheSameRows() throws IOException {
    Feed feed = csv(numbered(300));
    try (var one = inBlocks(feed);
        var other = dataset(feed)) {
      assertThat(rows(one)).isEqualTo(rows(other));
    }
  }
}
