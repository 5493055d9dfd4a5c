package dev.squall.shell.eval;

import dev.squall.run.RunObserver;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ref.Cleaner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation, or a run of one: what can be stopped as a whole. The threads that work for it
 * carry it, and so do those that they start; what they print goes to its output.
 */
public final class Token {
  private static final InheritableThreadLocal<@Nullable Token> HERE =
      new InheritableThreadLocal<>();
  private static final Cleaner CLEANER = Cleaner.create();

  private final Surroundings around;

  /** Threads that are interrupted when it is stopped. */
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile boolean stopped;
  private volatile long stoppedNanos;
  private volatile boolean silenced;

  /** One in these surroundings. */
  public Token(Surroundings around) {
    this.around = around;
  }

  /** One that is stopped on its own, in the same surroundings. */
  public Token another() {
    return new Token(around);
  }

  /** The current thread's. */
  public static @Nullable Token here() {
    return HERE.get();
  }

  /**
   * Performs something as a part of it; the threads that are started there are a part of it too.
   */
  public void within(Runnable work) {
    var before = HERE.get();
    var observer = RunObserver.HERE.get();
    HERE.set(this);
    RunObserver.HERE.set(around.observer());
    try {
      work.run();
    } finally {
      set(HERE, before);
      set(RunObserver.HERE, observer);
    }
  }

  private static <T> void set(ThreadLocal<@Nullable T> place, @Nullable T value) {
    if (value == null) {
      place.remove();
    } else {
      place.set(value);
    }
  }

  /** Its threads end at their next loop or call; those that wait are interrupted. */
  public void stop() {
    if (asked.compareAndSet(false, true)) {
      stoppedNanos = System.nanoTime();
      stopped = true;
      Stops.oneMore();
      // When no thread carries it any more, nobody has to look for it.
      CLEANER.register(this, Stops::oneLess);
    }
    workers.forEach(Thread::interrupt);
  }

  /** Whether it was stopped. */
  public boolean isStopped() {
    return stopped;
  }

  /** As {@link System#nanoTime}. */
  long stoppedNanos() {
    return stoppedNanos;
  }

  /** What its threads print from now on is dropped: nobody waits for them any more. */
  void silence() {
    silenced = true;
  }

  void enter(Thread worker) {
    workers.add(worker);
  }

  void leave(Thread worker) {
    workers.remove(worker);
  }

  /** What its threads see around them. */
  public Surroundings around() {
    return around;
  }

  PrintStream out() {
    return silenced ? Streams.NOWHERE : around.out();
  }

  PrintStream err() {
    return silenced ? Streams.NOWHERE : around.err();
  }

  InputStream in() {
    return around.in();
  }
}
