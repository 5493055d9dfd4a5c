package dev.squall.bench;

import static dev.squall.Squall.at;
import static dev.squall.Squall.freshConnections;
import static dev.squall.Squall.fullHandshakes;
import static dev.squall.Squall.get;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.start;
import static dev.squall.Squall.status;
import static dev.squall.Squall.trust;
import static dev.squall.Squall.users;

import com.sun.management.OperatingSystemMXBean;
import dev.squall.plan.Option;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Squall's turn in {@code bench/compare}: one GET over and over, with a check of its status; over
 * TLS the server's certificate is verified.
 *
 * <p>Prints {@code steady N CPU_US SECONDS of ALL}: the requests that ended in the window after the
 * warm-up, the CPU time of the whole process during it in microseconds, its length, and the
 * requests sent in all.
 */
public final class PlainLoad {

  /** So that the window closes before the load does. */
  private static final double AFTERWARDS = 0.3;

  private PlainLoad() {}

  /**
   * Arguments: base URL, path, users, seconds to warm up, seconds to measure; then any of {@code
   * trust=FILE}, whose authorities are trusted, {@code fresh}, a connection for each request, and
   * {@code full}, no session resumed.
   */
  public static void main(String[] args) throws InterruptedException {
    var warmUp = seconds(Double.parseDouble(args[3]));
    var window = seconds(Double.parseDouble(args[4]));
    var plain = scenario("plain", get(args[1]).check(status().is(200)));
    var load =
        users(Integer.parseInt(args[2])).during(warmUp.plus(window).plus(seconds(AFTERWARDS)));
    var options = new ArrayList<Option>(List.of(at(args[0])));
    Arrays.stream(args).skip(5).map(PlainLoad::option).forEach(options::add);
    var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    try (var run = start(plain, load, options.toArray(Option[]::new))) {
      Thread.sleep(warmUp);
      // The CPU time encloses the count at both ends, so that no request is counted for nothing.
      long cpu = process.getProcessCpuTime();
      var before = run.progress();
      Thread.sleep(window);
      var after = run.progress();
      cpu = process.getProcessCpuTime() - cpu;

      var results = run.await();
      if (results.totals().failed() > 0) {
        System.err.println(results.errors());
        System.exit(1);
      }
      System.out.printf(
          "steady %d %d %.3f of %d%n",
          after.requests() - before.requests(),
          cpu / 1000,
          after.elapsedSeconds() - before.elapsedSeconds(),
          results.totals().sent());
    }
  }

  private static Option option(String word) {
    return switch (word) {
      case "fresh" -> freshConnections();
      case "full" -> fullHandshakes();
      case String file when file.startsWith("trust=") -> trust(file.substring("trust=".length()));
      default -> throw new IllegalArgumentException("what is " + word + "?");
    };
  }
}
