package dev.squall.bench;

import dev.squall.shop.PracticeShop;
import dev.squall.shop.ShopOptions;
import dev.squall.shop.behaviour.Latency;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A practice shop in a process of its own, so that its threads, memory, descriptors and collections
 * are not the load's. It ends with whoever started it.
 */
public final class ShopProcess implements AutoCloseable {
  /** To close its connections, of which there may be thousands. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Process process;
  private final String url;

  private ShopProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Arguments: seed and latency. Says its URL, and ends when nobody is left to write to it. */
  public static void main(String[] args) throws IOException {
    var options = ShopOptions.defaults().seed(Long.parseLong(args[0]));
    try (var shop = PracticeShop.start(options.latency(Latency.parse(args[1])))) {
      System.out.println(shop.url());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /**
   * Starts one on loopback and any free port.
   *
   * @param latency as in {@code ./squall shop --latency}
   * @throws IllegalStateException when it does not start; why is on stderr
   */
  static ShopProcess start(long seed, String latency) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ShopProcess.class.getName(),
            Long.toString(seed),
            latency);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      var process = builder.start();
      return new ShopProcess(process, firstLine(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstLine(Process process) throws IOException {
    // Not closed: its descriptor belongs to the process and is counted with it.
    var out = process.inputReader(StandardCharsets.US_ASCII);
    var line = out.readLine();
    if (line == null) {
      throw new IllegalStateException("the shop did not start");
    }
    return line;
  }

  /** Its address without a path. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
