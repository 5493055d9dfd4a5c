package dev.squall.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a text stops to be UTF-8.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
record Utf8Fault(int line, int column) {
  private static final int CHUNK = 8192;

  /** The first of a stream; its end where there is none. */
  static Utf8Fault in(InputStream stream) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var bytes = ByteBuffer.allocate(CHUNK);
    var characters = CharBuffer.allocate(CHUNK);
    var at = new Utf8Fault(1, 1);
    while (true) {
      int count = stream.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.position(bytes.position() + Math.max(0, count)).flip();
      var result = decoder.decode(bytes, characters, count < 0);
      at = at.after(characters.flip());
      if (result.isError() || count < 0) {
        return at;
      }
      characters.clear();
      bytes.compact();
    }
  }

  private Utf8Fault after(CharBuffer characters) {
    int nextLine = line;
    int nextColumn = column;
    for (int i = 0; i < characters.length(); i++) {
      boolean ends = characters.charAt(i) == '\n';
      nextLine += ends ? 1 : 0;
      nextColumn = ends ? 1 : nextColumn + 1;
    }
    return new Utf8Fault(nextLine, nextColumn);
  }
}
