package dev.squall.stats;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many raw samples may be kept: so many of one run, and of all runs of the process together as
 * many as fit. Who comes last is served, and the oldest run's go.
 */
final class SampleRoom {
  static final int MOST_CHUNKS = 245; // of 4096 rows: a million
  private static final House PROCESS = new House(256 << 20);

  private final House house;
  private final List<SampleColumns> all = new ArrayList<>();
  private int taken; // under the house's lock
  private volatile boolean full;
  private volatile boolean dropped;

  SampleRoom() {
    this(PROCESS);
  }

  SampleRoom(House house) {
    this.house = house;
  }

  /** What all runs share. */
  static final class House {
    private final long limit;
    private final Deque<WeakReference<SampleRoom>> rooms = new ArrayDeque<>();

    /** One for so many bytes. */
    House(long limitBytes) {
      this.limit = limitBytes;
    }

    private synchronized @Nullable SampleChunk chunk(SampleRoom asking) {
      if (asking.taken == MOST_CHUNKS || asking.dropped) {
        asking.full = true;
        return null;
      }
      if (asking.taken == 0) {
        rooms.addLast(new WeakReference<>(asking));
      }
      asking.taken++;
      makeRoom(asking);
      return new SampleChunk();
    }

    private void makeRoom(SampleRoom asking) {
      rooms.removeIf(room -> room.get() == null);
      while (bytes() > limit) {
        var oldest = rooms.getFirst().get();
        if (oldest == asking) {
          return;
        }
        rooms.removeFirst();
        if (oldest != null) {
          oldest.drop();
        }
      }
    }

    private long bytes() {
      long chunks = 0;
      for (var room : rooms) {
        var known = room.get();
        chunks += known == null ? 0 : known.taken;
      }
      return chunks * SampleChunk.BYTES;
    }
  }

  /** Before anything is recorded there. */
  void add(SampleColumns columns) {
    all.add(columns);
  }

  private void drop() {
    dropped = true;
    full = true;
    all.forEach(SampleColumns::drop);
  }

  /** Room for some more; null when there is none. */
  @Nullable SampleChunk chunk() {
    return house.chunk(this);
  }

  /** Whether nothing more is kept of this run. */
  boolean isFull() {
    return full;
  }

  /** Whether what was kept has to go. */
  boolean isDropped() {
    return dropped;
  }
}
