package dev.squall.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 strictly and knows which byte of the file a character begins at. Parsers tell where a
 * row begins in characters; only a byte can be sought.
 */
final class TrackedReader extends FilterReader {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int BYTES_OF_MARK = 3;

  /** What was handed out since the character last asked for: a parser reads ahead. */
  private final StringBuilder ahead = new StringBuilder();

  private long markedCharacter;
  private long markedByte;
  private boolean ended;

  private TrackedReader(InputStreamReader decoded, long firstByte) {
    super(decoded);
    markedByte = firstByte;
  }

  /**
   * From the beginning of a file, without its byte order mark.
   *
   * @param in a stream that can go back to a mark
   */
  static TrackedReader ofFile(InputStream in) throws IOException {
    in.mark(BYTES_OF_MARK);
    var head = new String(in.readNBytes(BYTES_OF_MARK), StandardCharsets.UTF_8);
    boolean marked = !head.isEmpty() && head.charAt(0) == BYTE_ORDER_MARK;
    if (!marked) {
      in.reset();
    }
    return new TrackedReader(strict(in), marked ? BYTES_OF_MARK : 0);
  }

  /** From within a file, where nobody asks for bytes. */
  static TrackedReader ofPart(InputStream in) {
    return new TrackedReader(strict(in), 0);
  }

  private static InputStreamReader strict(InputStream in) {
    return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
  }

  @Override
  public int read() throws IOException {
    var one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int count = in.read(into, from, length);
    if (count < 0) {
      ended = true;
    } else {
      ahead.append(into, from, count);
    }
    return count;
  }

  /** Whether somebody was told that nothing comes any more. */
  boolean ended() {
    return ended;
  }

  /**
   * The byte of the file at which a character begins.
   *
   * @param character its index from 0, the byte order mark not counted; never before the one that
   *     was asked for last
   */
  long byteOf(long character) {
    int count = Math.toIntExact(character - markedCharacter);
    for (int i = 0; i < count; i++) {
      markedByte += bytesOf(ahead.charAt(i));
    }
    ahead.delete(0, count);
    markedCharacter = character;
    return markedByte;
  }

  /** RFC 3629 §3; each half of a surrogate pair stands for two of its four bytes. */
  private static int bytesOf(char c) {
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}
