package dev.squall.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One platform thread that ends overdue exchanges. A timed park per read would cost every exchange
 * a scheduled task; here an exchange writes one word, and the thread looks at all words when the
 * earliest can be overdue, at most every 10 ms. While nothing is in flight it parks, until a kept
 * connection has lain idle for too long.
 */
final class DeadlineScanner {
  private static final long STEP = 10_000_000;

  private final long epoch = System.nanoTime();
  private final Relief relief;
  private final Thread thread;
  private final ArrayList<Watch> watches = new ArrayList<>();
  private volatile boolean parked;
  private volatile boolean closed;
  private volatile long shortest = Watch.NEVER; // of all limits seen
  private long idleEnds = Watch.NEVER; // the thread's own

  DeadlineScanner(Relief relief) {
    this.relief = relief;
    thread = Thread.ofPlatform().daemon().name("squall-deadlines").start(this::scan);
  }

  /** The instant {@code limit} nanoseconds after {@code nanoTime}; a limit of 0 is none. */
  long due(long nanoTime, long limit) {
    if (limit == 0) {
      return Watch.NEVER;
    }
    if (limit < shortest) {
      shorten(limit);
    }
    return after(nanoTime, limit);
  }

  private long after(long nanoTime, long limit) {
    long since = nanoTime - epoch;
    return limit == 0 || limit >= Watch.NEVER - since ? Watch.NEVER : since + limit;
  }

  /** To be called after an instant was published: wakes the thread if it sleeps for nothing. */
  void published() {
    if (parked) {
      LockSupport.unpark(thread);
    }
  }

  /** From now on this one is looked at. False: the wire is closed. */
  synchronized boolean add(Watch watch) {
    if (closed) {
      return false;
    }
    watch.slot = watches.size();
    watches.add(watch);
    return true;
  }

  synchronized void remove(Watch watch) {
    if (watch.slot >= 0) {
      var last = watches.removeLast();
      if (last != watch) {
        watches.set(watch.slot, last);
        last.slot = watch.slot;
      }
      watch.slot = -1;
    }
  }

  /** Closes everything that is looked at and ends the thread. */
  void closeAll() {
    List<Watch> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(watches);
      watches.clear();
      left.forEach(watch -> watch.slot = -1);
    }
    left.forEach(Watch::close);
    LockSupport.unpark(thread);
  }

  private static boolean isInstant(long due) {
    return due != Watch.EXPIRED && due != Watch.CLOSED && due != Watch.SPENT;
  }

  private synchronized void shorten(long limit) {
    if (limit < shortest) {
      shortest = limit;
      LockSupport.unpark(thread);
    }
  }

  private void scan() {
    while (!closed) {
      long earliest = expireOverdue();
      if (earliest == Watch.IDLE) {
        // Said first, looked again second: an exchange publishes first and looks at this second.
        parked = true;
        if (expireOverdue() == Watch.IDLE && !closed) {
          parkUntil(idleEnds);
        }
        parked = false;
      } else {
        // What is published from now on is due no sooner than the shortest limit from now.
        long now = System.nanoTime() - epoch;
        long wake = Math.min(earliest - now, shortest);
        LockSupport.parkNanos(this, Math.max(wake, STEP));
      }
    }
  }

  private void parkUntil(long instant) {
    if (instant == Watch.NEVER) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, Math.max(instant - (System.nanoTime() - epoch), STEP));
    }
  }

  /** Returns the earliest instant in flight, IDLE if nothing is; notes when idle ones are due. */
  private long expireOverdue() {
    long now = System.nanoTime() - epoch;
    long earliest = Watch.IDLE;
    long idle = Watch.NEVER;
    boolean starving = false; // a user that was told 10 ms ago has not even noticed
    var overdue = new ArrayList<Watch>(0);
    var idleTooLong = new ArrayList<Watch>(0);
    synchronized (this) {
      for (var watch : watches) {
        long due = watch.due();
        if (due == Watch.EXPIRED) {
          starving |= ++watch.scansSinceExpired > 1;
          earliest = Math.min(earliest, now);
        } else if (due == Watch.IDLE) {
          if (watch.idleUntil() <= now) {
            idleTooLong.add(watch);
          } else {
            idle = Math.min(idle, watch.idleUntil());
          }
        } else if (due > now) {
          earliest = Math.min(earliest, due);
        } else if (isInstant(due)) {
          watch.scansSinceExpired = 0;
          overdue.add(watch);
        }
      }
    }
    // Outside the lock, because closing many sockets takes time and users come and go meanwhile.
    for (var watch : overdue) {
      long due = watch.due();
      if (due <= now && isInstant(due)) {
        watch.expire(due);
      }
    }
    if (starving) {
      relief.begin();
    }
    idleTooLong.forEach(watch -> watch.closeIdle(true));
    idleEnds = idle;
    return overdue.isEmpty() ? earliest : Math.min(earliest, now);
  }
}
