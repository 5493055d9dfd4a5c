package dev.squall.shell.reply;

import dev.squall.sheet.Display;
import dev.squall.sheet.Numbers;
import dev.squall.shell.reply.Line.Span;
import dev.squall.stats.Trace.TracedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How two answers differ: in status, in headers, and in their bodies by path where both are JSON,
 * else by lines. What is another one in every answer is not counted: Date, ETag, the values of
 * cookies, ids of requests, and in a body what looks like a moment, a UUID or a token.
 */
public final class ResponseDiff {
  private static final int MOST_SHOWN = 100;
  private static final int MOST_NAMED = 8;
  private static final int WIDEST = 40;

  private final TracedStep before;
  private final TracedStep after;
  private final boolean reveals;
  private final Differences differences;

  private ResponseDiff(TracedStep before, TracedStep after, boolean strict, boolean reveals) {
    this.before = before;
    this.after = after;
    this.reveals = reveals;
    differences = new Differences(strict, new Masks(reveals));
    compare();
  }

  /** The first answer against the second one, secrets masked. */
  public static ResponseDiff of(TracedStep before, TracedStep after) {
    return new ResponseDiff(before, after, false, false);
  }

  /** The same with nothing ignored. */
  public ResponseDiff strict() {
    return new ResponseDiff(before, after, true, reveals);
  }

  /** The same with secrets shown. */
  public ResponseDiff revealed() {
    return new ResponseDiff(before, after, differences.isStrict(), true);
  }

  /** What differs, in the order of status, headers and body. */
  public List<Difference> differences() {
    return List.copyOf(differences.found);
  }

  /** What differs as it always does; {@link Difference#note} says what it is. */
  public List<Difference> ignored() {
    return List.copyOf(differences.ignored);
  }

  /** Whether nothing differs that was not ignored. */
  public boolean isSame() {
    return differences.found.isEmpty();
  }

  private void compare() {
    if (before.status() != after.status()) {
      differences.add(Difference.changed("status", status(before), status(after), ""));
    }
    HeaderDiff.compare(before.headers(), after.headers(), differences);
    if (before.body().equals(after.body())) {
      return;
    }
    var one = JsonReader.read(before.body());
    var other = JsonReader.read(after.body());
    if (one.isPresent() && other.isPresent()) {
      JsonDiff.compare(one.get(), other.get(), differences);
    } else if (one.isPresent() != other.isPresent()
        || !kind(before).equals(kind(after))
        || kind(before).equals("binary")) {
      differences.add(Difference.changed("body", kind(before), kind(after), ""));
    } else {
      TextDiff.compare(before.body(), after.body(), differences);
    }
  }

  private static String status(TracedStep step) {
    return step.status() == 0
        ? "no answer"
        : (step.status() + " " + Reasons.of(step.status())).strip();
  }

  private static String kind(TracedStep step) {
    return switch (BodyKind.of(step)) {
      case BodyKind.Empty() -> "nothing";
      case BodyKind.Binary() -> "binary";
      case BodyKind.Document(_) -> "JSON";
      case BodyKind.Markup(var isXml) -> isXml ? "XML" : "HTML";
      case BodyKind.Broken(_) -> "broken JSON";
      case BodyKind.Plain() -> "text";
    };
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    int width =
        differences.found.stream()
            .mapToInt(one -> Math.min(WIDEST, Display.width(one.where())))
            .max()
            .orElse(0);
    differences.found.stream().limit(MOST_SHOWN).forEach(one -> lines.add(line(one, width)));
    int more = differences.found.size() - lines.size();
    if (more > 0) {
      lines.add(Line.of(Tone.FAINT, "… " + Numbers.count(more) + " more"));
    }
    return lines;
  }

  private static Line line(Difference one, int width) {
    var tone =
        switch (one.sign()) {
          case ADDED -> Tone.GOOD;
          case REMOVED -> Tone.BAD;
          case CHANGED -> Tone.NOTE;
        };
    var where = Display.printable(one.where());
    var padding = " ".repeat(Math.max(0, width - Display.width(where)) + 2);
    return new Line(
        List.of(
            new Span(tone, one.sign().mark() + " "),
            new Span(Tone.KEY, where),
            new Span(Tone.PLAIN, padding + one.values()),
            new Span(Tone.FAINT, one.note().isEmpty() ? "" : "  (" + one.note() + ")")));
  }

  private String summary() {
    var ignored = differences.ignored;
    var named =
        ignored.stream()
            .limit(MOST_NAMED)
            .map(ResponseDiff::named)
            .collect(Collectors.joining(", "));
    int more = ignored.size() - MOST_NAMED;
    var all = more > 0 ? named + " and " + Numbers.count(more) + " more" : named;
    if (isSame()) {
      return ignored.isEmpty() ? "the same" : "the same but for " + all;
    }
    var counts =
        List.of(Difference.Sign.values()).stream()
            .map(this::counted)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    int count = differences.found.size();
    return Numbers.count(count)
        + (count == 1 ? " difference: " : " differences: ")
        + counts
        + (ignored.isEmpty() ? "" : " · ignored: " + all);
  }

  private static String named(Difference one) {
    var where = Display.printable(one.where()).replaceFirst("^header ", "");
    return one.note().isEmpty() ? where : where + " (" + one.note() + ")";
  }

  private String counted(Difference.Sign sign) {
    long count = differences.found.stream().filter(one -> one.sign() == sign).count();
    var word =
        switch (sign) {
          case ADDED -> "added";
          case REMOVED -> "removed";
          case CHANGED -> "changed";
        };
    return count == 0 ? "" : Numbers.count(count) + " " + word;
  }

  /** As a terminal shows it. */
  public String text(boolean colour) {
    return lines().stream().map(line -> line.text(colour) + "\n").collect(Collectors.joining())
        + summary()
        + "\n";
  }

  /** As a fragment of a page with its style, for a cell of a notebook. */
  public String html() {
    return lines().stream()
        .map(line -> "<div>" + line.html() + "</div>\n")
        .collect(
            Collectors.joining(
                "",
                "<style>\n" + ReplyHtml.STYLE + "</style>\n<div class=\"squall-reply\">\n",
                "<div class=\"f\">" + Html.escaped(summary()) + "</div>\n</div>\n"));
  }

  /** A line for each difference, begun by {@code +}, {@code -} or {@code ~}, and a summary. */
  @Override
  public String toString() {
    return text(false);
  }
}
