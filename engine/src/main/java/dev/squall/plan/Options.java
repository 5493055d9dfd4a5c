package dev.squall.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a plan is run.
 *
 * @param base what relative paths stand on; else the scenario's own base
 * @param seed of every draw: same seed, same requests
 * @param grace how long running iterations may go on after the load's end
 * @param limits what one exchange may take
 * @param connections what becomes of connections between requests
 * @param cookies how far a cookie reaches
 * @param tls whom https trusts and what it shows of itself
 * @param routes which way connections take
 * @param part which part of the load is this worker's
 * @param thinkScale how many times as long each pause is
 */
public record Options(
    Optional<String> base,
    long seed,
    Duration grace,
    Limits limits,
    Connections connections,
    Cookies cookies,
    Tls tls,
    Routes routes,
    Part part,
    double thinkScale) {

  /**
   * Which part of a load that several workers share.
   *
   * @param worker from 0
   * @param workers how many there are
   */
  public record Part(int worker, int workers) {
    /** All of it. */
    public static final Part WHOLE = new Part(0, 1);
  }

  /** How far a cookie reaches. */
  public enum Cookies {
    /** To the end of the iteration that got it. */
    FRESH,
    /** To the end of the user that got it. */
    USER,
    /** To every user. */
    SHARED
  }

  /** What holds where nothing is said. */
  public static final Options DEFAULT =
      new Options(
          Optional.empty(),
          42,
          Duration.ofSeconds(5),
          Limits.DEFAULT,
          Connections.DEFAULT,
          Cookies.USER,
          Tls.DEFAULT,
          Routes.DIRECT,
          Part.WHOLE,
          1);

  /** The default with these choices made in order. */
  public static Options of(Option... choices) {
    var options = DEFAULT;
    for (var choice : choices) {
      options = choice.applyTo(options);
    }
    return options;
  }

  /** On this base URL. */
  public Options withBase(String url) {
    return new Options(
        Optional.of(url), seed, grace, limits, connections, cookies, tls, routes, part, thinkScale);
  }

  /** With this seed. */
  public Options withSeed(long newSeed) {
    return new Options(
        base, newSeed, grace, limits, connections, cookies, tls, routes, part, thinkScale);
  }

  /** With this grace at the end. */
  public Options withGrace(Duration time) {
    return new Options(
        base, seed, time, limits, connections, cookies, tls, routes, part, thinkScale);
  }

  /** With cookies that reach so far. */
  public Options withCookies(Cookies reach) {
    return new Options(
        base, seed, grace, limits, connections, reach, tls, routes, part, thinkScale);
  }

  /** With changed limits. */
  public Options limits(UnaryOperator<Limits> change) {
    return new Options(
        base,
        seed,
        grace,
        change.apply(limits),
        connections,
        cookies,
        tls,
        routes,
        part,
        thinkScale);
  }

  /** With changed settings of connections. */
  public Options connections(UnaryOperator<Connections> change) {
    return new Options(
        base,
        seed,
        grace,
        limits,
        change.apply(connections),
        cookies,
        tls,
        routes,
        part,
        thinkScale);
  }

  /** With changed settings of TLS. */
  public Options tls(UnaryOperator<Tls> change) {
    return new Options(
        base,
        seed,
        grace,
        limits,
        connections,
        cookies,
        change.apply(tls),
        routes,
        part,
        thinkScale);
  }

  /** By changed ways. */
  public Options routes(UnaryOperator<Routes> change) {
    return new Options(
        base,
        seed,
        grace,
        limits,
        connections,
        cookies,
        tls,
        change.apply(routes),
        part,
        thinkScale);
  }

  /** As one of several workers. */
  public Options withPart(Part newPart) {
    return new Options(
        base, seed, grace, limits, connections, cookies, tls, routes, newPart, thinkScale);
  }

  /** With pauses so many times as long. */
  public Options withThinkScale(double times) {
    return new Options(base, seed, grace, limits, connections, cookies, tls, routes, part, times);
  }
}
