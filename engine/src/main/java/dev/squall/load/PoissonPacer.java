package dev.squall.load;

import dev.squall.draw.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals of a Poisson process whose rate varies: arrival i when the integral of the rate comes to
 * the sum of the first i + 1 draws of the exponential distribution with mean 1 (time rescaling; E.
 * Çinlar, "Introduction to Stochastic Processes", 1975, section 4.7).
 *
 * <p>Every draw is a function of the seed and the arrival's number. The sums are kept at the start
 * of each block of {@value #BLOCK}, and whole for the blocks asked for last.
 */
final class PoissonPacer implements Pacer {
  private static final int BLOCK = 1024;

  /** Blocks kept whole: users that are behind and the dispatcher ask for different ones. */
  private static final int KEPT = 32;

  // No record, which would promise an equality that its array does not have.
  private static final class Block {
    final long number;
    final double[] sums = new double[BLOCK];

    Block(long number) {
      this.number = number;
    }
  }

  private final ArrivalCurve count;
  private final long seed;
  private final double total;
  private final AtomicReferenceArray<@Nullable Block> kept = new AtomicReferenceArray<>(KEPT);

  /** The sums before each block, as far as anybody asked; under `this`. */
  private final List<Double> before = new ArrayList<>(List.of(0.0));

  PoissonPacer(ArrivalCurve count, long seed) {
    this.count = count;
    this.seed = seed;
    this.total = count.total();
  }

  @Override
  public long intendedNanos(long arrival) {
    var block = block(arrival / BLOCK);
    if (block == null) {
      return NEVER;
    }
    double sum = block.sums[(int) (arrival % BLOCK)];
    long whole = (long) sum;
    return count.reached(whole, sum - whole);
  }

  @Override
  public long dueBy(long nanos) {
    long until = Math.min(nanos, count.endNanos() - 1);
    if (until < 0) {
      return 0;
    }
    long due = sumsUpTo(count.count(until));
    // The count is a little off where it is rounded; the arrivals' own times decide.
    while (due > 0 && intendedNanos(due - 1) > until) {
      due--;
    }
    while (intendedNanos(due) <= until) {
      due++;
    }
    return due;
  }

  /** How many of the sums are not beyond a number. */
  private long sumsUpTo(double number) {
    long first = blockWith(number);
    var block = Objects.requireNonNull(block(first));
    int place = Arrays.binarySearch(block.sums, number);
    return first * BLOCK + (place >= 0 ? place + 1 : -place - 1);
  }

  /** The first block whose last sum is beyond a number. */
  private synchronized long blockWith(double number) {
    while (before.getLast() <= number) {
      make(before.size() - 1);
    }
    int found = Collections.binarySearch(before, number);
    return found >= 0 ? found : -found - 2;
  }

  /** Null where every arrival is beyond the end. */
  private @Nullable Block block(long number) {
    var block = kept.get((int) (number % KEPT));
    return block != null && block.number == number ? block : made(number);
  }

  private synchronized @Nullable Block made(long number) {
    while (before.size() <= number && before.getLast() < total) {
      make(before.size() - 1);
    }
    return before.size() <= number ? null : make(number);
  }

  private Block make(long number) {
    var block = new Block(number);
    double sum = before.get(Math.toIntExact(number));
    for (int i = 0; i < BLOCK; i++) {
      sum += Draws.exponential(Draws.bits(seed, number * BLOCK + i, Draws.GAP, 0));
      block.sums[i] = sum;
    }
    if (number == before.size() - 1) {
      before.add(sum);
    }
    kept.set((int) (number % KEPT), block);
    return block;
  }
}
