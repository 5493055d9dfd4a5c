package dev.squall.cli;

import dev.squall.shop.PracticeShop;
import dev.squall.shop.ShopOptions;
import dev.squall.shop.behaviour.Latency;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The practice shop alone, until Ctrl-C. */
@Command(
    name = "shop",
    description = "Run the practice shop, an e-commerce API to practise on, until Ctrl-C.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  squall shop",
      "  squall shop --port 9000 --latency lognormal:20ms,100ms",
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
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Which address it listens on (loopback only).")
  private @Nullable String host;

  @Option(names = "--seed", paramLabel = "N", description = "Of its products and latencies (42).")
  private long seed = 42;

  @Option(
      names = "--latency",
      paramLabel = "L",
      converter = LatencyConverter.class,
      description = "How long each answer takes: none, fixed:20ms or lognormal:MEDIAN,P99 (none).")
  private @Nullable Latency latency;

  ShopCommand() {
    spec = CommandSpec.create(); // replaced by picocli
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "--port is a number from 0 to 65535, not " + port);
    }
    var options = ShopOptions.defaults().port(port).seed(seed);
    options = host == null ? options : options.host(host);
    options = latency == null ? options : options.latency(latency);
    var out = spec.commandLine().getOut();
    var ended = new CountDownLatch(1);
    try (var _ = new Interruption(ended::countDown)) {
      try (var shop = PracticeShop.start(options)) {
        out.println("The practice shop listens at " + shop.url() + "  (Ctrl-C ends it)");
        out.println("  curl '" + shop.url() + "/products?limit=2'");
        out.flush();
        ended.await();
        out.println("The practice shop answered " + shop.requests() + " requests.");
      }
      out.flush();
    }
    return SquallCommand.DONE;
  }

  /** Latencies on the command line. */
  static final class LatencyConverter implements ITypeConverter<Latency> {
    @Override
    public Latency convert(String text) {
      try {
        return Latency.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
