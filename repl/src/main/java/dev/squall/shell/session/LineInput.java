package dev.squall.shell.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What snippets read, a line at a time: a read gives what is left of the line and asks for another
 * one only when nothing is left. An interrupt ends a read that waits.
 */
public final class LineInput extends InputStream {
  /** Who has the lines. */
  @FunctionalInterface
  public interface Lines {
    /** The next line without its end; nothing when there are no more. */
    Optional<String> next() throws InterruptedException;
  }

  private final Lines lines;
  private byte[] line = {};
  private int at;

  /** Of these lines. */
  public LineInput(Lines lines) {
    this.lines = lines;
  }

  private boolean isAtEnd() throws IOException {
    if (at < line.length) {
      return false;
    }
    try {
      var next = lines.next();
      line = next.map(text -> (text + "\n").getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
      at = 0;
      return next.isEmpty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it waited for a line");
    }
  }

  @Override
  public synchronized int read() throws IOException {
    return isAtEnd() ? -1 : line[at++] & 0xFF;
  }

  @Override
  public synchronized int read(byte[] octets, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int some = Math.min(count, line.length - at);
    System.arraycopy(line, at, octets, from, some);
    at += some;
    return some;
  }

  @Override
  public synchronized int available() {
    return line.length - at;
  }
}
