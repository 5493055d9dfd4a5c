package dev.squall.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a wire's connections are bound to, one after the other. Each family has a turn
 * of its own, so that its addresses carry equal parts whatever the other has to do.
 */
final class LocalAddresses {
  private static final Predicate<InetSocketAddress> V4 =
      address -> address.getAddress() instanceof Inet4Address;

  private final List<InetSocketAddress> v4;
  private final List<InetSocketAddress> v6;
  private final AtomicInteger nextV4 = new AtomicInteger();
  private final AtomicInteger nextV6 = new AtomicInteger();

  /** Port 0 is any that is free. */
  LocalAddresses(List<InetSocketAddress> all) {
    v4 = all.stream().filter(V4).toList();
    v6 = all.stream().filter(V4.negate()).toList();
  }

  static LocalAddresses of(List<InetAddress> all) {
    return new LocalAddresses(
        all.stream().map(address -> new InetSocketAddress(address, 0)).toList());
  }

  /** Whether the kernel chooses. */
  boolean isEmpty() {
    return v4.isEmpty() && v6.isEmpty();
  }

  /** Whose turn it is, of those that can reach the target; null: none can. */
  @Nullable InetSocketAddress next(InetAddress target) {
    return target instanceof Inet4Address ? next(v4, nextV4) : next(v6, nextV6);
  }

  private static @Nullable InetSocketAddress next(List<InetSocketAddress> all, AtomicInteger turn) {
    return all.isEmpty() ? null : all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
  }
}
