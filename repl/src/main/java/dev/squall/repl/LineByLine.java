package dev.squall.repl;

import dev.squall.shell.Completeness;
import dev.squall.shell.Shell;
import dev.squall.shell.session.Tried;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** What comes from a pipe, a file or an argument: performed in its order, up to what goes wrong. */
public final class LineByLine {
  private static final int WENT_WRONG = 1;

  private final Shell shell;
  private final PlainFront front;
  private final PrintWriter err;
  private Optional<Tried> last = Optional.empty();

  /**
   * In a session.
   *
   * @param err told what went wrong
   */
  public LineByLine(Shell shell, PlainFront front, PrintWriter err) {
    this.shell = shell;
    this.front = front;
    this.err = err;
  }

  /**
   * Everything that a reader gives, each piece as soon as it is whole.
   *
   * @return the exit code: 0 when all of it went through, 1 when something did not
   */
  public int all(BufferedReader lines) throws IOException {
    var piece = new StringBuilder();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      piece.append(line).append('\n');
      var text = piece.toString();
      if (Slashes.isSlash(text)) {
        var code = slash(text);
        if (code.isPresent()) {
          return code.get();
        }
        piece.setLength(0);
      } else if (!text.isBlank() && isWhole(text.stripTrailing())) {
        if (!goesThrough(text)) {
          return WENT_WRONG;
        }
        piece.setLength(0);
      }
    }
    return piece.toString().isBlank() || goesThrough(piece.toString()) ? 0 : WENT_WRONG;
  }

  /**
   * One text at once.
   *
   * @return the exit code
   */
  public int text(String text) {
    return goesThrough(text) ? 0 : WENT_WRONG;
  }

  /** A probe may have headers and a body below it: what follows decides, and is not there yet. */
  private boolean isWhole(String text) {
    return !(shell.completeness(text) instanceof Completeness.Incomplete);
  }

  private Optional<Integer> slash(String text) {
    return switch (Slashes.of(text, shell)) {
      case Slashes.Wish.Leave(var code) -> Optional.of(code);
      case Slashes.Wish.Evaluate(var line) ->
          goesThrough(line) ? Optional.empty() : Optional.of(WENT_WRONG);
      case Slashes.Wish.Show(var shown) -> {
        front.note(shown);
        yield Optional.empty();
      }
      case Slashes.Wish.Edit _, Slashes.Wish.EditStep _ -> {
        err.println("squall: /edit is for a terminal");
        yield Optional.of(WENT_WRONG);
      }
    };
  }

  /** An answer that never came is no success, though nothing was wrong with what was entered. */
  private boolean goesThrough(String text) {
    var reply = shell.evaluate(text, front);
    reply.result().ifPresent(front::show);
    reply.failure().ifPresent(failure -> err.println(failure.text()));
    err.flush();
    var now = shell.session().last();
    boolean isNew = !now.equals(last);
    last = now;
    return reply.ok()
        && !(isNew && now.filter(tried -> tried.response().status() == 0).isPresent());
  }
}
