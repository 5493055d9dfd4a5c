package dev.squall.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts connections exactly. Active and idle share a word, so that no connection is seen twice.
 */
final class ConnectionCounter {
  private static final long ACTIVE = 1L << 32;
  private static final long IDLE = 1;

  private final LongAdder opened = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder reused = new LongAdder();
  private final LongAdder closedByPeer = new LongAdder();
  private final LongAdder closedByUs = new LongAdder();
  private final LongAdder staleRetries = new LongAdder();
  private final LongAdder idleTimeouts = new LongAdder();
  private final LongAdder poolOverflow = new LongAdder();
  private final LongAdder connectNanos = new LongAdder();
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger peakActive = new AtomicInteger();
  private final AtomicInteger peakIdle = new AtomicInteger();

  void opened(long nanos) {
    opened.increment();
    connectNanos.add(nanos);
    seeActive(now.addAndGet(ACTIVE));
  }

  void failed() {
    failed.increment();
  }

  void reused() {
    reused.increment();
    seeActive(now.addAndGet(ACTIVE - IDLE));
  }

  void kept() {
    int idle = (int) now.addAndGet(IDLE - ACTIVE);
    if (idle > peakIdle.get()) {
      peakIdle.accumulateAndGet(idle, Math::max);
    }
  }

  void closedActive(boolean byPeer) {
    now.addAndGet(-ACTIVE);
    (byPeer ? closedByPeer : closedByUs).increment();
  }

  void closedIdle(boolean byPeer) {
    now.addAndGet(-IDLE);
    (byPeer ? closedByPeer : closedByUs).increment();
  }

  /** An idle one that we closed, because it lay there too long or because there were too many. */
  void closedUnused(boolean forTooLong) {
    closedIdle(false);
    (forTooLong ? idleTimeouts : poolOverflow).increment();
  }

  void retried() {
    staleRetries.increment();
  }

  /** How many are open. */
  int open() {
    long word = now.get();
    return (int) (word >>> 32) + (int) word;
  }

  ConnectionCounts counts() {
    long word = now.get();
    return new ConnectionCounts(
        opened.sum(),
        failed.sum(),
        reused.sum(),
        closedByPeer.sum(),
        closedByUs.sum(),
        staleRetries.sum(),
        (int) (word >>> 32),
        (int) word,
        peakActive.get(),
        peakIdle.get(),
        connectNanos.sum(),
        idleTimeouts.sum(),
        poolOverflow.sum());
  }

  private void seeActive(long word) {
    int active = (int) (word >>> 32);
    if (active > peakActive.get()) {
      peakActive.accumulateAndGet(active, Math::max);
    }
  }
}
