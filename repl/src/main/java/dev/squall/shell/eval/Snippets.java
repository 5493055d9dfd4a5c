package dev.squall.shell.eval;

import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/** Takes the snippets of a text one by one. */
final class Snippets {
  /** What a line begins with that goes on with the one before. */
  private static final String GOES_ON = ".+-*/%&|^?:=<>)]},";

  private final SourceCodeAnalysis analysis;

  Snippets(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /**
   * The first of a text.
   *
   * @param completeness whether it is all
   * @param source of it, with a semicolon where only that was missing
   * @param length how much of the text it is
   */
  record Next(Completeness completeness, String source, int length) {}

  /** As JShell takes it, which takes lines without semicolons for one snippet. */
  Next of(String text) {
    return read(text, text);
  }

  /**
   * The first lines of a text that are a snippet, as if they had been entered alone. For a text
   * that does not compile: what is one statement may begin with another.
   */
  Optional<Next> lines(String text) {
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (begins(text, end + 1)) {
        var lines = read(text, text.substring(0, end));
        if (isAll(lines.completeness())) {
          return Optional.of(lines);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean begins(String text, int from) {
    int first = from;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    boolean isIndented = first > from && text.lastIndexOf('\n', first) < from;
    return first < text.length() && !isIndented && GOES_ON.indexOf(text.charAt(first)) < 0;
  }

  private Next read(String text, String some) {
    var info = analysis.analyzeCompletion(some);
    // What is left of a text that is no Java may be longer than the text: JShell completes it.
    int left = info.remaining() == null ? 0 : Math.min(some.length(), info.remaining().length());
    return new Next(
        info.completeness(),
        info.source() == null ? some : info.source(),
        left == 0 && some.length() < text.length() ? some.length() : some.length() - left);
  }

  static boolean isAll(Completeness completeness) {
    return switch (completeness) {
      case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE -> true;
      case DEFINITELY_INCOMPLETE, EMPTY, UNKNOWN -> false;
    };
  }
}
