package dev.squall.httpx;

import dev.squall.httpx.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A text, token by token. What a character means depends on where it stands, so productions may
 * also read on from {@link #offset} in their own way and {@link #jump} behind it.
 */
final class Tokens {
  private static final List<String> PAIRS = List.of("->", "..", "==", "!=", "<=", ">=", ">>", "+-");

  private final String text;
  private final Problems problems;
  private final List<Comment> strays = new ArrayList<>();
  private int at;
  private @Nullable Token ahead;

  /** How many blocks are open. */
  int depth;

  /** Whether a block is known to lack its end, so that those around it need not say so again. */
  boolean unclosed;

  /** Whether what was refused is passed already. */
  boolean refused;

  Tokens(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /** Where a production may come back to. */
  record Mark(int at, int strays) {}

  String text() {
    return text;
  }

  Problems problems() {
    return problems;
  }

  Token peek() {
    var known = ahead;
    if (known == null) {
      known = read();
      ahead = known;
    }
    return known;
  }

  Token next() {
    var token = peek();
    if (token.kind() == Kind.BROKEN) {
      tell(token, "", "");
    }
    jump(token.to());
    return token;
  }

  /** Where the next token begins. */
  int offset() {
    return peek().from();
  }

  /** Behind the last token. */
  int behind() {
    return at;
  }

  void jump(int to) {
    at = to;
    ahead = null;
  }

  Mark mark() {
    return new Mark(at, strays.size());
  }

  void reset(Mark mark) {
    jump(mark.at);
    strays.subList(mark.strays, strays.size()).clear();
  }

  boolean is(String wanted) {
    return peek().is(wanted);
  }

  boolean take(String wanted) {
    boolean taken = is(wanted);
    if (taken) {
      next();
    }
    return taken;
  }

  /** The same for what may begin a later line; where it does not, nothing is passed. */
  boolean takeAcrossLines(String wanted) {
    var mark = mark();
    passLines();
    if (!unclosed && take(wanted)) {
      return true;
    }
    reset(mark);
    return false;
  }

  /** Takes what has to stand here. */
  Token expect(String wanted, String hint) {
    if (!is(wanted)) {
      throw wrong("expected `" + wanted + "` instead of " + peek().described(), hint);
    }
    return next();
  }

  /** Whether the token behind the next one is of a kind. */
  boolean follows(Predicate<Token> kind) {
    var mark = mark();
    jump(peek().to());
    boolean so = kind.test(peek());
    reset(mark);
    return so;
  }

  /** Passes line ends; comments between them are kept for the block. */
  void passLines() {
    while (peek().kind() == Kind.LINE_END || peek().kind() == Kind.COMMENT) {
      var token = next();
      if (token.kind() == Kind.COMMENT) {
        strays.add(token.asComment());
      }
    }
  }

  /** The comments that were passed since they were last asked for. */
  List<Comment> takeStrays() {
    var taken = List.copyOf(strays);
    strays.clear();
    return taken;
  }

  /** Tells that the next token is wrong. */
  Unreadable wrong(String what, String hint) {
    return wrong(peek(), what, hint);
  }

  Unreadable wrong(Token token, String what, String hint) {
    tell(token, what, hint);
    return new Unreadable();
  }

  /** Tells what is wrong with a token; of a string without an end, that it has none. */
  void tell(Token token, String what, String hint) {
    if (token.kind() == Kind.BROKEN) {
      problems.add(
          token.from(),
          "a text without an end",
          "close it with " + text.charAt(token.from()) + " in the line where it begins");
    } else {
      problems.add(token.from(), what, hint);
    }
  }

  /** From a place to the end of the last token. */
  Span since(int from) {
    return new Span(from, Math.max(from, at));
  }

  private Token read() {
    int from = at;
    while (from < text.length() && Words.isBlank(text.charAt(from))) {
      from++;
    }
    if (from == text.length()) {
      return new Token(Kind.END, "", from, from);
    }
    char c = text.charAt(from);
    if (c == '\n') {
      return new Token(Kind.LINE_END, "\n", from, from + 1);
    }
    if (c == '#' && beginsComment(from)) {
      int end = lineEnd(from);
      return new Token(Kind.COMMENT, text.substring(from + 1, end).stripTrailing(), from, end);
    }
    return c == '"' || c == '\'' ? string(from) : wordOrSymbol(from);
  }

  boolean beginsComment(int hash) {
    return text.charAt(hash) == '#'
        && (hash == 0 || text.charAt(hash - 1) == '\n' || Words.isBlank(text.charAt(hash - 1)));
  }

  int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private Token wordOrSymbol(int from) {
    int end = wordEnd(from);
    if (end > from) {
      return new Token(Kind.WORD, text.substring(from, end), from, end);
    }
    for (var pair : PAIRS) {
      if (text.startsWith(pair, from)) {
        return new Token(Kind.SYMBOL, pair, from, from + 2);
      }
    }
    int to = from + Character.charCount(text.codePointAt(from));
    return new Token(Kind.SYMBOL, text.substring(from, to), from, to);
  }

  /** Letters, digits, {@code _}; a dash not before {@code >}; a dot before one of them. */
  private int wordEnd(int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      int following = next < text.length() ? text.codePointAt(next) : ' ';
      boolean inWord =
          switch (c) {
            case '-' -> i > from ? following != '>' : following >= '0' && following <= '9';
            case '.' -> i > from && Words.isLetter(following);
            default -> Words.isLetter(c);
          };
      if (!inWord) {
        break;
      }
      i = next;
    }
    return i;
  }

  /** In double quotes a backslash escapes; in single ones every character is itself. */
  private Token string(int from) {
    char quote = text.charAt(from);
    var content = new StringBuilder();
    for (int i = from + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return new Token(Kind.STRING, content.toString(), from, i + 1);
      }
      if (c == '\\' && quote == '"' && i + 1 < text.length() && text.charAt(i + 1) != '\n') {
        content.append(escaped(text.charAt(++i)));
      } else {
        content.append(c);
      }
    }
    return new Token(Kind.BROKEN, content.toString(), from, lineEnd(from));
  }

  /** A backslash before any other character is itself, as patterns need it. */
  private static String escaped(char c) {
    return switch (c) {
      case '"', '\\' -> String.valueOf(c);
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      default -> "\\" + c;
    };
  }
}
