package dev.squall.shop.behaviour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How the shop misbehaves on purpose, until told otherwise.
 *
 * @param everywhere the faults of every route without faults of its own; its workers are those of
 *     the shop as a whole
 * @param routes the faults of single routes, by their name in the truth, such as {@code GET
 *     /products/{id}}; they hold in place of those everywhere, except that the shop's workers are
 *     still needed besides the route's own
 */
public record Behaviour(Faults everywhere, SortedMap<String, Faults> routes) {

  /** Nothing goes wrong. */
  public static final Behaviour GOOD = new Behaviour(Faults.NONE, Collections.emptySortedMap());

  /** Keeps a copy of the map. */
  public Behaviour {
    routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
  }

  /**
   * Reads a file with the JSON that {@code PUT /practice/behaviour} takes; what is absent is good.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException naming everything that is wrong with it, a line each, by file,
   *     line and column; whether its routes exist only a shop knows
   */
  public static Behaviour read(Path file) throws IOException {
    return BehaviourJson.read(file);
  }

  /**
   * The same with what the line says: {@code latency=fixed:20ms errors=2% workers=8} everywhere, or
   * {@code POST /checkout: latency=fixed:2s errors=10%:503} for one route. {@code POST /checkout:
   * null} takes the route's own faults away. The values are those of {@link Latency#parse}, {@link
   * Errors#parse}, {@link Share#parse} (resets), {@link Bandwidth#parse} and a number (workers).
   *
   * @throws IllegalArgumentException naming everything that is wrong with it
   */
  public Behaviour with(String line) {
    return FaultWords.parse(line).apply(this);
  }

  /**
   * The lines that {@link #with} reads back: what differs from {@link #GOOD}, that of the shop
   * first, then a line for each route with faults of its own.
   */
  public List<String> lines() {
    return FaultWords.print(this);
  }

  /** The same with another latency everywhere. */
  public Behaviour latency(Latency other) {
    return everywhere(everywhere.latency(other));
  }

  /** The same with other errors everywhere. */
  public Behaviour errors(Errors other) {
    return everywhere(everywhere.errors(other));
  }

  /** The same with another share of resets everywhere. */
  public Behaviour resets(Share other) {
    return everywhere(everywhere.resets(other));
  }

  /** The same with another bandwidth everywhere. */
  public Behaviour bandwidth(Bandwidth other) {
    return everywhere(everywhere.bandwidth(other));
  }

  /** The same with another number of workers for the shop as a whole; 0 means no limit. */
  public Behaviour workers(int other) {
    return everywhere(everywhere.workers(other));
  }

  /** The same with other faults for every route without faults of its own. */
  public Behaviour everywhere(Faults other) {
    return new Behaviour(other, routes);
  }

  /**
   * The same with other faults of one route. A route that had none of its own starts from those
   * everywhere, without a worker limit.
   *
   * @param route its method and path template, such as {@code POST /checkout}
   */
  public Behaviour on(String route, UnaryOperator<Faults> change) {
    var changed = new TreeMap<>(routes);
    changed.put(route, change.apply(of(route)));
    return new Behaviour(everywhere, changed);
  }

  /** The same without faults of its own for that route. */
  public Behaviour without(String route) {
    var changed = new TreeMap<>(routes);
    changed.remove(route);
    return new Behaviour(everywhere, changed);
  }

  /** The faults that hold for a route. */
  public Faults of(String route) {
    return routes.getOrDefault(route, everywhere.workers(0));
  }
}
