package dev.squall.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Feed.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Feeds as tests open them. */
final class Opened {
  static final Position HERE = Position.in("feed");

  private Opened() {}

  static Feed csv(Path file) {
    return new Feed(new Source.Csv(file.toString()));
  }

  static Feed json(Path file) {
    return new Feed(new Source.Json(file.toString(), "value"));
  }

  static Feed jsonLines(Path file) {
    return new Feed(new Source.JsonLines(file.toString(), "value"));
  }

  /** Rows 0, 1, … of one column called n. */
  static Feed numbers(int size) {
    return new Feed(
        new Source.Values("n", IntStream.range(0, size).<Object>mapToObj(i -> i).toList()));
  }

  static Path write(Path file, String text) throws IOException {
    return Files.writeString(file, text);
  }

  static Path writeLatin1(Path file, String text) throws IOException {
    return Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }

  /** What is right, held as its size and order ask for. */
  static Dataset dataset(Feed feed) {
    return dataset(feed, Dataset.SMALL);
  }

  /** Read in blocks where the order allows it, however small the file. */
  static Dataset inBlocks(Feed feed) {
    return dataset(feed, -1);
  }

  private static Dataset dataset(Feed feed, long small) {
    var problems = new ArrayList<Problem>();
    var dataset = Dataset.open(feed, 0, HERE, problems::add, small);
    assertThat(problems).isEmpty();
    return dataset.orElseThrow();
  }

  /** What is wrong. */
  static List<Problem> problems(Feed feed) {
    var problems = new ArrayList<Problem>();
    assertThat(Dataset.open(feed, 0, HERE, problems::add)).isEmpty();
    return problems;
  }

  static List<String> row(Dataset dataset, long row) {
    var values = new String[dataset.columns().size()];
    dataset.read(row, values);
    return List.of(values);
  }

  static List<List<String>> rows(Dataset dataset) {
    return LongStream.range(0, dataset.size()).mapToObj(row -> row(dataset, row)).toList();
  }

  /** The rows that the first iterations take, by user 1. */
  static List<Long> order(Dataset dataset, int iterations, long seed) {
    return LongStream.range(0, iterations).mapToObj(i -> dataset.rowFor(i, 1, seed)).toList();
  }
}
