package dev.squall.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who watches. Each viewer has a thread of its own that sends it the newest frame and skips those
 * that came meanwhile, so that nobody waits for anybody; who does not take a frame for some seconds
 * is dropped.
 */
final class Audience {
  static final int MOST = 32;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final byte[] GREETING = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

  private final long patienceNanos;

  // All under `this`.
  private @Nullable Frame current;
  private long number;
  private int viewers;
  private final Map<Thread, Long> writing = new HashMap<>();

  Audience() {
    this(PATIENCE_NANOS);
  }

  Audience(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** A place for one more; false when all are taken. */
  synchronized boolean enter() {
    if (viewers == MOST) {
      return false;
    }
    viewers++;
    notifyAll();
    return true;
  }

  synchronized void leave() {
    viewers--;
    notifyAll();
  }

  /** From now on this is what is to be seen; who is too slow for it is dropped. */
  synchronized void show(Frame frame) {
    current = frame;
    number++;
    long now = System.nanoTime();
    writing.forEach((viewer, since) -> {
      if (now - since > patienceNanos) {
        viewer.interrupt(); // which closes the channel that it waits for
      }
    });
    notifyAll();
  }

  /**
   * Sends what is to be seen until the last of it.
   *
   * @throws IOException when the viewer is gone, or was dropped
   */
  void attend(OutputStream to) throws IOException, InterruptedException {
    to.write(GREETING);
    long seen = 0;
    boolean last = false;
    while (!last) {
      Frame frame;
      synchronized (this) {
        while (number == seen || current == null) {
          wait();
        }
        frame = current;
        seen = number;
        writing.put(Thread.currentThread(), System.nanoTime());
      }
      try {
        frame.writeTo(to);
      } finally {
        synchronized (this) {
          writing.remove(Thread.currentThread());
        }
      }
      last = frame.isLast();
    }
  }

  synchronized boolean isEmpty() {
    return viewers == 0;
  }

  /** Gives them so long to take the last frame. */
  synchronized void awaitGone(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; viewers > 0 && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }
}
