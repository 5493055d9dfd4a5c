package dev.squall.stats;

import dev.squall.sample.Sample;
import java.util.List;
import java.util.stream.Stream;

/**
 * The raw samples of one stripe, in the order in which they were recorded. One thread at a time
 * records; anybody reads what was there at some moment.
 */
final class SampleColumns {
  private final SampleRoom room;
  private int rows;

  /** Replaced and never changed. */
  private volatile List<SampleChunk> chunks = List.of();

  SampleColumns(SampleRoom room) {
    this.room = room;
    room.add(this);
  }

  void record(Sample sample) {
    if (room.isFull()) {
      return;
    }
    int row = rows % SampleChunk.ROWS;
    if (row == 0) {
      var chunk = room.chunk();
      if (chunk == null) {
        return;
      }
      chunks = Stream.concat(chunks.stream(), Stream.of(chunk)).toList();
    }
    var there = chunks;
    if (!there.isEmpty()) {
      there.getLast().put(row, sample);
      rows++;
    }
  }

  int rows() {
    return rows;
  }

  /** None once they had to go. */
  List<SampleChunk> chunks() {
    return chunks;
  }

  boolean isDropped() {
    return room.isDropped();
  }

  /** Their room is needed. */
  void drop() {
    chunks = List.of();
  }
}
