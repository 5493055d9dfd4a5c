package dev.squall.shell.session;

import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.OpenLoad;
import dev.squall.plan.Plan;
import dev.squall.plan.TargetHost;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * More than a few requests go to this machine only, unless the person has said that a host may be
 * loaded.
 */
public final class Guard {
  /** A person who clicks quickly. */
  private static final int FEW_PER_SECOND = 10;

  private static final int FEW_USERS = 10;

  private final Set<String> allowed = new ConcurrentSkipListSet<>();

  /** This host may be loaded, for the rest of the session. */
  public void allow(String host) {
    allowed.add(hostOf(host));
  }

  /** It may not any more; whether it might. */
  public boolean forbid(String host) {
    return allowed.remove(hostOf(host));
  }

  /** Hosts that may be loaded, besides this machine. */
  public Set<String> allowed() {
    return new TreeSet<>(allowed);
  }

  /**
   * Lets a plan pass: at once, or after asking.
   *
   * @throws ProblemException when it may not be run
   */
  void check(Plan plan, Front front) {
    var others = others(plan);
    if (others.isEmpty() || isLittle(plan)) {
      return;
    }
    var names = String.join(", ", others);
    var answer =
        front.ask(
            plan.load()
                + " against "
                + names
                + ", which is not this machine. May it be loaded? [y/N] ",
            false);
    if (answer.filter(said -> said.strip().toLowerCase(Locale.ROOT).startsWith("y")).isPresent()) {
      others.forEach(this::allow);
      return;
    }
    throw new ProblemException(
        List.of(
            new Problem(
                Position.in("load for " + names),
                answer.isPresent()
                    ? "it was not allowed, and nothing was sent"
                    : "it is not this machine, and nobody can be asked whether it may be loaded",
                "if you may: "
                    + others.stream()
                        .map(host -> "%allow " + host)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")
                    + ", or allow(\""
                    + others.getFirst()
                    + "\") in Java")));
  }

  private List<String> others(Plan plan) {
    return Stream.concat(
            plan.targets().stream().map(TargetHost::host),
            plan.options().routes().proxy().stream().map(Guard::hostOf))
        .map(host -> host.toLowerCase(Locale.ROOT))
        .filter(host -> !isThisMachine(host, plan) && !allowed.contains(host))
        .distinct()
        .toList();
  }

  /** Where it is given an address of its own, that address counts. */
  private static boolean isThisMachine(String host, Plan plan) {
    var addresses = plan.options().routes().resolved().get(host);
    return addresses == null
        ? TargetHost.isThisMachine(host)
        : addresses.stream().allMatch(TargetHost::isThisMachine);
  }

  /** Whether it stays below the limits whatever the server does. */
  private static boolean isLittle(Plan plan) {
    int requests = Math.max(1, plan.requests().size());
    return switch (plan.load()) {
      case OpenLoad load -> load.mostPerSecond() * requests <= FEW_PER_SECOND;
      case Iterations load ->
          load.users() <= FEW_USERS && load.count() * requests <= FEW_PER_SECOND;
      case ClosedLoad load -> load.maxUsers() <= FEW_USERS && isPaced(plan, load, requests);
    };
  }

  /** Users that go round as fast as they can may do so a thousand times a second. */
  private static boolean isPaced(Plan plan, ClosedLoad load, int requests) {
    return plan.scenarios().stream()
        .allMatch(scenario ->
            scenario.pacingNanos() > 0
                && load.maxUsers() * requests * 1e9 / scenario.pacingNanos() <= FEW_PER_SECOND);
  }

  /** The name alone, however it was written: with a scheme, a port or a path. */
  static String hostOf(String written) {
    var text = written.strip().toLowerCase(Locale.ROOT);
    try {
      var host = URI.create(text.contains("://") ? text : "http://" + text).getHost();
      return host == null ? text : host.replaceAll("[\\[\\]]", "");
    } catch (IllegalArgumentException _) {
      return text; // whoever runs it says what is wrong with it
    }
  }
}
