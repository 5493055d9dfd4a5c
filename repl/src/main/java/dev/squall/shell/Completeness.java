package dev.squall.shell;

import dev.squall.shell.eval.JavaSession;
import dev.squall.shell.line.Cells;
import dev.squall.shell.line.Part;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;

/** Whether what was entered so far is all. */
public sealed interface Completeness {

  /** It can be evaluated. */
  record Complete() implements Completeness {}

  /**
   * More is needed.
   *
   * @param indent what the next line may begin with
   */
  record Incomplete(String indent) implements Completeness {}

  /** It cannot become right by going on. */
  record Invalid() implements Completeness {}

  /** Says so of texts. */
  final class Of {
    private static final int INDENT = 2;
    private static final Pattern LEAD = Pattern.compile("^[ \\t]*");

    private final JavaSession java;

    Of(JavaSession java) {
      this.java = java;
    }

    Completeness text(String text) {
      var parts =
          Cells.of(
              text,
              code ->
                  java.completeness(code) != SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE);
      if (parts.isEmpty()) {
        return new Complete();
      }
      return switch (parts.getLast()) {
        case Part.Java code -> java(code.text());
        case Part.Whole whole -> whole.text().endsWith("\n") ? new Complete() : new Incomplete("");
        case Part.Curl curl -> isOpen(curl.text()) ? new Incomplete("  ") : new Complete();
        case Part.Probe probe ->
            isOpen(probe.text()) || brackets(probe.text()) > 0
                ? new Incomplete("  ")
                : new Complete();
        case Part.Line line -> line.text().endsWith("\\") ? new Incomplete("  ") : new Complete();
        case Part.Question _ -> new Complete();
      };
    }

    private Completeness java(String code) {
      return switch (java.completeness(code)) {
        case COMPLETE, COMPLETE_WITH_SEMI, EMPTY, CONSIDERED_INCOMPLETE -> new Complete();
        case DEFINITELY_INCOMPLETE -> new Incomplete(indent(code));
        case UNKNOWN -> new Invalid();
      };
    }

    /** As the last line, and deeper behind an open bracket. */
    private static String indent(String code) {
      var line = code.substring(code.lastIndexOf('\n') + 1);
      var lead = LEAD.matcher(line);
      int spaces = lead.find() ? lead.end() : 0;
      int open = brackets(line);
      return " ".repeat(Math.max(0, spaces + INDENT * Integer.signum(open)));
    }

    private static int brackets(String line) {
      int depth = 0;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        depth += c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
      }
      return depth;
    }

    /** A backslash at the end, or a quote that nobody closed. */
    private static boolean isOpen(String text) {
      char quote = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\' && quote != '\'') {
          if (i + 1 >= text.length()) {
            return true;
          }
          i++;
        } else if (quote == 0 && (c == '\'' || c == '"')) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        }
      }
      return quote != 0;
    }
  }
}
