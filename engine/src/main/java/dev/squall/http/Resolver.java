package dev.squall.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns hosts into addresses, once per host and time-to-live for all users together. A lookup is
 * native and would hold a carrier, so it runs on a platform thread of its own. Failures are not
 * remembered.
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

    /** The k-th to try, beginning with the one that worked last. */
    InetAddress nth(int k) {
      return all[(preferred + k) % all.length];
    }

    void worked(int k) {
      if (k > 0) {
        preferred = (preferred + k) % all.length;
      }
    }
  }

  private final ConcurrentHashMap<String, CompletableFuture<Addresses>> known =
      new ConcurrentHashMap<>();
  private final long ttlNanos;
  private final Lookup lookup;

  Resolver(long ttlNanos, Lookup lookup) {
    this.ttlNanos = ttlNanos;
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
