package dev.squall.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Up to {@value #ROWS} rows in one array: of each value its length in bytes, seven bits a byte with
 * the lowest first and the eighth bit for more to come, then the value in UTF-8. A row costs its
 * text, about a byte per value and four bytes for where it begins.
 */
final class Block {
  /** A few of its rows are read when only one is wanted; and so many need one entry of an index. */
  static final int ROWS = 256;

  private static final int LOW_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final byte[] bytes;
  private final int[] begins;

  private Block(byte[] bytes, int[] begins) {
    this.bytes = bytes;
    this.begins = begins;
  }

  int size() {
    return begins.length;
  }

  void read(int row, String[] into) {
    int at = begins[row];
    for (int column = 0; column < into.length; column++) {
      int length = bytes[at] & LOW_BITS;
      for (int shift = 7; (bytes[at] & MORE) != 0; shift += 7) {
        at++;
        length |= (bytes[at] & LOW_BITS) << shift;
      }
      at++;
      into[column] = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
    }
  }

  /** Packs rows one by one. */
  static final class Packer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int[] begins = new int[ROWS];
    private int size;

    boolean isFull() {
      return size == ROWS;
    }

    int size() {
      return size;
    }

    void add(List<String> values) {
      begins[size++] = bytes.size();
      for (var value : values) {
        var text = value.getBytes(StandardCharsets.UTF_8);
        int length = text.length;
        for (; length > LOW_BITS; length >>>= 7) {
          bytes.write((length & LOW_BITS) | MORE);
        }
        bytes.write(length);
        bytes.writeBytes(text);
      }
    }

    Block pack() {
      return new Block(bytes.toByteArray(), Arrays.copyOf(begins, size));
    }
  }
}
