package dev.squall.httpx;

/**
 * A piece of text.
 *
 * @param text as it is written; of a string what is between its quotes, of a comment what follows
 *     its {@code #}
 */
record Token(Kind kind, String text, int from, int to) {
  /** What it is. */
  enum Kind {
    WORD,
    STRING,
    /** A string without an end. */
    BROKEN,
    SYMBOL,
    COMMENT,
    LINE_END,
    END
  }

  /** Whether it is this word or symbol, outside quotes. */
  boolean is(String wanted) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wanted);
  }

  /** The word that it is, or an empty text. */
  String word() {
    return kind == Kind.WORD ? text : "";
  }

  /** Whether nothing more stands in the line. */
  boolean endsLine() {
    return switch (kind) {
      case COMMENT, LINE_END, END -> true;
      case WORD, STRING, BROKEN, SYMBOL -> false;
    };
  }

  boolean isName() {
    return kind == Kind.STRING || isPlainName();
  }

  boolean isPlainName() {
    return kind == Kind.WORD && Words.isName(text);
  }

  /** In words, for a problem. */
  String described() {
    return switch (kind) {
      case WORD, SYMBOL -> "`" + shortened(text) + "`";
      case STRING -> "\"" + shortened(text) + "\"";
      case BROKEN -> "a text without an end";
      case COMMENT, LINE_END -> "the end of the line";
      case END -> "the end of the file";
    };
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 40
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
  }

  Comment asComment() {
    return new Comment(text, span());
  }

  Span span() {
    return new Span(from, to);
  }
}
