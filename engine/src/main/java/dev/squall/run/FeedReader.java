package dev.squall.run;

import dev.squall.plan.PlannedFeed;

/** One user's rows of one feed. The row that was read last is kept, for whoever keeps his row. */
final class FeedReader {
  private static final long NONE = -1;

  private final PlannedFeed feed;
  private final String[] values;
  private long row = NONE;

  FeedReader(PlannedFeed feed) {
    this.feed = feed;
    this.values = new String[feed.slots().size()];
  }

  /** Gives the iteration the values of its row; none where no row is left for it. */
  void fill(Session session, long seed) {
    long wanted = feed.rows().rowFor(session.index(), session.user(), seed);
    if (wanted == NONE) {
      return;
    }
    if (wanted != row) {
      feed.rows().read(wanted, values);
      row = wanted;
    }
    for (int column = 0; column < values.length; column++) {
      session.set(feed.slots().get(column), values[column]);
    }
  }
}
