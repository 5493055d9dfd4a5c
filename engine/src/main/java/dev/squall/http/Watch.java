package dev.squall.http;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one word between a thread that exchanges, the scanner of deadlines and whoever closes.
 *
 * <p>{@code due} is {@link #IDLE} while no exchange is in flight, otherwise the instant at which it
 * is overdue; the scanner turns an overdue one into {@link #EXPIRED}, an idle one that has lain too
 * long into {@link #SPENT}, and a closing thread any one into {@link #CLOSED}. Each change is one
 * compare-and-set, so that nobody ever closes the connection of a later exchange. What is rare
 * (closing, another socket) happens under the lock.
 */
final class Watch {
  static final long IDLE = Long.MAX_VALUE;
  static final long NEVER = Long.MAX_VALUE - 1;
  static final long EXPIRED = Long.MIN_VALUE;
  static final long CLOSED = Long.MIN_VALUE + 1;
  static final long SPENT = Long.MIN_VALUE + 2;

  private static final VarHandle DUE;

  static {
    try {
      DUE = MethodHandles.lookup().findVarHandle(Watch.class, "due", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  // The scanner's.
  int slot = -1;
  int scansSinceExpired;

  private final ConnectionCounter counter;

  @SuppressWarnings("UnusedVariable") // through DUE
  private volatile long due = IDLE;

  private long current = IDLE; // what the owner wrote last
  private long idleUntil = NEVER; // published by IDLE
  private @Nullable Socket socket;
  private @Nullable Thread waiting;

  Watch(ConnectionCounter counter) {
    this.counter = counter;
  }

  // The owner's side.

  /** An exchange begins. False: closed for good. */
  boolean begin(long when) {
    current = when;
    return DUE.compareAndSet(this, IDLE, when);
  }

  /** Its instant moves. False: it is overdue or closed. */
  boolean move(long when) {
    if (!DUE.compareAndSet(this, current, when)) {
      return false;
    }
    current = when;
    return true;
  }

  /** It ended, and its connection may lie idle until then. False: it is being closed. */
  boolean end(long until) {
    idleUntil = until;
    return DUE.compareAndSet(this, current, IDLE);
  }

  boolean isExpired() {
    return (long) DUE.getVolatile(this) == EXPIRED;
  }

  boolean isClosed() {
    return (long) DUE.getVolatile(this) == CLOSED;
  }

  /** The connection lay idle for too long and was closed for that. */
  boolean isSpent() {
    return (long) DUE.getVolatile(this) == SPENT;
  }

  /** From now on this is what has to be closed. False: it is too late already. */
  synchronized boolean attach(Socket next) {
    socket = next;
    return !isExpired() && !isClosed();
  }

  /** Blocks until {@code done}, or until the exchange is overdue, closed or interrupted. */
  void await(CompletableFuture<?> done) {
    var me = Thread.currentThread();
    synchronized (this) {
      waiting = me;
    }
    var _ = done.whenComplete((_, _) -> LockSupport.unpark(me));
    while (!done.isDone() && !isExpired() && !isClosed() && !me.isInterrupted()) {
      LockSupport.park(this);
    }
    synchronized (this) {
      waiting = null;
    }
  }

  /** The owner closed its socket; the next exchange may begin unless all is closed. */
  synchronized void detach() {
    socket = null;
    idleUntil = NEVER;
    if (!isClosed()) {
      current = IDLE;
      DUE.setVolatile(this, IDLE);
    }
  }

  // Everybody else's side.

  /** The instant, IDLE, EXPIRED, SPENT or CLOSED. */
  long due() {
    return (long) DUE.getAcquire(this);
  }

  /** Until when an idle one may lie; NEVER also where there is no connection. */
  long idleUntil() {
    return idleUntil;
  }

  /** Closes the connection if it still lies idle. */
  synchronized void closeIdle(boolean forTooLong) {
    if (socket != null && DUE.compareAndSet(this, IDLE, SPENT)) {
      wake();
      socket = null;
      counter.closedUnused(forTooLong);
    }
  }

  /** Ends the exchange that was due then, if it is still in flight. */
  synchronized void expire(long when) {
    if (DUE.compareAndSet(this, when, EXPIRED)) {
      wake();
    }
  }

  /** Closes for good. */
  synchronized void close() {
    long before = (long) DUE.getAndSet(this, CLOSED);
    boolean idle = before == IDLE && socket != null;
    wake();
    if (idle) {
      socket = null;
      counter.closedIdle(false);
    }
  }

  private void wake() {
    if (socket != null) {
      closeQuietly(socket);
    }
    if (waiting != null) {
      LockSupport.unpark(waiting);
    }
  }

  /** Nothing can be done about a socket that does not close, and nobody has to know. */
  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // closed as far as we are concerned
    }
  }
}
