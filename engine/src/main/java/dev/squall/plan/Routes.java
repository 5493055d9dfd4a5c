package dev.squall.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which way connections take.
 *
 * @param resolved literal addresses of hosts, instead of asking DNS
 * @param local literal addresses of this machine that connections are bound to, in turn
 * @param proxy the URL of an HTTP proxy
 * @param dnsTtl how long a resolved address holds; zero for the whole run
 * @param within the hosts that redirects may lead to besides this machine and the plan's own; any
 *     host where nothing is said
 */
public record Routes(
    Map<String, List<String>> resolved,
    List<String> local,
    Optional<String> proxy,
    Duration dnsTtl,
    Optional<List<String>> within) {

  /** Straight, by DNS. */
  public static final Routes DIRECT =
      new Routes(Map.of(), List.of(), Optional.empty(), Duration.ZERO, Optional.empty());

  public Routes {
    resolved = Map.copyOf(resolved);
    local = List.copyOf(local);
    within = within.map(List::copyOf);
  }

  /** With these addresses of a host. */
  public Routes withResolved(String host, List<String> addresses) {
    var more = new LinkedHashMap<>(resolved);
    more.put(host, List.copyOf(addresses));
    return new Routes(more, local, proxy, dnsTtl, within);
  }

  /** From these addresses, too. */
  public Routes withLocal(List<String> addresses) {
    var more = new ArrayList<>(local);
    more.addAll(addresses);
    return new Routes(resolved, more, proxy, dnsTtl, within);
  }

  /** Through this proxy. */
  public Routes withProxy(String url) {
    return new Routes(resolved, local, Optional.of(url), dnsTtl, within);
  }

  /** With resolved addresses that hold so long. */
  public Routes withDnsTtl(Duration time) {
    return new Routes(resolved, local, proxy, time, within);
  }

  /** With redirects to no hosts but these, the plan's own and this machine. */
  public Routes withRedirectsWithin(List<String> hosts) {
    return new Routes(resolved, local, proxy, dnsTtl, Optional.of(hosts));
  }

  /** Never the proxy's password. */
  @Override
  public String toString() {
    return "resolved " + resolved + ", local " + local + proxy.map(_ -> ", by proxy").orElse("");
  }
}
