package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What everybody is to hear, in its order, on its way from any thread to the one that sends it.
 * Texts of a stream that follow each other become one: a client that gets a message for each line
 * of a flood does not survive it.
 */
final class Outbox {
  /** How long a text waits for more of it. */
  static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Characters that wait at once; whoever writes more waits himself. */
  private static final int MOST = 1 << 22;

  /** Characters of one message. */
  private static final int MOST_OF_ONE = 1 << 18;

  /** Something to be sent. */
  sealed interface Item {
    /**
     * A message.
     *
     * @param parent the header of what it is about
     */
    record Whole(ObjectNode parent, String type, ObjectNode content) implements Item {}

    /**
     * Text of a stream.
     *
     * @param name {@code stdout} or {@code stderr}
     */
    record Stream(ObjectNode parent, String name, StringBuilder text) implements Item {}

    /**
     * Nothing to be heard: all that came before it is on its way.
     *
     * @param reached completed then
     */
    record Mark(CompletableFuture<Void> reached) implements Item {}
  }

  private final Deque<Item> items = new ArrayDeque<>();
  private final Runnable wake;
  private int waiting;
  private long since;
  private boolean isClosed;

  /**
   * An empty one.
   *
   * @param wake called, one at a time, when something has come
   */
  Outbox(Runnable wake) {
    this.wake = wake;
  }

  synchronized void put(ObjectNode parent, String type, ObjectNode content) {
    if (!isClosed) {
      items.add(new Item.Whole(parent, type, content));
      wake.run();
    }
  }

  /** Returns when all that was put here before is on its way. */
  void settle() {
    var mark = new Item.Mark(new CompletableFuture<>());
    synchronized (this) {
      if (isClosed) {
        return;
      }
      items.add(mark);
      wake.run();
    }
    mark.reached().join();
  }

  /** Waits where the one that sends cannot keep up. */
  synchronized void print(ObjectNode parent, String name, String text) {
    boolean wasInterrupted = false;
    while (waiting > MOST && !isClosed) {
      try {
        wait();
      } catch (InterruptedException _) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
    if (isClosed || text.isEmpty()) {
      return;
    }
    waiting += text.length();
    if (items.peekLast() instanceof Item.Stream last
        && last.parent().equals(parent)
        && last.name().equals(name)
        && last.text().length() < MOST_OF_ONE) {
      last.text().append(text);
      return;
    }
    items.add(new Item.Stream(parent, name, new StringBuilder(text)));
    since = System.nanoTime();
    wake.run();
  }

  /** All that is to be sent now: a text at the end stays while more of it may come. */
  synchronized List<Item> take(long now) {
    var taken = new ArrayList<Item>();
    while (!items.isEmpty() && (items.size() > 1 || isDue(items.getFirst(), now))) {
      var item = items.removeFirst();
      if (item instanceof Item.Stream(_, _, var text)) {
        waiting -= text.length();
      }
      taken.add(item);
    }
    notifyAll();
    return taken;
  }

  private boolean isDue(Item item, long now) {
    return !(item instanceof Item.Stream) || isClosed || now - since >= PATIENCE_NANOS;
  }

  /** Whether a text waits for more of it. */
  synchronized boolean holdsBack() {
    return !items.isEmpty();
  }

  /** Whether nothing comes in any more and all of it was taken. */
  synchronized boolean isDone() {
    return isClosed && items.isEmpty();
  }

  /** Nothing comes in any more; all that is there may be taken. */
  synchronized void close() {
    isClosed = true;
    notifyAll();
    wake.run();
  }
}
