package dev.squall.shell.reply;

import dev.squall.sample.Outcome;
import dev.squall.sheet.Display;
import dev.squall.sheet.Numbers;
import dev.squall.shell.reply.Line.Span;
import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.List;

/** All that is said of an answer before its body: redirects, status, size, times, what failed. */
final class Headline {
  private static final String GAP = "   ";
  private static final int CLIENT_ERROR = 400;
  private static final int REDIRECT = 300;

  private final TracedStep step;
  private final Masks masks;
  private final List<Line> lines = new ArrayList<>();

  private Headline(TracedStep step, Masks masks) {
    this.step = step;
    this.masks = masks;
  }

  static List<Line> of(TracedStep step, View view) {
    var headline = new Headline(step, new Masks(view.reveals()));
    headline.redirects();
    headline.status(view.columns());
    headline.failure();
    if (view.headers()) {
      headline.lines.addAll(headers(step, headline.masks));
    }
    return headline.lines;
  }

  private void redirects() {
    for (var hop : step.hops()) {
      lines.add(
          new Line(
              List.of(
                  new Span(
                      Tone.NOTE, ("↪ " + hop.status() + " " + Reasons.of(hop.status())).strip()),
                  new Span(Tone.PLAIN, " " + shown(hop.url()) + " → " + shown(hop.location())),
                  new Span(Tone.FAINT, " · " + Numbers.decimal(hop.serviceMs()) + " ms"))));
    }
  }

  private void status(int columns) {
    var spans = new ArrayList<Span>();
    if (step.status() > 0) {
      spans.add(new Span(tone(), (step.status() + " " + Reasons.of(step.status())).strip()));
      spans.add(new Span(Tone.PLAIN, " · " + Numbers.bytes(step.bytesReceived())));
    } else {
      spans.add(new Span(Tone.BAD, step.request().isEmpty() ? "nothing was sent" : "no answer"));
    }
    if (step.responseMs() > 0) {
      spans.add(new Span(Tone.PLAIN, " · " + Numbers.decimal(step.responseMs()) + " ms"));
    }
    var times = String.join(" · ", Timing.of(step).words());
    int width = spans.stream().mapToInt(span -> Display.width(span.text())).sum();
    if (width + GAP.length() + Display.width(times) > columns) {
      lines.add(new Line(spans));
      spans.clear();
    }
    if (!times.isEmpty()) {
      spans.add(new Span(Tone.FAINT, GAP + times));
    }
    if (!spans.isEmpty()) {
      lines.add(new Line(spans));
    }
  }

  private Tone tone() {
    return step.status() >= CLIENT_ERROR
        ? Tone.BAD
        : step.status() >= REDIRECT ? Tone.NOTE : Tone.GOOD;
  }

  private void failure() {
    switch (step.outcome()) {
      case Outcome.Ok() -> {}
      case Outcome.Interrupted() -> lines.add(Line.of(Tone.BAD, "✗ interrupted"));
      case Outcome.Failed(var category, var kind, var message) -> {
        switch (category) {
          // Their words are the status, and the checks themselves.
          case CLIENT_ERROR, SERVER_ERROR, CHECK_FAILED -> {}
          case TIMEOUT_ERROR, NETWORK_ERROR, TLS_ERROR, OTHER_ERROR, SCRIPT_ERROR ->
              lines.add(
                  new Line(
                      List.of(
                          new Span(Tone.BAD, "✗ " + category.label()),
                          new Span(Tone.PLAIN, " (" + shown(kind) + "): " + shown(message)))));
        }
        Advice.ofFailure(kind).ifPresent(this::advice);
      }
    }
    Advice.ofStatus(step).ifPresent(this::advice);
  }

  private void advice(String words) {
    lines.add(Line.of(Tone.FAINT, "  " + shown(words)));
  }

  static List<Line> headers(TracedStep step, Masks masks) {
    return step.headers().stream()
        .map(header ->
            new Line(
                List.of(
                    new Span(Tone.KEY, Display.printable(header.name())),
                    new Span(Tone.FAINT, ": "),
                    new Span(
                        Tone.PLAIN,
                        Display.printable(masks.header(header.name(), header.value()))))))
        .toList();
  }

  private String shown(String text) {
    return Display.printable(masks.text(text));
  }
}
