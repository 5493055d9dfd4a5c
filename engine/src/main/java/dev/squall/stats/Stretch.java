package dev.squall.stats;

/**
 * The whole seconds of a stretch of a running run, added up as they pass. The last second is looked
 * at again each time, because what ended in it may be recorded a moment later.
 */
final class Stretch {
  private final long from;
  private final Cells settled;
  private long next;

  /** One that begins with this second since T0. */
  Stretch(Layout layout, long from) {
    this.from = from;
    this.settled = new Cells(layout);
    this.next = from;
  }

  boolean beginsAt(long second) {
    return from == second;
  }

  /** What ended in it, until this second since T0, which no longer belongs to it. */
  Cells upTo(long end, SecondsSoFar seconds) {
    for (; next < end - 1; next++) {
      seconds.addTo(settled, next);
    }
    var all = new Cells(settled.layout());
    all.add(settled);
    for (long second = next; second < end; second++) {
      seconds.addTo(all, second);
    }
    return all;
  }

  /** Where the cells of a second are. */
  interface SecondsSoFar {
    void addTo(Cells sum, long second);
  }
}
