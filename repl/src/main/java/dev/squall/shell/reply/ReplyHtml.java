package dev.squall.shell.reply;

import dev.squall.sheet.Numbers;
import dev.squall.stats.Trace.TracedStep;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer as a fragment of a page: XML as well as HTML, without scripts, loading nothing. What is
 * folded opens by itself where it is clicked, so nothing needs to be asked for again.
 */
public final class ReplyHtml {
  /**
   * How answers look, once for a page. All colours are mixed with the ink that is there already, so
   * that they can be read on light and on dark whoever decides which; a page may give {@code
   * --reply-string}, {@code --reply-number}, {@code --reply-word}, {@code --reply-good} and {@code
   * --reply-bad}.
   */
  public static final String STYLE =
      """
      .squall-reply {
        font: 0.85rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        overflow-x: auto; padding-left: 1.1em;
      }
      .squall-reply div, .squall-reply pre, .squall-reply summary {
        background: none; border: 0; color: inherit; font: inherit; margin: 0;
        overflow-wrap: anywhere; padding: 0; white-space: pre-wrap;
      }
      .squall-reply .in { padding-left: 1.6em; }
      .squall-reply details { margin: 0; }
      .squall-reply summary { cursor: pointer; list-style: none; margin-left: -1.1em; padding-left: 1.1em; position: relative; }
      .squall-reply summary::-webkit-details-marker { display: none; }
      .squall-reply summary::before {
        content: "▸"; left: 0.1em; opacity: 0.6; position: absolute;
      }
      .squall-reply details[open] > summary::before { content: "▾"; }
      .squall-reply details[open] > summary > .closed { display: none; }
      .squall-reply details:not([open]) > summary > .opened { display: none; }
      .squall-reply details:not([open]) > summary {
        overflow: hidden; text-overflow: ellipsis; white-space: pre;
      }
      .squall-reply details.about { margin: 0.2em 0; }
      .squall-reply .k { font-weight: 600; }
      .squall-reply .f { opacity: 0.65; }
      .squall-reply .s { color: var(--reply-string, color-mix(in srgb, #15924b 75%, currentColor)); }
      .squall-reply .n { color: var(--reply-number, color-mix(in srgb, #a34fd0 75%, currentColor)); }
      .squall-reply .w { color: var(--reply-word, color-mix(in srgb, #0b84c6 75%, currentColor)); }
      .squall-reply .g {
        color: var(--reply-good, color-mix(in srgb, #15924b 75%, currentColor)); font-weight: 600;
      }
      .squall-reply .b {
        color: var(--reply-bad, color-mix(in srgb, #e5484d 80%, currentColor)); font-weight: 600;
      }
      """;

  private static final int MOST_CHARACTERS = 200_000;

  private ReplyHtml() {}

  /** The fragment without the style; the view's columns and colour do not matter to it. */
  public static String of(TracedStep step, View view) {
    var wide = new View(MOST_CHARACTERS, view.lines(), false, view.reveals(), view.full(), false);
    var html = new StringBuilder("<div class=\"squall-reply\">\n");
    Headline.of(step, wide).forEach(line -> html.append(div(line)));
    headers(html, step, view);
    html.append(body(step, view));
    Findings.of(step, new Masks(view.reveals())).forEach(line -> html.append(div(line)));
    return html.append("</div>\n").toString();
  }

  /** The same with its style, for a place that has none: a cell of a notebook. */
  public static String alone(TracedStep step, View view) {
    return "<style>\n" + STYLE + "</style>\n" + of(step, view);
  }

  private static String div(Line line) {
    return "<div>" + line.html() + "</div>\n";
  }

  private static void headers(StringBuilder html, TracedStep step, View view) {
    int count = step.headers().size();
    if (count > 0) {
      html.append("<details class=\"about\"").append(view.headers() ? " open=\"open\">" : ">");
      html.append("<summary><span class=\"f\">").append(count);
      html.append(count == 1 ? " header" : " headers").append("</span></summary>\n");
      Headline.headers(step, new Masks(view.reveals())).forEach(line -> html.append(div(line)));
      html.append("</details>\n");
    }
  }

  private static String body(TracedStep step, View view) {
    return switch (BodyKind.of(step)) {
      case BodyKind.Document(var json) -> JsonHtml.of(json, view);
      case BodyKind.Empty _, BodyKind.Binary _ -> pre(BodyLines.of(step, view).lines());
      case BodyKind.Broken _, BodyKind.Markup _, BodyKind.Plain _ -> text(step, view);
    };
  }

  /** As a screen shows it, and behind it all of it. */
  private static String text(TracedStep step, View view) {
    var screen =
        BodyLines.of(step, new View(100, view.lines(), false, view.reveals(), view.full(), false));
    if (!screen.folded()) {
      return pre(screen.lines());
    }
    // Its secrets masked before it is cut, because half a secret is not known as one.
    var body = step.body();
    var start = body.substring(0, Math.min(body.length(), 2 * MOST_CHARACTERS));
    var whole = new Masks(view.reveals()).body(start);
    boolean isCut = whole.length() > MOST_CHARACTERS;
    var shown = isCut ? Line.start(whole.substring(0, MOST_CHARACTERS), MOST_CHARACTERS) : whole;
    var lines = shown.lines().map(line -> Line.of(Tone.PLAIN, Harmless.line(line)));
    return pre(screen.lines())
        + "<details><summary><span class=\"f\">"
        + (isCut ? "the first " + Numbers.count(MOST_CHARACTERS) + " characters" : "all of it")
        + "</span></summary>\n"
        + pre(lines.toList())
        + "</details>\n";
  }

  private static String pre(List<Line> lines) {
    return lines.isEmpty()
        ? ""
        : lines.stream().map(Line::html).collect(Collectors.joining("\n", "<pre>", "</pre>\n"));
  }
}
