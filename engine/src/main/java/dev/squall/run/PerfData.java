package dev.squall.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the counters of a HotSpot performance data file, format 2.0: a prologue, then entries, each
 * with its name and its value at offsets of its own (perfMemory.hpp of OpenJDK; {@code jcmd <pid>
 * PerfCounter.print} shows the same).
 */
final class PerfData {
  private static final int MAGIC = 0xcafec0c0; // in either byte order of what follows
  private static final int LITTLE_ENDIAN = 1;
  private static final int MAJOR = 2;
  private static final int PROLOGUE = 32;
  private static final int ENTRY_HEAD = 20;
  private static final byte LONG = 'J';

  private PerfData() {}

  /** All counters that are one number; none where the bytes are no such file, or not all of it. */
  static Map<String, Long> numbers(byte[] file) {
    if (file.length < PROLOGUE) {
      return Map.of();
    }
    var data = ByteBuffer.wrap(file);
    if (data.getInt(0) != MAGIC || data.get(5) != MAJOR) {
      return Map.of();
    }
    data.order(data.get(4) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int at = data.getInt(24);
    int entries = data.getInt(28);
    var numbers = new HashMap<String, Long>();
    for (int i = 0; i < entries; i++) {
      if (at < PROLOGUE || at > file.length - ENTRY_HEAD) {
        return Map.of();
      }
      int length = data.getInt(at);
      if (length < ENTRY_HEAD
          || length > file.length - at
          || !add(data.slice(at, length).order(data.order()), numbers)) {
        return Map.of();
      }
      at += length;
    }
    return numbers;
  }

  /** Adds what is a number; false where the entry points outside of itself. */
  private static boolean add(ByteBuffer entry, Map<String, Long> numbers) {
    int name = entry.getInt(4);
    int value = entry.getInt(16);
    if (entry.get(12) != LONG || entry.getInt(8) != 0) {
      return true; // a text, of which nobody here wants anything
    }
    int end = name;
    while (end >= ENTRY_HEAD && end < entry.limit() && entry.get(end) != 0) {
      end++;
    }
    if (end < ENTRY_HEAD
        || end >= entry.limit()
        || value < ENTRY_HEAD
        || value > entry.limit() - Long.BYTES) {
      return false;
    }
    var bytes = new byte[end - name];
    entry.get(name, bytes);
    numbers.put(new String(bytes, StandardCharsets.US_ASCII), entry.getLong(value));
    return true;
  }
}
