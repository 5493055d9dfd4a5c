package dev.squall.http;

import org.jspecify.annotations.Nullable;

/**
 * Takes the chunked coding away (RFC 9112 §7.1), a byte at a time where there is framing and a
 * range at a time where there is data. Ends before the trailer section.
 */
final class ChunkedBody {
  private static final int MAX_DIGITS = 15;

  private enum State {
    SIZE,
    AFTER_SIZE,
    EXTENSION,
    SIZE_LF,
    DATA,
    DATA_CR,
    DATA_LF,
    LAST
  }

  private final int maxExtensionBytes;
  private State state = State.SIZE;
  private long size;
  private int digits;
  private int extension;
  private @Nullable Fault fault;

  ChunkedBody(int maxExtensionBytes) {
    this.maxExtensionBytes = maxExtensionBytes;
  }

  void begin() {
    state = State.SIZE;
    size = 0;
    digits = 0;
    extension = 0;
    fault = null;
  }

  /** Whether the last chunk has been read, so that the trailer section comes next. */
  boolean atTrailer() {
    return state == State.LAST;
  }

  /** What was wrong with the byte at which {@link #feed} stopped. */
  @Nullable Fault fault() {
    return fault;
  }

  /** Reads until the bytes, the chunks or their correctness end; returns where. */
  int feed(byte[] buf, int from, int to, ResponseSink sink) {
    int pos = from;
    while (pos < to && state != State.LAST) {
      if (state == State.DATA) {
        int end = (int) Math.min(to, pos + size);
        sink.body(buf, pos, end);
        size -= end - pos;
        pos = end;
        if (size == 0) {
          state = State.DATA_CR;
        }
      } else {
        fault = frame(buf[pos]);
        if (fault != null) {
          return pos;
        }
        pos++;
      }
    }
    return pos;
  }

  private @Nullable Fault frame(byte b) {
    return switch (state) {
      case SIZE -> size(b);
      case AFTER_SIZE -> afterSize(b);
      case EXTENSION -> extension(b);
      case SIZE_LF -> sizeEnd(b);
      case DATA_CR -> then(b, '\r', State.DATA_LF);
      case DATA_LF -> then(b, '\n', State.SIZE);
      case DATA, LAST -> throw new IllegalStateException(state.name());
    };
  }

  private @Nullable Fault size(byte b) {
    int digit = Octets.hex(b);
    if (digit < 0) {
      return digits == 0 ? Fault.CHUNK_SIZE : afterSize(b);
    }
    if (digits == MAX_DIGITS) {
      return Fault.CHUNK_TOO_LONG;
    }
    digits++;
    size = size << 4 | digit;
    return null;
  }

  private @Nullable Fault afterSize(byte b) {
    switch (b) {
      case ' ', '\t' -> {
        state = State.AFTER_SIZE;
        return longer();
      }
      case ';' -> state = State.EXTENSION;
      case '\r' -> state = State.SIZE_LF;
      default -> {
        return Fault.CHUNK_SIZE_END;
      }
    }
    return null;
  }

  /** An extension means nothing to us and may hold what it likes but line ends. */
  private @Nullable Fault extension(byte b) {
    if (b == '\r') {
      state = State.SIZE_LF;
      return null;
    }
    return b == '\n' ? Fault.CHUNK_SIZE_END : longer();
  }

  private @Nullable Fault longer() {
    return ++extension > maxExtensionBytes ? Fault.LONG_EXTENSION : null;
  }

  private @Nullable Fault sizeEnd(byte b) {
    if (b != '\n') {
      return Fault.CHUNK_SIZE_END;
    }
    state = size == 0 ? State.LAST : State.DATA;
    digits = 0;
    extension = 0;
    return null;
  }

  private @Nullable Fault then(byte b, char expected, State next) {
    if (b != expected) {
      return Fault.CHUNK_END;
    }
    state = next;
    return null;
  }
}
