package dev.squall.shell.session;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.shop.PracticeShop;
import dev.squall.shop.ShopOptions;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The practice shop of a session: at most one, on loopback. */
public final class Shop implements AutoCloseable {
  private @Nullable PracticeShop shop;

  Shop() {}

  /**
   * Starts it, if it does not run.
   *
   * @param port 0 for any that is free
   * @return its URL
   */
  public synchronized String start(int port) {
    var running = shop;
    if (running == null) {
      try {
        running = PracticeShop.start(ShopOptions.defaults().port(port));
      } catch (UncheckedIOException e) {
        throw wrong(
            "the shop cannot listen on port " + port + ": " + e.getMessage(),
            "%shop start takes a free one");
      }
      shop = running;
    }
    return running.url().toString().replaceAll("/$", "");
  }

  /** Where it is and how it behaves. */
  public synchronized String state() {
    var running = shop;
    if (running == null) {
      return "no practice shop runs: %shop start";
    }
    var behaviour = running.behaviour().lines();
    return "the practice shop listens at "
        + running.url()
        + " and answered "
        + running.requests()
        + " requests"
        + (behaviour.isEmpty() ? "" : "\nmisbehaves: " + String.join("\nmisbehaves: ", behaviour));
  }

  /**
   * It misbehaves from now on.
   *
   * @throws IllegalArgumentException when the line says nothing that it can do
   */
  public synchronized String misbehave(String line) {
    running().misbehave(line);
    return state();
  }

  /** It behaves again. */
  public synchronized String recover() {
    running().recover();
    return "the practice shop behaves again";
  }

  /** Stops it, if it runs. */
  public synchronized String stop() {
    var running = shop;
    if (running == null) {
      return "no practice shop runs";
    }
    long requests = running.requests();
    running.close();
    shop = null;
    return "the practice shop answered " + requests + " requests";
  }

  private PracticeShop running() {
    var running = shop;
    if (running == null) {
      throw wrong("no practice shop runs", "%shop start");
    }
    return running;
  }

  private static ProblemException wrong(String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.in("shop"), what, hint)));
  }

  @Override
  public void close() {
    stop();
  }
}
