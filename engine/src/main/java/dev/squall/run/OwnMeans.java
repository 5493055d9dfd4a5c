package dev.squall.run;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.squall.http.KeepAlive;
import dev.squall.http.WireSettings;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.plan.Plan;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What this machine lets this process have. Users that it cannot carry are refused before the first
 * request, because afterwards their failures would look like the target's.
 *
 * @param openFiles descriptors in use
 * @param mostFiles the limit of descriptors
 * @param localPorts ports that one address of this machine has for one server
 */
record OwnMeans(long openFiles, long mostFiles, long localPorts) {
  /** A number that no system tells. */
  static final long UNKNOWN = Long.MAX_VALUE;

  /** For what else opens files meanwhile: lookups, reports, the person at the prompt. */
  private static final int RESERVE = 64;

  /** How long Linux keeps the port of a connection that we closed first. */
  private static final int TIME_WAIT_SECONDS = 60;

  private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final Pattern ENDS = Pattern.compile("(\\d{1,5})\\s+(\\d{1,5})");
  private static final Pattern PART = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
  private static final Path RESERVED = Path.of("/proc/sys/net/ipv4/ip_local_reserved_ports");

  /** As it is now. */
  static OwnMeans now() {
    var ports = localPorts(text(RANGE), text(RESERVED));
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? new OwnMeans(unix.getOpenFileDescriptorCount(), unix.getMaxFileDescriptorCount(), ports)
        : new OwnMeans(0, UNKNOWN, ports);
  }

  /**
   * Makes sure that a plan's users fit on this machine.
   *
   * @throws ProblemException if they do not
   */
  static void require(Plan plan, WireSettings settings) {
    require(users(plan.load()), plan, settings);
  }

  /**
   * Makes sure that further users fit on this machine, beside all that it carries already.
   *
   * @throws ProblemException if they do not
   */
  static void requireMore(int users, Plan plan) {
    require(users, plan, Network.settings(plan.options()));
  }

  /** Of users that are divided among workers only this worker's have to fit. */
  private static void require(long users, Plan plan, WireSettings settings) {
    var part = plan.options().part();
    long own = Math.ceilDiv(Math.max(0, users - part.worker()), part.workers());
    var problems = now().lacks(own * plan.width(), plan.targets().size(), settings);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /**
   * The users that a load will have for sure. An open load's are a ceiling that it may never reach:
   * it is never refused, and running out is told as what it is.
   */
  static long users(Load load) {
    return switch (load) {
      case ClosedLoad closed -> closed.maxUsers();
      case Iterations some -> Math.min(some.users(), some.count());
      case OpenLoad _ -> 0;
    };
  }

  /** Why so many users, or branches of users, do not fit. */
  List<Problem> lacks(long users, int targets, WireSettings settings) {
    var pool = settings.pool();
    boolean one = pool.keepAlive() == KeepAlive.FRESH || pool.maxIdle() == 0;
    long connections = users * (one ? 1 : Math.max(1, targets));
    var problems = new ArrayList<Problem>();
    if (connections > Math.max(0, mostFiles - openFiles - RESERVE)) {
      problems.add(files(connections));
    }
    // A port that is bound beforehand is taken for all servers; one that the kernel chooses when it
    // connects is taken for that server only.
    int local = settings.routing().local().size();
    boolean together = local > 0 || settings.routing().proxy().isPresent();
    long ports = together ? connections : users;
    if (localPorts != UNKNOWN && ports > localPorts * Math.max(1, local)) {
      problems.add(ports(ports, Math.max(1, local)));
    }
    return problems;
  }

  private Problem files(long connections) {
    long wanted = (openFiles + connections + RESERVE + 999) / 1000 * 1000;
    return new Problem(
        Position.in("load"),
        "its users need "
            + connections
            + " connections at once, and this process may open "
            + Math.max(0, mostFiles - openFiles - RESERVE)
            + " more files",
        "before it starts, say: ulimit -n " + wanted);
  }

  private Problem ports(long needed, int local) {
    long addresses = (needed + localPorts - 1) / Math.max(1, localPorts);
    return new Problem(
        Position.in("load"),
        "its users need "
            + needed
            + " local ports, and this machine has "
            + localPorts * local
            + " for them",
        "widen the range: sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\"; or connect from "
            + addresses
            + " of its addresses: localAddresses(\"127.0.0.1\", \"127.0.0.2\", …)");
  }

  /**
   * Why ports ran out although no user was too many: each connection that we close keeps its port
   * for a minute. Empty if this rate of new connections explains nothing.
   *
   * @param localAddresses how many of them connections are bound to, 0 for the kernel's choice
   */
  Optional<String> waitingPorts(double openedPerSecond, int localAddresses) {
    if (localPorts == UNKNOWN) {
      return Optional.empty();
    }
    long had = localPorts * Math.max(1, localAddresses);
    double waiting = openedPerSecond * TIME_WAIT_SECONDS;
    return waiting <= had
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%.0f new connections a second keep up to %.0f local ports waiting for %d s each"
                    + " (TIME_WAIT), and this machine has %d: keep connections, or connect from"
                    + " more local addresses",
                openedPerSecond,
                waiting,
                TIME_WAIT_SECONDS,
                had));
  }

  /** Of a range such as {@code 32768 60999} without such as {@code 8080,40000-40009}. */
  static long localPorts(String range, String reserved) {
    var ends = ENDS.matcher(range.strip());
    if (!ends.matches()) {
      return UNKNOWN;
    }
    int from = Integer.parseInt(ends.group(1));
    int to = Integer.parseInt(ends.group(2));
    long ports = to - from + 1L;
    var part = PART.matcher(reserved);
    while (part.find()) {
      int low = Integer.parseInt(part.group(1));
      int high = part.group(2) == null ? low : Integer.parseInt(part.group(2));
      ports -= Math.max(0, Math.min(to, high) - Math.max(from, low) + 1);
    }
    return Math.max(0, ports);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
