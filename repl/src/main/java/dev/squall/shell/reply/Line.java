package dev.squall.shell.reply;

import dev.squall.sheet.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of a screen in pieces, harmless already. */
record Line(List<Span> spans) {
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  record Span(Tone tone, String text) {}

  Line {
    spans = List.copyOf(spans);
  }

  static Line of(Tone tone, String text) {
    return new Line(List.of(new Span(tone, text)));
  }

  int width() {
    return spans.stream().mapToInt(span -> Display.width(span.text())).sum();
  }

  /** At most so many cells, with an ellipsis for what is left out at the end. */
  Line cut(int columns) {
    if (width() <= columns) {
      return this;
    }
    var kept = new ArrayList<Span>();
    int room = columns - 1;
    for (var span : spans) {
      int width = Display.width(span.text());
      if (width > room) {
        kept.add(new Span(span.tone(), start(span.text(), room)));
        break;
      }
      kept.add(span);
      room -= width;
    }
    kept.add(new Span(Tone.FAINT, "…"));
    return new Line(kept);
  }

  /** As much of a text as so many cells show. */
  static String start(String text, int cells) {
    var clusters = CLUSTER.matcher(text);
    int end = 0;
    int room = cells;
    while (room > 0 && clusters.find()) {
      room -= Display.width(clusters.group());
      end = room >= 0 ? clusters.end() : end;
    }
    return text.substring(0, end);
  }

  String text(boolean colour) {
    return spans.stream()
        .map(span -> colour ? span.tone().ansi(span.text()) : span.text())
        .collect(Collectors.joining());
  }

  String html() {
    return spans.stream()
        .map(span -> span.tone().html(Html.escaped(span.text())))
        .collect(Collectors.joining());
  }
}
