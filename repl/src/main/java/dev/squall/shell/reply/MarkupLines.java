package dev.squall.shell.reply;

import dev.squall.shell.reply.Line.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** XML and HTML with their tags told from their text. */
final class MarkupLines {
  private static final Pattern PIECE =
      Pattern.compile("</?[\\w:.-]++|\"[^\"]*+\"|/?>|<!--.*?-->|<[!?][^>]*+>?|[^<>\"/]++|.");
  private static final Pattern TAG = Pattern.compile("<[^>]*+>|[^<]++|<");
  private static final int DEEPEST = 40;
  private static final int INDENT = 2;

  private MarkupLines() {}

  /** One line of a document, on which a tag may begin, end or both. */
  static Line of(String line) {
    var spans = new ArrayList<Span>();
    boolean inTag = false;
    var pieces = PIECE.matcher(Harmless.line(line));
    while (pieces.find()) {
      var piece = pieces.group();
      if (piece.startsWith("<!") || piece.startsWith("<?")) {
        spans.add(new Span(Tone.FAINT, piece));
      } else if (piece.startsWith("<")) {
        inTag = piece.length() > 1;
        spans.add(new Span(inTag ? Tone.KEY : Tone.PLAIN, piece));
      } else if (inTag && piece.endsWith(">")) {
        inTag = false;
        spans.add(new Span(Tone.KEY, piece));
      } else if (inTag && piece.startsWith("\"")) {
        spans.add(new Span(Tone.STRING, piece));
      } else {
        spans.add(new Span(Tone.PLAIN, piece));
      }
    }
    return new Line(spans);
  }

  /**
   * XML that came on one line, an element on each; an element with nothing but text stays together.
   * No more lines than so many are made.
   */
  static List<String> broken(String xml, long most) {
    var lines = new ArrayList<String>();
    var tags = TAG.matcher(xml);
    int depth = 0;
    boolean opened = false;
    while (lines.size() < most && tags.find()) {
      var piece = tags.group().strip();
      if (piece.isEmpty()) {
        continue;
      }
      boolean closes = piece.startsWith("</");
      boolean isText = !piece.startsWith("<");
      depth = Math.max(0, depth - (closes ? 1 : 0));
      if (opened && (isText || closes)) {
        lines.set(lines.size() - 1, lines.getLast() + piece);
      } else {
        lines.add(" ".repeat(INDENT * Math.min(DEEPEST, depth)) + piece);
      }
      boolean opens =
          !isText && !closes && !piece.endsWith("/>") && Character.isLetter(second(piece));
      depth += opens ? 1 : 0;
      // A text leaves its element open for the tag that closes it.
      opened = opens || (isText && opened);
    }
    return lines;
  }

  private static char second(String piece) {
    return piece.length() > 1 ? piece.charAt(1) : ' ';
  }
}
