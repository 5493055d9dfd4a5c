package dev.squall.cli;

import static dev.squall.Squall.redirectsWithin;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.TargetHost;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Load goes to this machine only, unless somebody says so. */
final class AllowOptions {
  private static final Pattern ADDRESS = Pattern.compile("\\[([^]]*)](?::\\d*)?|([^:]*):\\d*");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--allow",
      paramLabel = "HOST",
      description = "A host besides this machine that may be loaded.")
  private List<String> allowed = List.of();

  AllowOptions() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  /** Redirects do not lead to anybody else either. */
  dev.squall.plan.Option option() {
    return redirectsWithin(allowed.stream().map(AllowOptions::host).toArray(String[]::new));
  }

  /** Refuses a plan that asks anybody else, itself or by a proxy. */
  void check(Plan plan) {
    var may = allowed.stream().map(AllowOptions::host).toList();
    var options = plan.options();
    var others =
        Stream.concat(
                plan.targets().stream().map(target -> target.host().toLowerCase(Locale.ROOT)),
                options.routes().proxy().stream().map(AllowOptions::hostOf))
            .filter(host -> !isThisMachine(host, options) && !may.contains(host))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "load for "
              + String.join(", ", others)
              + ", which is not this machine. If you may load it: --allow "
              + String.join(" --allow ", others));
    }
  }

  /** The name alone, however it was copied: with a scheme, a port, a path or brackets. */
  private static String host(String written) {
    var text = written.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "");
    text = text.replaceFirst("/.*$", "");
    var named = ADDRESS.matcher(text);
    return named.matches() ? Objects.requireNonNullElse(named.group(1), named.group(2)) : text;
  }

  private static String hostOf(String proxy) {
    try {
      var host = URI.create(proxy).getHost();
      return host == null ? proxy : host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return proxy; // the run says what is wrong with it
    }
  }

  /** Where it is given an address of its own, that address counts. */
  private static boolean isThisMachine(String host, Options options) {
    var addresses = options.routes().resolved().get(host);
    return addresses == null
        ? TargetHost.isThisMachine(host)
        : addresses.stream().allMatch(TargetHost::isThisMachine);
  }
}
