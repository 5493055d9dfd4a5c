package dev.squall.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which way connections take.
 *
 * @param resolved addresses that hosts (in lower case) have for this wire, instead of asking DNS
 * @param local addresses that connections are bound to, in turn; empty: the kernel's choice
 * @param proxy what stands between
 * @param dnsTtl how long a resolved address holds; zero: as long as the wire
 */
public record Routing(
    Map<String, List<InetAddress>> resolved,
    List<InetAddress> local,
    Optional<HttpProxy> proxy,
    Duration dnsTtl) {

  /** Straight, by DNS, names resolved once. */
  public static final Routing DIRECT =
      new Routing(Map.of(), List.of(), Optional.empty(), Duration.ZERO);

  /**
   * Checks the time-to-live and copies the rest.
   *
   * @throws IllegalArgumentException if the time-to-live is negative or a host has no address
   */
  public Routing {
    resolved = Map.copyOf(resolved);
    local = List.copyOf(local);
    if (dnsTtl.isNegative()) {
      throw new IllegalArgumentException("a limit of time cannot be negative");
    }
    if (resolved.values().stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a host without an address");
    }
  }
}
