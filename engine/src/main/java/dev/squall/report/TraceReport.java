package dev.squall.report;

import dev.squall.sample.Outcome;
import dev.squall.secret.Secrets;
import dev.squall.sheet.Numbers;
import dev.squall.stats.HeaderLine;
import dev.squall.stats.Trace;
import dev.squall.stats.Trace.TracedStep;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One iteration in full: what each request was and what came of it.
 *
 * @param trace the iteration
 * @param reveals whether secrets are shown: values under names such as password, token or cookie
 */
public record TraceReport(Trace trace, boolean reveals) {
  /** Of a body. Nobody reads further on a screen. */
  private static final int MOST_CHARACTERS = 1 << 16;

  @Override
  public String toString() {
    var text = new StringBuilder();
    int number = 1;
    for (var step : trace.steps()) {
      add(text, number++, step);
    }
    if (!trace.variables().isEmpty()) {
      text.append("\nvariables\n");
      trace
          .variables()
          .forEach((name, value) ->
              text.append("  ").append(name).append(" = ").append(value(name, value)).append('\n'));
    }
    return text.append('\n').append(sentence()).append('\n').toString();
  }

  private String sentence() {
    return String.format(
        Locale.ROOT,
        "%s: %s, %d %s in %s ms%s",
        trace.scenario(),
        trace.success() ? "ok" : "failed" + trace.failedAtStep().map(" at "::concat).orElse(""),
        trace.steps().size(),
        trace.steps().size() == 1 ? "request" : "requests",
        Numbers.decimal(trace.totalMs()),
        trace.insecure() ? "; certificates NOT verified" : "");
  }

  private void add(StringBuilder text, int number, TracedStep step) {
    text.append(number == 1 ? "" : "\n")
        .append(number)
        .append("  ")
        .append(step.name())
        .append(step.name().equals(step.endpoint()) ? "" : "  " + step.endpoint())
        .append('\n');
    for (var hop : step.hops()) {
      text.append(
          "   ↪ %s  %d to %s\n"
              .formatted(
                  target(hop.url()), hop.status(), target(Paragraph.printable(hop.location()))));
    }
    lines(text, "   > ", request(step.request()));
    if (step.status() > 0) {
      text.append("   < ").append(answered(step)).append('\n');
      lines(text, "   < ", head(step.headers()));
      text.append(step.body().isEmpty() ? "" : "   <\n");
      lines(text, "   < ", body(step.body()));
    }
    for (var check : step.checks()) {
      text.append(check.ok() ? "   ✓ " : "   ✗ ")
          .append(Paragraph.printable(check.check()))
          .append(check.ok() ? "" : ", it was " + value(check.check(), shownBody(check.actual())))
          .append('\n');
    }
    step.extracted()
        .forEach((name, value) ->
            text.append("   ").append(name).append(" = ").append(value(name, value)).append('\n'));
    if (step.outcome() instanceof Outcome.Failed(var category, var kind, var message)) {
      text.append(
          "   failed: %s (%s): %s\n".formatted(category.label(), kind, value(kind, message)));
    } else if (step.outcome() instanceof Outcome.Interrupted) {
      text.append("   interrupted\n");
    }
  }

  private static String answered(TracedStep step) {
    return step.status()
        + " · "
        + Numbers.bytes(step.bytesReceived())
        + " · "
        + Numbers.decimal(step.responseMs())
        + " ms   "
        + (step.reused() ? "" : "connect " + Numbers.decimal(step.connectMs()) + " · ")
        + "service "
        + Numbers.decimal(step.serviceMs())
        + (step.reused() ? " · reused connection" : " · new connection");
  }

  private String head(List<HeaderLine> headers) {
    return headers.stream()
        .map(header -> header.name() + ": " + target(value(header.name(), header.value())))
        .collect(Collectors.joining("\n"));
  }

  private String request(String request) {
    int end = request.indexOf("\r\n\r\n");
    if (reveals) {
      return request;
    }
    return end < 0
        ? Secrets.head(request)
        : Secrets.head(request.substring(0, end))
            + "\n\n"
            + Secrets.body(request.substring(end + 4));
  }

  private static void lines(StringBuilder text, String mark, String words) {
    words
        .strip()
        .lines()
        .forEach(
            line -> text.append((mark + Paragraph.printable(line)).stripTrailing()).append('\n'));
  }

  private String body(String body) {
    if (body.codePoints().limit(1000).anyMatch(TraceReport::isBinary)) {
      return "(" + Numbers.count(body.length()) + " characters that are no text)";
    }
    var start = body.substring(0, Math.min(body.length(), MOST_CHARACTERS));
    return start.length() == body.length()
        ? shownBody(start)
        : shownBody(start)
            + "\n… "
            + Numbers.count(body.length() - start.length())
            + " characters more";
  }

  private String shownBody(String body) {
    return reveals ? body : Secrets.body(body);
  }

  private static boolean isBinary(int character) {
    return character == 0xFFFD || (character < ' ' && "\r\n\t\f".indexOf(character) < 0);
  }

  private String value(String name, String value) {
    return Paragraph.printable(reveals ? value : Secrets.shown(name, value));
  }

  private String target(String url) {
    return reveals ? url : Secrets.target(url);
  }
}
