package dev.squall.repl;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is written: straight to the terminal while something is evaluated, and above the
 * line that is being entered otherwise, whole lines at a time.
 */
final class Paper {
  private final Terminal terminal;
  private final Object screen;
  private final StringBuilder begun = new StringBuilder();
  private volatile @Nullable LineReader reader;

  /**
   * Of a terminal.
   *
   * @param screen held while something is written
   */
  Paper(Terminal terminal, Object screen) {
    this.terminal = terminal;
    this.screen = screen;
  }

  /** Lines are entered here. */
  void isEnteredIn(LineReader other) {
    reader = other;
  }

  /** What snippets print. */
  PrintStream stream() {
    return new PrintStream(new Stream(), true, StandardCharsets.UTF_8);
  }

  private final class Stream extends OutputStream {
    private final java.io.ByteArrayOutputStream split = new java.io.ByteArrayOutputStream();

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    /** Characters that come in pieces wait for their rest. */
    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      split.write(bytes, from, length);
      var all = split.toByteArray();
      int whole = wholeCharacters(all);
      split.reset();
      split.write(all, whole, all.length - whole);
      if (whole > 0) {
        print(new String(all, 0, whole, StandardCharsets.UTF_8));
      }
    }
  }

  /** Up to where no character is cut: the last one may lack some of its bytes (RFC 3629). */
  static int wholeCharacters(byte[] bytes) {
    for (int back = 1; back <= Math.min(4, bytes.length); back++) {
      int b = bytes[bytes.length - back] & 0xff;
      if ((b & 0xc0) != 0x80) {
        int length = b < 0x80 ? 1 : b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : b >= 0xc0 ? 2 : 1;
        return length > back ? bytes.length - back : bytes.length;
      }
    }
    return bytes.length;
  }

  /** A line. */
  void line(String text) {
    print(text + "\n");
  }

  /** A text, of which only whole lines are seen at once while somebody is entering another. */
  void print(String text) {
    synchronized (screen) {
      var entered = reader;
      if (entered == null || !entered.isReading()) {
        terminal.writer().print(begun);
        begun.setLength(0);
        terminal.writer().print(text);
        terminal.writer().flush();
        return;
      }
      begun.append(text);
      int end = begun.lastIndexOf("\n");
      if (end >= 0) {
        entered.printAbove(AttributedString.fromAnsi(begun.substring(0, end)));
        begun.delete(0, end + 1);
      }
    }
  }
}
