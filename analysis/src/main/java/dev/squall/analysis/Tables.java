package dev.squall.analysis;

import dev.squall.sheet.Sheets;
import dev.squall.stats.Results;
import tech.tablesaw.api.Table;

/**
 * The tables of a run. Each is made anew when it is asked for: whoever changes one changes nothing
 * else.
 *
 * <p>Units stand in the names: {@code p99 ms}, {@code requests/s}, {@code error %} (0 to 100).
 * Counts are long, everything else that is measured double, times of day instants; what was not
 * measured is missing. A time of which only a lower bound is known is missing too, and its bound
 * stands in {@code p99 at least ms}; these columns come last. Rows of two runs are joined on {@code
 * scenario} and {@code step}.
 *
 * @param results what was measured
 */
public record Tables(Results results) {

  Table table() {
    return Frames.of(sheets().table());
  }

  private Sheets sheets() {
    return new Sheets(results);
  }

  /** A row a step, in the scenario's order. */
  public Table steps() {
    return Frames.of(sheets().steps());
  }

  /** A row a scenario: iterations, requests, times with ({@code duration}) and without pauses. */
  public Table scenarios() {
    return Frames.of(sheets().scenarios());
  }

  /** A row an endpoint: method and unexpanded path. */
  public Table endpoints() {
    return Frames.of(sheets().endpoints());
  }

  /** A row a second, or ten or more where the run was long; without a gap. */
  public Table timeline() {
    return Frames.of(sheets().timeline());
  }

  /** A row a kind of failure at a step, most frequent first, with the earliest as its example. */
  public Table errors() {
    return Frames.of(sheets().errors());
  }

  /** What the connections did, a row a fact. */
  public Table connections() {
    return Frames.of(sheets().connections());
  }

  /** Connections and users over time. */
  public Table utilisation() {
    return Frames.of(sheets().utilisation());
  }

  /** A row a user; all beyond the first 10 000 in one whose {@code user} is missing. */
  public Table users() {
    return Frames.of(sheets().users());
  }

  /** A row a check of a step. */
  public Table checks() {
    return Frames.of(sheets().checks());
  }

  /** The percentile curves, response and service times, of all requests and of each step. */
  public Table percentiles() {
    return Frames.of(sheets().percentiles());
  }

  /** How it was measured and whether to believe it, a row a fact. */
  public Table generator() {
    return Frames.of(sheets().generator());
  }

  /**
   * What each extractor found: variable, type, example and how many different values, up to 1000;
   * {@code distinct is at least} says where there may be more. A secret's example is {@code …}.
   */
  public Table variables() {
    return Frames.of(sheets().variables());
  }

  /** The slowest requests of each step, slowest first, with where the time of each went. */
  public Table slowest() {
    return Frames.of(sheets().slowest());
  }

  /**
   * A row a request, where raw samples are kept: those of the first million of a run. The table's
   * name says where rows are missing. Results from a file have none.
   */
  public Table samples() {
    return RawFrame.of(results.samples());
  }
}
