package dev.squall.cli;

import dev.squall.shop.PracticeShop;
import dev.squall.shop.ShopOptions;
import dev.squall.shop.behaviour.Behaviour;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The practice shop alone, until Ctrl-C. */
@Command(
    name = "shop",
    description = "Run the practice shop, an e-commerce API to practise on, until Ctrl-C.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    usageHelpWidth = 100,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  squall shop",
      "  squall shop --latency fixed:20ms --workers 8    saturates at 400 a second",
      "  squall shop --errors 2%%:503 --fault 'POST /checkout: latency=lognormal:200ms,2s'",
      "  squall shop --tls-port 8443 --behaviour monday.json",
      "  curl 'http://localhost:8089/products?limit=2'"
    })
final class ShopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where it listens (8089); 0 for any free port.")
  private int port = ShopOptions.USUAL_PORT;

  @Option(
      names = "--tls-port",
      paramLabel = "N",
      description = "Where it speaks TLS besides, with a certificate made at its start; 0 for any.")
  private @Nullable Integer tlsPort;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Which address it listens on (loopback only).")
  private @Nullable String host;

  @Option(names = "--seed", paramLabel = "N", description = "Of its products and latencies (42).")
  private long seed = 42;

  @Option(
      names = "--behaviour",
      paramLabel = "FILE",
      description =
          "How it misbehaves: JSON as GET /practice/behaviour shows it. The options below go on top.")
  private @Nullable Path file;

  @Option(
      names = "--latency",
      paramLabel = "L",
      description =
          "How long each answer takes: none, fixed:20ms, uniform:LEAST,MOST, lognormal:MEDIAN,P99 or"
              + " bimodal:USUAL,SLOW,SHARE (none).")
  private @Nullable String latency;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many requests it works on at once; the others queue (0: no limit).")
  private @Nullable String workers;

  @Option(
      names = "--errors",
      paramLabel = "SHARE",
      description = "How many requests fail: 2%% with status 500, 2%%:503 with that one (0%%).")
  private @Nullable String errors;

  @Option(
      names = "--resets",
      paramLabel = "SHARE",
      description = "How many requests end in a reset connection, such as 1%% (0%%).")
  private @Nullable String resets;

  @Option(
      names = "--bandwidth",
      paramLabel = "B",
      description = "How fast each answer's body is sent, such as 10KB/s (none: no limit).")
  private @Nullable String bandwidth;

  @Option(
      names = "--fault",
      paramLabel = "LINE",
      description =
          "The five above in one line, for all routes or for one: 'GET /cart: latency=fixed:2s"
              + " errors=10%%'. As often as needed.")
  private List<String> faults = List.of();

  ShopCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  @Override
  public Integer call() throws InterruptedException {
    requirePort("--port", port);
    var options = ShopOptions.defaults().port(port).seed(seed);
    if (tlsPort != null) {
      requirePort("--tls-port", tlsPort);
      options = options.tlsPort(tlsPort);
    }
    options = host == null ? options : options.host(host);
    options = options.behaviour(behaviour());
    var out = spec.commandLine().getOut();
    var ended = new CountDownLatch(1);
    try (var interruption = new Interruption()) {
      interruption.ends(ended::countDown);
      try (var shop = started(options)) {
        out.println("The practice shop listens at " + shop.url() + "  (Ctrl-C ends it)");
        out.println("  a page about it, to read and to try: " + shop.url() + "/");
        out.println("  curl '" + shop.url() + "/products?limit=2'");
        if (tlsPort != null) {
          out.println("  over TLS at " + shop.tlsUrl() + ", with the certificate of");
          out.println("  curl '" + shop.url() + "/practice/certificate'");
        }
        shop.behaviour().lines().forEach(line -> out.println("  misbehaves: " + line));
        out.flush();
        ended.await();
        out.println("The practice shop answered " + shop.requests() + " requests.");
      }
      out.flush();
    }
    return SquallCommand.DONE;
  }

  private void requirePort(String option, int number) {
    if (number < 0 || number > 65_535) {
      throw bad(option + " is a number from 0 to 65535, not " + number);
    }
  }

  /** The file first, then what holds everywhere, then the single routes. */
  private Behaviour behaviour() {
    var behaviour = file == null ? Behaviour.GOOD : read(file);
    behaviour = with(behaviour, "latency", latency);
    behaviour = with(behaviour, "workers", workers);
    behaviour = with(behaviour, "errors", errors);
    behaviour = with(behaviour, "resets", resets);
    behaviour = with(behaviour, "bandwidth", bandwidth);
    for (var fault : faults) {
      behaviour = with(behaviour, "--fault", fault, fault);
    }
    return behaviour;
  }

  private Behaviour with(Behaviour behaviour, String key, @Nullable String value) {
    return value == null
        ? behaviour
        : with(behaviour, "--" + key, value, key + "=" + value.strip());
  }

  private Behaviour with(Behaviour behaviour, String option, String value, String line) {
    try {
      return behaviour.with(line);
    } catch (IllegalArgumentException e) {
      throw bad("Invalid value '%s' for %s: %s".formatted(value, option, e.getMessage()));
    }
  }

  private Behaviour read(Path file) {
    try {
      return Behaviour.read(file);
    } catch (NoSuchFileException e) {
      throw bad("--behaviour: there is no file " + file);
    } catch (IOException e) {
      throw bad("--behaviour: %s cannot be read: %s".formatted(file, e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  private PracticeShop started(ShopOptions options) {
    try {
      return PracticeShop.start(options);
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage())); // a route that does not exist
    }
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
