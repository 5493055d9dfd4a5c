package dev.squall.shell.reply;

import dev.squall.shell.reply.Line.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The first bytes of a body that is no text. A body is kept as text, in which a byte that is not
 * UTF-8 has lost its value: it is shown as two dots.
 */
final class HexLines {
  private static final int PER_LINE = 16;
  private static final int LINES = 4;
  private static final int LOST = 0xfffd;
  private static final int FIRST_VISIBLE = 0x20;
  private static final int LAST_VISIBLE = 0x7e;

  private HexLines() {}

  static List<Line> of(String body) {
    var bytes = new ArrayList<String>();
    var signs = new StringBuilder();
    int at = 0;
    while (at < body.length() && bytes.size() < PER_LINE * LINES) {
      int c = body.codePointAt(at);
      at += Character.charCount(c);
      if (c == LOST) {
        bytes.add("··");
        signs.append('·');
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          bytes.add("%02x".formatted(b));
          signs.append(b >= FIRST_VISIBLE && b <= LAST_VISIBLE ? (char) b : '·');
        }
      }
    }
    var lines = new ArrayList<Line>();
    for (int from = 0; from < bytes.size(); from += PER_LINE) {
      int to = Math.min(bytes.size(), from + PER_LINE);
      var hex = String.join(" ", bytes.subList(from, to));
      lines.add(
          new Line(
              List.of(
                  new Span(Tone.NUMBER, hex + " ".repeat((PER_LINE - (to - from)) * 3)),
                  new Span(Tone.PLAIN, "  " + signs.substring(from, to)))));
    }
    return lines;
  }
}
