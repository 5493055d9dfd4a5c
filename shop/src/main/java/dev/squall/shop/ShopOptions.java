package dev.squall.shop;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Latency;
import java.util.OptionalInt;

/**
 * How a shop starts.
 *
 * @param host the address to bind to
 * @param port the port to bind to; 0 takes any free one
 * @param seed decides the products and the drawn latencies: same seed, same shop
 * @param tlsPort the port to speak TLS on; 0 takes any free one; none by default
 * @param behaviour how the shop behaves from its first request on
 */
public record ShopOptions(
    String host, int port, OptionalInt tlsPort, long seed, Behaviour behaviour) {

  /** The port of {@code ./squall shop}. */
  public static final int USUAL_PORT = 8089;

  /**
   * @throws IllegalArgumentException when a port is not between 0 and 65535
   */
  public ShopOptions {
    requirePort(port);
    tlsPort.ifPresent(ShopOptions::requirePort);
  }

  /** Loopback, any free port, seed 42, no misbehaviour. */
  public static ShopOptions defaults() {
    return new ShopOptions("127.0.0.1", 0, OptionalInt.empty(), 42, Behaviour.GOOD);
  }

  /** The same on another address. */
  public ShopOptions host(String other) {
    return new ShopOptions(other, port, tlsPort, seed, behaviour);
  }

  /** The same on another port; 0 takes any free one. */
  public ShopOptions port(int other) {
    return new ShopOptions(host, other, tlsPort, seed, behaviour);
  }

  /** The same with TLS on any free port besides. */
  public ShopOptions tls() {
    return tlsPort(0);
  }

  /** The same with TLS on that port besides; 0 takes any free one. */
  public ShopOptions tlsPort(int other) {
    return new ShopOptions(host, port, OptionalInt.of(other), seed, behaviour);
  }

  /** The same with another seed. */
  public ShopOptions seed(long other) {
    return new ShopOptions(host, port, tlsPort, other, behaviour);
  }

  /** The same with another latency. */
  public ShopOptions latency(Latency other) {
    return behaviour(behaviour.latency(other));
  }

  /** The same with another behaviour. */
  public ShopOptions behaviour(Behaviour other) {
    return new ShopOptions(host, port, tlsPort, seed, other);
  }

  private static void requirePort(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is between 0 and 65535, not " + port);
    }
  }
}
