package dev.squall.shop;

import dev.squall.shop.behaviour.Behaviour;
import dev.squall.shop.behaviour.Latency;

/**
 * How a shop starts.
 *
 * @param host the address to bind to
 * @param port the port to bind to; 0 takes any free one
 * @param seed decides the products and the drawn latencies: same seed, same shop
 * @param behaviour how the shop behaves from its first request on
 */
public record ShopOptions(String host, int port, long seed, Behaviour behaviour) {

  /** The port of {@code ./squall shop}. */
  public static final int USUAL_PORT = 8089;

  /**
   * @throws IllegalArgumentException when the port is not between 0 and 65535
   */
  public ShopOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is between 0 and 65535, not " + port);
    }
  }

  /** Loopback, any free port, seed 42, no misbehaviour. */
  public static ShopOptions defaults() {
    return new ShopOptions("127.0.0.1", 0, 42, Behaviour.GOOD);
  }

  /** The same on another address. */
  public ShopOptions host(String other) {
    return new ShopOptions(other, port, seed, behaviour);
  }

  /** The same on another port; 0 takes any free one. */
  public ShopOptions port(int other) {
    return new ShopOptions(host, other, seed, behaviour);
  }

  /** The same with another seed. */
  public ShopOptions seed(long other) {
    return new ShopOptions(host, port, other, behaviour);
  }

  /** The same with another latency. */
  public ShopOptions latency(Latency other) {
    return behaviour(behaviour.latency(other));
  }

  /** The same with another behaviour. */
  public ShopOptions behaviour(Behaviour other) {
    return new ShopOptions(host, port, seed, other);
  }
}
