package dev.squall.sheet;

import dev.squall.stats.Results;

/**
 * The sheets of a run. Each is made when it is asked for, from sums that are there already, never
 * from samples.
 *
 * @param results what was measured
 */
public record Sheets(Results results) {

  /** A row a step, in the scenario's order, and the total. */
  public Sheet table() {
    return RequestSheets.table(results);
  }

  /** A row a step, in the scenario's order. */
  public Sheet steps() {
    return RequestSheets.steps(results);
  }

  /** A row an endpoint: method and unexpanded path. */
  public Sheet endpoints() {
    return RequestSheets.endpoints(results);
  }

  /** A row a scenario: iterations, requests, times with and without the pauses. */
  public Sheet scenarios() {
    return ScenarioSheet.sheet(results);
  }

  /** A row a second, or ten or more where the run was long; without a gap. */
  public Sheet timeline() {
    return TimelineSheet.sheet(results);
  }

  /** A row a kind of failure at a step, most frequent first. */
  public Sheet errors() {
    return ErrorSheet.sheet(results);
  }

  /** What the connections did, a row a fact. */
  public Sheet connections() {
    return ConnectionSheets.facts(results);
  }

  /** Connections and users over time. */
  public Sheet utilisation() {
    return ConnectionSheets.utilisation(results);
  }

  /** A row a user; all beyond the first 10 000 in one. */
  public Sheet users() {
    return UserSheet.sheet(results);
  }

  /** A row a check of a step. */
  public Sheet checks() {
    return CheckSheet.sheet(results);
  }

  /** The whole percentile curves, of all requests and of each step. */
  public Sheet percentiles() {
    return CurveSheet.sheet(results);
  }

  /** How it was measured, and whether to believe it, a row a fact. */
  public Sheet generator() {
    return GeneratorSheet.sheet(results);
  }

  /** What each extractor found; no secret's value. */
  public Sheet variables() {
    return VariableSheet.sheet(results);
  }

  /** The slowest requests of each step that are kept, slowest first, with where their time went. */
  public Sheet slowest() {
    return slowest(Integer.MAX_VALUE);
  }

  /** The same of so many of each step. */
  public Sheet slowest(int each) {
    return SlowSheet.sheet(results, each);
  }
}
