package dev.squall.shell.probe;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import dev.squall.scenario.Request;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displayable;
import dev.squall.shell.display.View;
import dev.squall.shell.reply.ReplyHtml;
import dev.squall.shell.reply.ReplyText;
import dev.squall.stats.HeaderLine;
import dev.squall.stats.Trace.TracedStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a probe.
 *
 * @param request what was asked
 * @param step what went over the wire, and how long it took
 */
public record Response(Request request, TracedStep step) implements Displayable {

  /** Such as 200; 0 when no answer came. */
  public int status() {
    return step.status();
  }

  /** As text, decoded. */
  public String body() {
    return step.body();
  }

  /** All of them, in their order. */
  public List<HeaderLine> headers() {
    return step.headers();
  }

  /** The first one of a name, in any case. */
  public Optional<String> header(String name) {
    return step.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(HeaderLine::value)
        .findFirst();
  }

  /**
   * What a JSONPath selects in the body: a text, a number, a truth, a list or a map; null where
   * nothing is.
   */
  public @Nullable Object json(String path) {
    try {
      return JsonPath.read(step.body(), path);
    } catch (PathNotFoundException _) {
      return null;
    }
  }

  /** From the first byte written to the last one read, in milliseconds. */
  public double millis() {
    return step.serviceMs();
  }

  @Override
  public Bundle display(View view) {
    return shown(view, false, false);
  }

  /**
   * For someone, with more of it.
   *
   * @param headers whether the answer's headers are shown
   * @param full whether nothing is folded
   */
  public Bundle shown(View view, boolean headers, boolean full) {
    var how =
        new dev.squall.shell.reply.View(
            view.columns(), view.rows() - 6, view.colour(), view.reveals(), full, headers);
    return Bundle.of(ReplyText.of(step, how).stripTrailing(), ReplyHtml.alone(step, how));
  }

  @Override
  public String toString() {
    return display(View.PLAIN).text();
  }
}
