package dev.squall.repl;

import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours of the sixteen that every theme has, so that they are read on light and on dark. */
final class PromptHighlighter implements Highlighter {
  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    var text = new AttributedStringBuilder();
    int at = 0;
    for (var span : Lexer.of(buffer)) {
      if (span.from() < at) {
        continue;
      }
      text.append(buffer, at, span.from());
      text.styled(style(span.kind()), buffer.substring(span.from(), span.to()));
      at = span.to();
    }
    return text.append(buffer, at, buffer.length()).toAttributedString();
  }

  private static AttributedStyle style(Lexer.Kind kind) {
    return switch (kind) {
      case KEYWORD -> PLAIN.foreground(AttributedStyle.MAGENTA);
      case STRING -> PLAIN.foreground(AttributedStyle.GREEN);
      case NUMBER -> PLAIN.foreground(AttributedStyle.CYAN);
      case COMMENT -> PLAIN.faint();
      case COMMAND -> PLAIN.foreground(AttributedStyle.BLUE).bold();
      case METHOD -> PLAIN.foreground(AttributedStyle.BLUE).bold();
      case NAME -> PLAIN.foreground(AttributedStyle.BLUE);
      case HOLE -> PLAIN.foreground(AttributedStyle.YELLOW);
    };
  }
}
