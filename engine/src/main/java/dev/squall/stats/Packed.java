package dev.squall.stats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/**
 * Cells as bytes: most numbers are small, so each takes seven bits a byte, and sorted keys are
 * written as differences. About three bytes for each bucket that was hit.
 */
final class Packed {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;
  private static final int MOST_KEY = 1 << 20;

  private Packed() {}

  static byte[] pack(Cells cells) {
    var out = new ByteArrayOutputStream();
    for (int place = 0; place < cells.size(); place++) {
      var cell = cells.peek(place);
      if (cell != null && !cell.isEmpty()) {
        number(out, place);
        for (var counter : Cell.Counter.values()) {
          number(out, cell.value(counter));
        }
        for (var measure : Cell.Measure.values()) {
          counts(out, cell.tally(measure).counts());
        }
      }
    }
    return out.toByteArray();
  }

  /** Adds packed cells to what {@code into} already holds. */
  static void unpack(byte[] bytes, Cells into) {
    var in = new ByteArrayInputStream(bytes);
    while (in.available() > 0) {
      long place = number(in);
      if (place < 0 || place >= into.size()) {
        throw new IllegalArgumentException("packed cells of another layout");
      }
      var cell = into.at((int) place);
      for (var counter : Cell.Counter.values()) {
        cell.increment(counter, number(in));
      }
      for (var measure : Cell.Measure.values()) {
        counts(in, cell.tally(measure));
      }
    }
  }

  private static void counts(ByteArrayOutputStream out, Counts counts) {
    number(out, counts.size());
    int before = 0;
    for (int i = 0; i < counts.size(); i++) {
      number(out, counts.key(i) - before);
      number(out, counts.count(i));
      before = counts.key(i);
    }
    if (!counts.isEmpty()) {
      number(out, counts.max());
    }
  }

  private static void counts(ByteArrayInputStream in, Tally into) {
    long size = number(in);
    long key = 0;
    for (long i = 0; i < size; i++) {
      key += number(in);
      if (key < 0 || key > MOST_KEY) {
        throw new IllegalArgumentException("packed cells with a key that none has");
      }
      into.add((int) key, number(in), 0);
    }
    if (size > 0) {
      into.raiseMax(number(in));
    }
  }

  static void number(ByteArrayOutputStream out, long number) {
    long left = number;
    while ((left & -MORE) != 0) {
      out.write((int) (left & (MORE - 1)) | MORE);
      left >>>= BITS;
    }
    out.write((int) left);
  }

  static long number(ByteArrayInputStream in) {
    long number = 0;
    for (int shift = 0; ; shift += BITS) {
      int next = in.read();
      if (next < 0 || shift >= Long.SIZE) {
        throw new IllegalArgumentException("packed cells end too early");
      }
      number |= (long) (next & (MORE - 1)) << shift;
      if (next < MORE) {
        return number;
      }
    }
  }
}
