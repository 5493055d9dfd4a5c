package dev.squall.httpx;

import java.util.List;
import java.util.Optional;

/** {@code data users = csv("users.csv", shuffled(42))}. */
record Data(String name, Rows rows, Span at) implements Item {

  /** Where its rows come from. */
  sealed interface Rows {
    /**
     * A file.
     *
     * @param order nothing where none is said
     * @param delimiter nothing where none is said
     * @param column of plain values; the data's name where none is said
     */
    record File(
        Format format,
        String path,
        Optional<Order> order,
        Optional<String> delimiter,
        Optional<String> column)
        implements Rows {}

    /**
     * Plain values: one column.
     *
     * @param order nothing where none is said
     * @param column its name; the data's where none is said
     */
    record Values(List<Value> values, Optional<Order> order, Optional<String> column)
        implements Rows {
      public Values {
        values = List.copyOf(values);
      }
    }
  }

  /** What is in a file; its word is its name in lower case. */
  enum Format {
    CSV,
    JSON,
    JSONL
  }

  /** Which row an iteration takes; its word is its name in lower case. */
  enum Taking {
    CIRCULAR,
    SEQUENTIAL,
    RANDOM,
    SHUFFLED,
    ONCE,
    UNIQUE
  }

  /**
   * Which row an iteration takes.
   *
   * @param seed of a shuffled order, where it has one of its own
   */
  record Order(Taking taking, Optional<Long> seed) {}
}
