package dev.squall.run;

import dev.squall.sample.Event;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * From many users to those who watch: users put events in and never wait, one platform thread hands
 * them on in their order. What finds {@value #CAPACITY} others before it is skipped and counted.
 *
 * <p>Without a listener there is no thread, and users that ask {@link #isWanted} first make no
 * event.
 */
final class EventQueue implements AutoCloseable {
  static final int CAPACITY = 1000;

  /**
   * Looked at so often rather than woken up by each event: waking a thread costs a user more than
   * the event itself.
   */
  private static final long LOOK_NANOS = 5_000_000;

  /** What a listener gets to finish when the run is over. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = System.getLogger("dev.squall.run");

  private final ConcurrentLinkedQueue<Event> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder skipped = new LongAdder();
  private final List<Consumer<? super Event>> listeners = new CopyOnWriteArrayList<>();
  private final Duration patience;
  private volatile boolean wanted;
  private volatile boolean closed;
  private @Nullable Thread thread; // under `this`

  EventQueue() {
    this(PATIENCE);
  }

  /** With another limit for what listeners get at the end. */
  EventQueue(Duration patience) {
    this.patience = patience;
  }

  /** From now on this one hears of what happens, on one thread, an event at a time. */
  synchronized void onEvent(Consumer<? super Event> listener) {
    if (closed) {
      return;
    }
    listeners.add(listener);
    if (thread == null) {
      wanted = true;
      thread = Thread.ofPlatform().daemon().name("squall-events").start(this::deliver);
    }
  }

  /** Whether anybody listens; cheap enough to be asked before each event is made. */
  boolean isWanted() {
    return wanted;
  }

  /** From any thread; never waits. */
  void offer(Event event) {
    if (!wanted) {
      return;
    }
    if (waiting.incrementAndGet() > CAPACITY) {
      waiting.decrementAndGet();
      skipped.increment();
    } else {
      queue.add(event);
    }
  }

  /** Events that nobody heard because too many were waiting. */
  long skipped() {
    return skipped.sum();
  }

  private void deliver() {
    while (isHeard()) {
      boolean last = closed; // asked before the queue, so that nothing comes after
      for (var event = queue.poll(); event != null; event = queue.poll()) {
        waiting.decrementAndGet();
        tell(event);
      }
      if (last) {
        return;
      }
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }

  /** Whether a listener is left; without any this thread is over. */
  private synchronized boolean isHeard() {
    if (listeners.isEmpty()) {
      wanted = false;
      thread = null;
    }
    return !listeners.isEmpty();
  }

  private void tell(Event event) {
    for (var listener : listeners) {
      try {
        listener.accept(event);
      } catch (Throwable e) { // whatever it is, it is the listener's
        drop(listener, e);
      }
    }
  }

  private void drop(Consumer<? super Event> listener, Throwable why) {
    listeners.remove(listener);
    LOG.log(Level.WARNING, "a listener failed and hears no more events of this run", why);
  }

  /**
   * Nothing comes any more: what waits is handed on, then the thread ends. A listener that does not
   * come to an end is left alone with the event it has, and what it did not hear is skipped.
   */
  @Override
  public void close() {
    Thread last;
    synchronized (this) {
      closed = true;
      wanted = false;
      last = thread;
    }
    if (last == null) {
      return;
    }
    LockSupport.unpark(last);
    if (!ends(last)) {
      listeners.clear();
      while (queue.poll() != null) {
        skipped.increment();
      }
      last.interrupt();
    }
  }

  private boolean ends(Thread last) {
    try {
      return last.join(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
