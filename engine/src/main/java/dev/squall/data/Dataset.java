package dev.squall.data;

import dev.squall.draw.Draws;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Feed.Order;
import dev.squall.scenario.Feed.Source;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A feed's rows, checked and ready for a run; many threads may use it at once.
 *
 * <p>What it costs. Opening reads a file once from end to end. A file of at most 1 MiB, rows given
 * in Java, and every random, shuffled or once feed are held in memory, packed: the text in UTF-8,
 * about a byte per value and four bytes per row. A circular, sequential or unique feed of a larger
 * file holds 8 bytes per 256 rows and at most 64 blocks of 256 rows, and reads the others from the
 * file, which it keeps open, when they are needed. In order, each is read once in a pass.
 */
public final class Dataset implements AutoCloseable {
  /** In bytes; a file up to here is held whatever the order. */
  static final long SMALL = 1 << 20;

  private final Feed feed;
  private final int ordinal;
  private final Table table;

  private Dataset(Feed feed, int ordinal, Table table) {
    this.feed = feed;
    this.ordinal = ordinal;
    this.table = table;
  }

  /**
   * Reads and checks a feed's rows.
   *
   * @param ordinal its number among the feeds of its scenario, from 0: two feeds draw apart, unless
   *     both are shuffled with the same seed of their own
   * @param position where the feed is, for what is wrong with it as a whole
   * @param to gets all that is wrong, of its rows the first ten and a count of the rest
   * @return nothing where something is wrong
   */
  public static Optional<Dataset> open(
      Feed feed, int ordinal, Position position, Consumer<Problem> to) {
    return open(feed, ordinal, position, to, SMALL);
  }

  static Optional<Dataset> open(
      Feed feed, int ordinal, Position position, Consumer<Problem> to, long small) {
    var findings = new Findings(position, path(feed.source()));
    var table = table(feed, findings, small);
    findings.tell(to);
    return table.map(rows -> new Dataset(feed, ordinal, rows));
  }

  private static String path(Source source) {
    return switch (source) {
      case Source.Csv(var path) -> path;
      case Source.Json(var path, _) -> path;
      case Source.JsonLines(var path, _) -> path;
      case Source.Rows _ -> "";
      case Source.Values _ -> "";
    };
  }

  private static Optional<Table> table(Feed feed, Findings findings, long small) {
    if (feed.delimiter().isPresent() && !(feed.source() instanceof Source.Csv)) {
      findings.add("only CSV has a delimiter", "leave .delimiter(…) out");
    }
    feed.delimiter().ifPresent(delimiter -> Delimiter.check(delimiter, findings));
    if (!findings.isEmpty()) {
      return Optional.empty();
    }
    return switch (feed.source()) {
      case Source.Rows(var rows) -> GivenRows.of(rows, findings);
      case Source.Values(var column, var values) -> GivenRows.of(column, values, findings);
      case Source.Csv(var path) ->
          ofFile(
              path, new RowFormat.Csv(feed.delimiter().orElse(',')), feed.order(), findings, small);
      case Source.Json(var path, var column) ->
          ofFile(path, new RowFormat.JsonArray(column), feed.order(), findings, small);
      case Source.JsonLines(var path, var column) ->
          ofFile(path, new RowFormat.JsonLines(column), feed.order(), findings, small);
    };
  }

  private static Optional<Table> ofFile(
      String path, RowFormat format, Order order, Findings findings, long small) {
    return RowFile.of(path, format, findings)
        .flatMap(file -> Survey.of(file, file.bytes() <= small || jumps(order), findings));
  }

  /** Whether neighbouring iterations take rows that are far from each other. */
  private static boolean jumps(Order order) {
    return switch (order) {
      case Order.Circular(), Order.Sequential(), Order.Unique() -> false;
      case Order.AtRandom(), Order.Shuffled(_), Order.Once() -> true;
    };
  }

  /** The variables that a row gives values to, in the order of the values. */
  public List<String> columns() {
    return table.columns();
  }

  /** How many rows there are; at least one. */
  public long size() {
    return table.rows().size();
  }

  /** How many iterations of a run it serves; nothing where it serves any number. */
  public OptionalLong mostIterations() {
    return switch (feed.order()) {
      case Order.Sequential(), Order.Once() -> OptionalLong.of(size());
      case Order.Circular(), Order.AtRandom(), Order.Shuffled(_), Order.Unique() ->
          OptionalLong.empty();
    };
  }

  /** How many users it serves; nothing where it serves any number. */
  public OptionalLong mostUsers() {
    return switch (feed.order()) {
      case Order.Unique() -> OptionalLong.of(size());
      case Order.Circular(),
          Order.Sequential(),
          Order.AtRandom(),
          Order.Shuffled(_),
          Order.Once() ->
          OptionalLong.empty();
    };
  }

  /**
   * The row that an iteration takes, a pure function of its arguments.
   *
   * @param iteration its index in the run, from 0
   * @param user who performs it, from 1
   * @param seed the run's
   * @return from 0; −1 where there is none left for it
   */
  public long rowFor(long iteration, int user, long seed) {
    long size = size();
    return switch (feed.order()) {
      case Order.Circular() -> iteration % size;
      case Order.Sequential() -> iteration < size ? iteration : -1;
      case Order.AtRandom() ->
          Draws.between(0, size - 1, Draws.bits(seed, iteration, Draws.DATA, ordinal));
      case Order.Shuffled(var own) -> {
        long key =
            own.map(s -> Draws.bits(s, iteration / size, Draws.DATA, 0))
                .orElseGet(() -> Draws.bits(seed, iteration / size, Draws.DATA, ordinal));
        yield Permutation.at(iteration % size, size, key);
      }
      case Order.Once() ->
          iteration < size
              ? Permutation.at(iteration, size, Draws.bits(seed, 0, Draws.DATA, ordinal))
              : -1;
      case Order.Unique() -> user <= size ? user - 1 : -1;
    };
  }

  /**
   * Reads a row. It may block for a moment, for the parsing of a block of rows, and is never
   * interrupted. A user of a unique feed best reads its row once.
   *
   * @param row from 0, below the size
   * @param into gets the values, one for each column
   * @throws java.io.UncheckedIOException where the file is no longer what it was when it was opened
   */
  public void read(long row, String[] into) {
    table.rows().read(row, into);
  }

  /** Closes the file, if it keeps one open. */
  @Override
  public void close() {
    table.rows().close();
  }
}
