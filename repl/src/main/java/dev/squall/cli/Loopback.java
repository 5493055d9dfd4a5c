package dev.squall.cli;

import dev.squall.plan.Plan;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Load goes to this machine only, unless somebody says so. */
final class Loopback {
  private Loopback() {}

  /** Refuses a plan that asks anybody else. */
  static void check(Plan plan, List<String> allowed, CommandLine command) {
    var others =
        plan.targets().stream()
            .map(target -> target.host().toLowerCase(Locale.ROOT))
            .filter(host -> !isThisMachine(host) && !allowed.contains(host))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      throw new ParameterException(
          command,
          "load for "
              + String.join(", ", others)
              + ", which is not this machine. If you may load it: --allow "
              + String.join(" --allow ", others));
    }
  }

  /** By its name or address alone: what a name stands for may change until it is asked. */
  private static boolean isThisMachine(String host) {
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
