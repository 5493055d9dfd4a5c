package dev.squall.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command line that was run inside this process. */
record CommandLineRun(int code, String out, String err) {
  static CommandLineRun of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        SquallCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new CommandLineRun(code, out.toString(), err.toString());
  }
}
