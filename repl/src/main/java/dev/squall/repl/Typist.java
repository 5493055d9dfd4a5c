package dev.squall.repl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Somebody at a terminal made of streams: reads what is shown there, and enters the next line when
 * one is waited for, which a reader says by asking the terminal to mark what is pasted. What is
 * entered earlier is lost with the answers of the terminal that JLine asks for.
 */
public final class Typist extends OutputStream {
  private static final String WAITS = "\033[?2004h";
  private static final String WHAT_ARE_YOU = "\033[c";
  private static final String A_TERMINAL = "\033[?62;22c";

  private final Deque<String> lines;
  private final PipedOutputStream keys = new PipedOutputStream();
  private final InputStream input;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private int waits;
  private int asked;

  /** Enters these lines; a line ends as it is given, with a carriage return or without. */
  public Typist(List<String> lines) throws IOException {
    this.lines = new ArrayDeque<>(lines);
    this.input = new PipedInputStream(keys, 1 << 16);
  }

  /** What the terminal reads. */
  public InputStream input() {
    return input;
  }

  /** Everything that was shown so far. */
  public synchronized String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) throws IOException {
    shown.write(b);
    asked = matched(b, WHAT_ARE_YOU, asked);
    if (asked == WHAT_ARE_YOU.length()) {
      asked = 0;
      type(A_TERMINAL);
    }
    waits = matched(b, WAITS, waits);
    if (waits == WAITS.length()) {
      waits = 0;
      next();
    }
  }

  /** How much of a sequence has come; each begins with a character that stands in it once. */
  private static int matched(int b, String sequence, int before) {
    return b == sequence.charAt(before) ? before + 1 : b == sequence.charAt(0) ? 1 : 0;
  }

  private void next() throws IOException {
    var line = lines.poll();
    if (line == null) {
      keys.close();
    } else {
      type(line);
    }
  }

  private void type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }
}
