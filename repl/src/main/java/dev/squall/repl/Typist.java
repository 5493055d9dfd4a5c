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
 * the prompt waits for it. What is entered earlier is lost with the answers of the terminal that
 * JLine asks for.
 */
public final class Typist extends OutputStream {
  private static final byte[] PROMPT = " ❯ ".getBytes(StandardCharsets.UTF_8);
  private static final String WHAT_ARE_YOU = "\033[c";
  private static final String A_TERMINAL = "\033[?62;22c";

  private final Deque<String> lines;
  private final PipedOutputStream keys = new PipedOutputStream();
  private final InputStream input;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private int matched;
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
    asked = b == WHAT_ARE_YOU.charAt(asked) ? asked + 1 : 0;
    if (asked == WHAT_ARE_YOU.length()) {
      asked = 0;
      type(A_TERMINAL);
    }
    matched = (byte) b == PROMPT[matched] ? matched + 1 : 0;
    if (matched == PROMPT.length) {
      matched = 0;
      next();
    }
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
