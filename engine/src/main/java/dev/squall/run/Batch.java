package dev.squall.run;

import dev.squall.load.Pacer;

/**
 * Arrivals that were released together: numbers instead of an object each.
 *
 * @param pacer says when each is intended and which number it has
 * @param base what is added to the pacer's numbers
 * @param originNanos when the pacer's time begins, since T0
 * @param first the pacer's number of the first one
 * @param count how many
 */
record Batch(Pacer pacer, long base, long originNanos, long first, int count) {

  /** One of them, from 0. */
  Arrival arrival(int place) {
    return new Arrival(
        base + pacer.index(first + place), originNanos + pacer.intendedNanos(first + place));
  }

  /** The first so many of them. */
  Batch first(int most) {
    return new Batch(pacer, base, originNanos, first, Math.min(count, most));
  }
}
