package dev.squall.shell.docs;

import java.text.BreakIterator;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as others read it. Markdown's own tags are text like any other. */
final class Markdown {
  private Markdown() {}

  /** As text of lines that are no longer than a width, but for code and for words that are. */
  static String text(String markdown, int width) {
    return new MarkdownText(width).of(Parser.builder().build().parse(markdown));
  }

  /** In one line, without marks. */
  static String plain(String markdown) {
    return text(markdown, Integer.MAX_VALUE).replaceAll("\\s+", " ").strip();
  }

  static String firstSentence(String markdown) {
    var text = plain(markdown);
    var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int end = sentences.next();
    return end == BreakIterator.DONE ? text : text.substring(0, end).strip();
  }

  /** Headings begin at the third level: where this is shown has a title of its own. */
  static String html(String markdown) {
    var document = Parser.builder().build().parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + 2, 6));
          }
        });
    return HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build().render(document);
  }
}
