package dev.squall.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer within a limit, and its content codings undone when somebody reads it. The
 * limit holds before and after.
 */
final class AnswerBody {
  /** What a user holds on to between requests; thousands of users do. */
  private static final int LARGE = 256 << 10;

  private static final byte[] NOTHING = {};

  /**
   * Why a body cannot be read.
   *
   * @param kind of the failed outcome
   * @param message in words
   */
  record Unreadable(String kind, String message) {}

  private int limit;
  private byte[] raw = NOTHING;
  private int rawLength;
  private boolean cut;
  private String coding = "";
  private boolean read;
  private byte[] bytes = NOTHING;
  private int length;
  private @Nullable String text;
  private @Nullable Unreadable unreadable;

  /** Before an exchange. */
  void begin(int mostBytes) {
    limit = mostBytes;
    rawLength = 0;
    cut = false;
    coding = "";
    read = false;
    bytes = NOTHING;
    length = 0;
    text = null;
    unreadable = null;
    if (raw.length > LARGE) {
      raw = NOTHING;
    }
  }

  /** What a Content-Encoding header says; several of them are one list (RFC 9110 §5.3). */
  void coded(String value) {
    coding = coding.isEmpty() ? value : coding + "," + value;
  }

  /** The next bytes as they came. */
  void append(byte[] buf, int from, int to) {
    int more = Math.min(to - from, limit - rawLength);
    cut |= more < to - from;
    if (raw.length - rawLength < more) {
      raw = grown(raw, rawLength, more);
    }
    System.arraycopy(buf, from, raw, rawLength, more);
    rawLength += more;
  }

  private static byte[] grown(byte[] array, int length, int more) {
    long wanted = Math.max(2048, Math.max(array.length * 2L, (long) length + more));
    return Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8, wanted));
  }

  /** The decoded bytes, from 0 to {@link #length}. */
  byte[] bytes() {
    read();
    return bytes;
  }

  int length() {
    read();
    return length;
  }

  /** As UTF-8 text, decoded once. */
  String text() {
    read();
    var known = text;
    if (known == null) {
      known = new String(bytes, 0, length, StandardCharsets.UTF_8);
      text = known;
    }
    return known;
  }

  /** Why nobody can read it; nothing where it can be read. */
  @Nullable Unreadable unreadable() {
    read();
    return unreadable;
  }

  /** For a person: the text, and where it is not all, a line that says so. */
  String shown() {
    var why = unreadable();
    return why == null ? text() : text() + "\n[" + why.message() + "]";
  }

  private void read() {
    if (read) {
      return;
    }
    read = true;
    if (cut) {
      unreadable = tooLong();
    }
    if (coding.isEmpty() || rawLength == 0) {
      bytes = raw;
      length = rawLength;
    } else {
      decode();
    }
  }

  private void decode() {
    try (var decoded = Codings.undone(coding, new ByteArrayInputStream(raw, 0, rawLength))) {
      fill(decoded);
    } catch (Codings.UnknownCoding e) {
      unreadable = new Unreadable("unknown_coding", e.what());
    } catch (IOException | RuntimeException e) {
      // A decoder may stumble over what it is given in any way; a body that was cut must.
      if (unreadable == null) {
        unreadable =
            new Unreadable(
                "decode_error",
                "the body cannot be decoded as " + Evaluation.cut(coding) + ": " + e.getMessage());
      }
    }
  }

  private void fill(InputStream decoded) throws IOException {
    bytes = new byte[Math.clamp(rawLength * 4L, 2048, LARGE)];
    while (true) {
      if (length == bytes.length) {
        bytes = grown(bytes, length, 1);
      }
      int n = decoded.read(bytes, length, bytes.length - length);
      if (n < 0) {
        return;
      }
      if (n > limit - length) {
        length = limit;
        unreadable = tooLong();
        return;
      }
      length += n;
    }
  }

  private Unreadable tooLong() {
    return new Unreadable(
        "body_too_long",
        "the body is longer than the %d bytes kept; keptBody(bytes) keeps more".formatted(limit));
  }
}
