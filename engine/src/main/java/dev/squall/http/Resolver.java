package dev.squall.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns hosts into addresses, once per host and time-to-live for all users together. A lookup is
 * native and would hold a carrier, so it runs on a platform thread of its own. Failures are not
 * remembered. Hosts whose addresses are given are not looked up.
 */
final class Resolver {
  /** Where {@link InetAddress#getAllByName} stands; a test puts another one here. */
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** The addresses of a host in the order to try them. */
  static final class Addresses {
    private final InetAddress[] all;
    private final long resolvedAt = System.nanoTime();
    private volatile int preferred;

    Addresses(InetAddress... all) {
      this.all = all;
    }

    int count() {
      return all.length;
    }

    /** The k-th, counted round and round. */
    InetAddress nth(int k) {
      return all[k % all.length];
    }

    /** The one to try first. */
    int preferred() {
      return preferred;
    }

    /** It worked, or the one before it kept us waiting. */
    void prefer(int k) {
      int next = k % all.length;
      if (next != preferred) { // all connections read it
        preferred = next;
      }
    }
  }

  private final ConcurrentHashMap<String, CompletableFuture<Addresses>> known =
      new ConcurrentHashMap<>();
  private final Map<String, List<InetAddress>> given;
  private final long ttlNanos;
  private final Lookup lookup;

  Resolver(Routing routing, Lookup lookup) {
    this.given = routing.resolved();
    this.ttlNanos = routing.dnsTtl().toNanos();
    this.lookup = lookup;
  }

  /** Known, being looked up or failed, as the future says. */
  CompletableFuture<Addresses> addresses(String host) {
    var answer = known.get(host);
    if (answer != null && answer.isDone() && isOver(answer)) {
      known.remove(host, answer);
    }
    return known.computeIfAbsent(host, this::start);
  }

  private boolean isOver(CompletableFuture<Addresses> answer) {
    return answer.isCompletedExceptionally()
        || (ttlNanos > 0 && System.nanoTime() - answer.join().resolvedAt > ttlNanos);
  }

  private CompletableFuture<Addresses> start(String host) {
    var instead = given.get(host.toLowerCase(Locale.ROOT));
    if (instead != null) {
      return CompletableFuture.completedFuture(new Addresses(instead.toArray(InetAddress[]::new)));
    }
    try {
      return CompletableFuture.completedFuture(new Addresses(InetAddress.ofLiteral(host)));
    } catch (IllegalArgumentException aName) {
      var answer = new CompletableFuture<Addresses>();
      Thread.ofPlatform().daemon().name("squall-dns").start(() -> look(host, answer));
      return answer;
    }
  }

  private void look(String host, CompletableFuture<Addresses> answer) {
    try {
      answer.complete(new Addresses(lookup.addresses(host)));
    } catch (UnknownHostException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }
}
