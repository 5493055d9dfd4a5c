package dev.squall.http;

import org.jspecify.annotations.Nullable;

/** What the header lines of one answer say about its length and its connection (RFC 9112 §6). */
final class Framing {
  private static final byte[] CONTENT_LENGTH = Octets.ascii("content-length");
  private static final byte[] TRANSFER_ENCODING = Octets.ascii("transfer-encoding");
  private static final byte[] CONNECTION = Octets.ascii("connection");
  private static final byte[] CHUNKED = Octets.ascii("chunked");
  private static final byte[] IDENTITY = Octets.ascii("identity");
  private static final byte[] CLOSE = Octets.ascii("close");
  private static final byte[] KEEP_ALIVE = Octets.ascii("keep-alive");

  private long length;
  private boolean coded;
  private boolean chunked;
  private boolean close;
  private boolean keepAlive;

  void begin() {
    length = -1;
    coded = false;
    chunked = false;
    close = false;
    keepAlive = false;
  }

  /** Content-Length in bytes, or -1. */
  long length() {
    return length;
  }

  /** Whether any transfer coding was applied. */
  boolean coded() {
    return coded;
  }

  /** Whether chunked was the last coding applied. */
  boolean chunked() {
    return chunked;
  }

  /** Whether the server leaves the connection open as far as its words go (RFC 9112 §9.3). */
  boolean keepsAlive(int minorVersion) {
    return !close && (minorVersion >= 1 || keepAlive);
  }

  /** Takes one header line; returns what is wrong with it. The lengths tell almost all apart. */
  @Nullable Fault field(byte[] buf, int nameFrom, int nameTo, int valueFrom, int valueTo) {
    return switch (nameTo - nameFrom) {
      case 10 -> {
        if (Octets.isWord(buf, nameFrom, nameTo, CONNECTION)) {
          connection(buf, valueFrom, valueTo);
        }
        yield null;
      }
      case 14 ->
          Octets.isWord(buf, nameFrom, nameTo, CONTENT_LENGTH)
              ? contentLength(buf, valueFrom, valueTo)
              : null;
      case 17 ->
          Octets.isWord(buf, nameFrom, nameTo, TRANSFER_ENCODING)
              ? transferEncoding(buf, valueFrom, valueTo)
              : null;
      default -> null;
    };
  }

  private void connection(byte[] buf, int from, int to) {
    for (int start = from; start <= to; ) {
      int comma = comma(buf, start, to);
      int first = skipBlanks(buf, start, comma);
      int last = skipBlanksBack(buf, first, comma);
      close |= Octets.isWord(buf, first, last, CLOSE);
      keepAlive |= Octets.isWord(buf, first, last, KEEP_ALIVE);
      start = comma + 1;
    }
  }

  /** One number, or a list of equal ones, which RFC 9112 §6.3 allows to take as one. */
  private @Nullable Fault contentLength(byte[] buf, int from, int to) {
    for (int start = from; start <= to; ) {
      int comma = comma(buf, start, to);
      int first = skipBlanks(buf, start, comma);
      long number = number(buf, first, skipBlanksBack(buf, first, comma));
      if (number < 0) {
        return Fault.LENGTH_NOT_A_NUMBER;
      }
      if (length >= 0 && length != number) {
        return Fault.TWO_LENGTHS;
      }
      length = number;
      start = comma + 1;
    }
    return null;
  }

  private @Nullable Fault transferEncoding(byte[] buf, int from, int to) {
    for (int start = from; start <= to; ) {
      int comma = comma(buf, start, to);
      int first = skipBlanks(buf, start, comma);
      int last = skipBlanksBack(buf, first, comma);
      if (last > first && !Octets.isWord(buf, first, last, IDENTITY)) {
        boolean again = Octets.isWord(buf, first, last, CHUNKED);
        if (again && chunked) {
          return Fault.CHUNKED_TWICE;
        }
        coded = true;
        chunked = again;
      }
      start = comma + 1;
    }
    return null;
  }

  private static int comma(byte[] buf, int from, int to) {
    int i = from;
    while (i < to && buf[i] != ',') {
      i++;
    }
    return i;
  }

  private static int skipBlanks(byte[] buf, int from, int to) {
    int i = from;
    while (i < to && Octets.isBlank(buf[i])) {
      i++;
    }
    return i;
  }

  private static int skipBlanksBack(byte[] buf, int from, int to) {
    int i = to;
    while (i > from && Octets.isBlank(buf[i - 1])) {
      i--;
    }
    return i;
  }

  /** Decimal digits as a number, or -1 if there is anything else, nothing, or more than a long. */
  private static long number(byte[] buf, int from, int to) {
    if (from == to) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = buf[i] - '0';
      if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
