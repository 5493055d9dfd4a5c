package dev.squall.shell.eval;

import dev.squall.run.RunObserver;
import java.io.InputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * What the threads of an evaluation see around them.
 *
 * @param out where what they print to {@code System.out} goes
 * @param err the same of {@code System.err}
 * @param in what they read from {@code System.in}
 * @param observer hears of the runs that they start
 * @param owner whose evaluation it is
 */
public record Surroundings(
    PrintStream out,
    PrintStream err,
    InputStream in,
    @Nullable RunObserver observer,
    @Nullable Object owner) {

  /** With nobody who hears of runs, and no owner. */
  public Surroundings(PrintStream out, PrintStream err, InputStream in) {
    this(out, err, in, null, null);
  }
}
