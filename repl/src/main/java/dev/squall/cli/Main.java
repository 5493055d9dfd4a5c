package dev.squall.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Where {@code ./squall} begins. */
public final class Main {
  private Main() {}

  /** Runs a command and exits with its code; a signal's exit code is the signal's. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = execute(out, err, arguments);
    out.flush();
    err.flush();
    if (!Interruption.happened()) {
      System.exit(code);
    }
  }

  /** Without anything to be read, nobody reads it: a prompt is wanted at once. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return arguments.length == 0
        ? new Conversation(out, err).of(List.of(), Optional.empty())
        : SquallCommand.execute(out, err, arguments);
  }
}
