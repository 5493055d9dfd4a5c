package dev.squall.shop.truth;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What the server itself saw of one route: requests that came, and what became of them. */
public final class Tally {

  private static final int SIGNIFICANT_DIGITS = 3;
  private static final int LOWEST_STATUS = 100;
  private static final int HIGHEST_STATUS = 599;

  private static final int CLIENT_GONE = 499;

  // No adder: the number of each request is needed.
  private final AtomicLong arrivals = new AtomicLong();
  private final LongAdder resets = new LongAdder();
  private final AtomicReferenceArray<LongAdder> byStatus =
      new AtomicReferenceArray<>(HIGHEST_STATUS - LOWEST_STATUS + 1);

  // Made by the first answer, and growing with the longest time seen: a shop has many routes, most
  // of them are never asked for, and most answer in microseconds.
  private volatile @Nullable ConcurrentHistogram micros;

  /** A request has come; its number among all of this route, from 0. */
  public long arrived() {
    return arrivals.getAndIncrement();
  }

  /** Its answer leaves. */
  public void served(int status, long serviceMicros) {
    var known = micros;
    (known == null ? histogram() : known).recordValue(Math.max(0, serviceMicros));
    count(status);
  }

  /** It was cancelled before all of it had come: 499, as in nginx's logs. */
  public void gone() {
    count(CLIENT_GONE);
  }

  private void count(int status) {
    var index = status - LOWEST_STATUS;
    var answers = byStatus.get(index);
    if (answers == null) {
      byStatus.compareAndSet(index, null, new LongAdder());
      answers = byStatus.get(index);
    }
    answers.increment();
  }

  /** Its connection was reset on purpose. */
  public void reset() {
    resets.increment();
  }

  /** How many have come. */
  public long requests() {
    return arrivals.get();
  }

  /** A copy of what is known so far; exact once no request is under way. */
  public Truth.RouteTruth truth() {
    var known = micros;
    var times = known == null ? new Histogram(SIGNIFICANT_DIGITS) : known.copy();
    return new Truth.RouteTruth(requests(), statuses(), resets.sum(), times);
  }

  private synchronized ConcurrentHistogram histogram() {
    var known = micros;
    if (known == null) {
      known = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
      micros = known;
    }
    return known;
  }

  private SortedMap<Integer, Long> statuses() {
    var counts = new TreeMap<Integer, Long>();
    for (var i = 0; i < byStatus.length(); i++) {
      var answers = byStatus.get(i);
      if (answers != null) {
        counts.put(i + LOWEST_STATUS, answers.sum());
      }
    }
    return counts;
  }
}
