package dev.squall.run;

import dev.squall.http.KeepAlive;
import dev.squall.http.PoolSettings;
import dev.squall.http.WireSettings;
import dev.squall.plan.Connections;
import dev.squall.plan.Options;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.stats.ConnectionSettings;
import java.util.ArrayList;
import java.util.Locale;

/** What a plan's options mean for the wire. */
final class Network {
  private Network() {}

  /**
   * The settings of a run's wire.
   *
   * @throws ProblemException with everything in the options that this machine cannot do
   */
  static WireSettings settings(Options options) {
    var problems = new ArrayList<Problem>();
    var limits = options.limits();
    var routing = Ways.of(options.routes(), problems::add);
    var tls = Trust.of(options.tls(), problems::add);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return WireSettings.DEFAULT
        .withConnectTimeout(limits.connectTimeout())
        .withIdleTimeout(limits.idleTimeout())
        .withTotalTimeout(limits.timeout())
        .withPool(pool(options.connections()))
        .withRouting(routing)
        .withTls(tls);
  }

  /** The same for those who read the results. */
  static ConnectionSettings told(Options options) {
    var connections = options.connections();
    return new ConnectionSettings(
        connections.reuse() == Connections.Reuse.KEPT,
        connections.maxIdle(),
        connections.idleTimeout().toNanos() / 1e9,
        connections.tcpKeepAlive().toNanos() / 1e9,
        connections.noDelay(),
        !options.tls().verifies(),
        options.cookies().name().toLowerCase(Locale.ROOT),
        options.limits().redirects(),
        options.routes().proxy().orElse(""));
  }

  private static PoolSettings pool(Connections connections) {
    return new PoolSettings(
        connections.reuse() == Connections.Reuse.KEPT ? KeepAlive.KEPT : KeepAlive.FRESH,
        connections.maxIdle(),
        connections.idleTimeout(),
        connections.tcpKeepAlive(),
        connections.noDelay());
  }
}
