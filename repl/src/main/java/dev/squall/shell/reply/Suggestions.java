package dev.squall.shell.reply;

import dev.squall.scenario.Request;
import dev.squall.sheet.Display;
import dev.squall.shell.reply.Suggestion.ToCheck;
import dev.squall.shell.reply.Suggestion.ToExtract;
import dev.squall.stats.Trace.TracedStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be made of an answer, the most likely first: no more than eight of a kind, none that the
 * request has already.
 *
 * @param extractors values that look as if a later step needed them
 * @param checks what this answer shows that every answer should
 */
public record Suggestions(List<ToExtract> extractors, List<ToCheck> checks) {
  private static final int MOST = 8;
  private static final int VALUE = 24;
  private static final int WIDEST = 60;

  public Suggestions {
    extractors = extractors.stream().limit(MOST).toList();
    checks = checks.stream().limit(MOST).toList();
  }

  /** Of a request and what came of it; nothing where no answer came. */
  public static Suggestions of(Request request, TracedStep answer) {
    if (answer.status() == 0) {
      return new Suggestions(List.of(), List.of());
    }
    var body = JsonReader.read(answer.body());
    return new Suggestions(
        ValuesToKeep.of(request, answer, body), ThingsToExpect.of(request, answer, body));
  }

  /** Both, extractors first. */
  public List<Suggestion> all() {
    return Stream.<Suggestion>concat(extractors.stream(), checks.stream()).toList();
  }

  /** By the number that the list shows, from 1. */
  public Optional<Suggestion> numbered(int number) {
    return number < 1 || number > all().size()
        ? Optional.empty()
        : Optional.of(all().get(number - 1));
  }

  /** A numbered list of commands, each with what was seen and why. */
  @Override
  public String toString() {
    var all = all();
    if (all.isEmpty()) {
      return "nothing to suggest\n";
    }
    int command =
        all.stream()
            .mapToInt(one -> Math.min(WIDEST, Display.width(one.command())))
            .max()
            .orElse(0);
    var text = new StringBuilder();
    int number = 1;
    for (var one : all) {
      var shown = Display.printable(one.command());
      text.append("%2d  ".formatted(number++)).append(shown);
      text.append(" ".repeat(Math.max(0, command - Display.width(shown)))).append("  ");
      text.append(
              switch (one) {
                case ToExtract(_, _, var value, var reason) ->
                    Display.fit(Display.printable(value), VALUE) + "  (" + reason + ")";
                case ToCheck(_, var reason) -> "(" + reason + ")";
              })
          .append('\n');
    }
    return text.toString();
  }
}
