package dev.squall.shell.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * {@code System.out}, {@code System.err} and {@code System.in} as the threads of sessions know
 * them: each evaluation has its own. Other threads have the process's.
 */
final class Streams {
  static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  private static int sessions;
  private static PrintStream processOut = System.out;
  private static PrintStream processErr = System.err;
  private static InputStream processIn = System.in;

  private Streams() {}

  /** From the first session to the last; each finds them as they have to be. */
  static synchronized void open() {
    if (sessions++ == 0) {
      processOut = System.out;
      processErr = System.err;
      processIn = System.in;
    }
    // also of a later one: a snippet may have put others in their place
    System.setOut(printer(Token::out, processOut));
    System.setErr(printer(Token::err, processErr));
    System.setIn(new Reader(processIn));
  }

  static synchronized void close() {
    if (--sessions == 0) {
      System.setOut(processOut);
      System.setErr(processErr);
      System.setIn(processIn);
    }
  }

  private static PrintStream printer(Function<Token, PrintStream> which, PrintStream process) {
    return new PrintStream(new Writer(which, process), true, StandardCharsets.UTF_8) {
      // Whoever closes it in a snippet has written all of his; the others go on.
      @Override
      public void close() {
        flush();
      }
    };
  }

  /** To the stream of whoever writes. */
  private static final class Writer extends OutputStream {
    private final Function<Token, PrintStream> which;
    private final PrintStream process;

    Writer(Function<Token, PrintStream> which, PrintStream process) {
      this.which = which;
      this.process = process;
    }

    private PrintStream target() {
      var token = Token.here();
      return token == null ? process : which.apply(token);
    }

    @Override
    public void write(int octet) {
      target().write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int count) {
      target().write(octets, from, count);
    }

    @Override
    public void flush() {
      target().flush();
    }
  }

  /** From the stream of whoever reads; a read gives what is there, and waits only for nothing. */
  private static final class Reader extends InputStream {
    private final InputStream process;

    Reader(InputStream process) {
      this.process = process;
    }

    private InputStream source() {
      var token = Token.here();
      return token == null ? process : token.in();
    }

    @Override
    public int read() throws IOException {
      return source().read();
    }

    @Override
    public int read(byte[] octets, int from, int count) throws IOException {
      return source().read(octets, from, count);
    }

    @Override
    public int available() throws IOException {
      return source().available();
    }
  }
}
