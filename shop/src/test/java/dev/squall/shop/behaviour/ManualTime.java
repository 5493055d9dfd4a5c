package dev.squall.shop.behaviour;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/** Time that passes only when it is told to, and wakes nobody earlier than it must. */
final class ManualTime implements Time {

  private record Alarm(long at, long order, Runnable work) {}

  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::at).thenComparingLong(Alarm::order));
  private final LongSupplier lateness;
  private long now;
  private long order;

  ManualTime() {
    this(() -> 0);
  }

  /** Every wake-up is that many nanoseconds late. */
  ManualTime(LongSupplier lateness) {
    this.lateness = lateness;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void after(long nanos, Runnable work) {
    alarms.add(new Alarm(now + nanos + lateness.getAsLong(), order++, work));
  }

  @Override
  public void close() {
    alarms.clear();
  }

  /** Lets time pass until then, and wakes whoever is to be woken meanwhile. */
  void passUntil(long end) {
    while (!alarms.isEmpty() && alarms.peek().at() <= end) {
      var next = alarms.remove();
      now = Math.max(now, next.at());
      next.work().run();
    }
    now = Math.max(now, end);
  }
}
