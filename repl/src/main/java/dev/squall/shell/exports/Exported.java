package dev.squall.shell.exports;

import dev.squall.problem.Problem;
import java.util.List;

/**
 * A scenario as a text.
 *
 * @param text the text, which ends with a line's end
 * @param leftOut what the format cannot say, or says otherwise; a comment in the text says it too
 * @param secrets what the environment has to hold before the text is run
 */
public record Exported(String text, List<Problem> leftOut, List<Secret> secrets) {
  public Exported {
    leftOut = List.copyOf(leftOut);
    secrets = List.copyOf(secrets);
  }
}
