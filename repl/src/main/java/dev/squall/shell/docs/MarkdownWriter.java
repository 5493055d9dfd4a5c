package dev.squall.shell.docs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Writes Markdown of which every paragraph is one line, so that no text begins a line by chance.
 */
final class MarkdownWriter {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&~]");
  private static final Pattern BEGINS_BLOCK = Pattern.compile("^(\\d{1,9})([.)])|^([-+#=|])");
  private static final Pattern BLANK = Pattern.compile(" *(?:(?:- |1\\. |#### ) *)?");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> lists = new ArrayDeque<>();

  /**
   * Where the text of a {@code <pre>} or {@code <code>} begins, from which its Markdown is made.
   */
  private int verbatimFrom = -1;

  private boolean preformatted;

  /** Words as they are, with their white space folded. */
  void text(String text) {
    if (verbatimFrom >= 0) {
      out.append(text);
      return;
    }
    var folded = SPACE.matcher(text).replaceAll(" ");
    if (folded.isEmpty()) {
      return;
    }
    var words = atStart() || out.charAt(out.length() - 1) == ' ' ? folded.stripLeading() : folded;
    var escaped = SPECIAL.matcher(words).replaceAll("\\\\$0");
    out.append(atStart() ? BEGINS_BLOCK.matcher(escaped).replaceFirst("$1\\\\$2$3") : escaped);
  }

  /** What is Markdown already. */
  void markdown(String markdown) {
    out.append(markdown);
  }

  /** A word of a programming language inside a sentence. */
  void code(String code) {
    if (verbatimFrom >= 0) {
      out.append(code);
      return;
    }
    var words = SPACE.matcher(code).replaceAll(" ").strip();
    if (words.isEmpty()) {
      return;
    }
    int longest =
        BACKTICKS.matcher(words).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
    var fence = "`".repeat(longest + 1);
    var room = longest > 0 ? " " : "";
    out.append(fence).append(room).append(words).append(room).append(fence);
  }

  /** Lines of code by themselves, without what they are all indented by. */
  void block(String code) {
    paragraph();
    var lines = code.stripIndent().strip();
    var margin = margin();
    var fence = lines.contains("```") ? "~~~~" : "```";
    out.append(fence).append('\n');
    lines.lines().forEach(line -> out.append(line.isBlank() ? "" : margin + line).append('\n'));
    out.append(margin).append(fence);
    paragraph();
  }

  /** The next text begins a paragraph. */
  void paragraph() {
    if (verbatimFrom >= 0 || atStart()) {
      return;
    }
    trim();
    out.append("\n\n").append(margin());
  }

  void heading() {
    paragraph();
    out.append("#### ");
  }

  void beginList(String bullet) {
    trim();
    if (lists.isEmpty() && !out.isEmpty()) {
      out.append('\n');
    }
    lists.push(bullet);
  }

  void item() {
    var bullet = lists.isEmpty() ? "- " : lists.pop();
    // The line that sets a list off from the text above it is kept.
    boolean first = !out.isEmpty() && out.charAt(out.length() - 1) == '\n';
    trim();
    out.append(out.isEmpty() ? "" : first ? "\n\n" : "\n").append(margin()).append(bullet);
    lists.push(bullet);
  }

  void endList() {
    lists.poll();
    paragraph();
  }

  void beginPre() {
    paragraph();
    preformatted = true;
    verbatimFrom = out.length();
  }

  void endPre() {
    if (preformatted) {
      preformatted = false;
      block(verbatim());
    }
  }

  void beginCode() {
    if (verbatimFrom < 0) {
      verbatimFrom = out.length();
    }
  }

  void endCode() {
    if (verbatimFrom >= 0 && !preformatted) {
      code(verbatim());
    }
  }

  void mark(String mark) {
    if (verbatimFrom < 0) {
      out.append(mark);
    }
  }

  /** A closing mark belongs to the word before it. */
  void endMark(String mark) {
    if (verbatimFrom < 0) {
      boolean space = !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
      if (space) {
        out.setLength(out.length() - 1);
      }
      out.append(mark).append(space ? " " : "");
    }
  }

  String finished() {
    if (verbatimFrom >= 0) {
      preformatted = false;
      code(verbatim());
    }
    return out.toString().strip();
  }

  private String verbatim() {
    var text = out.substring(verbatimFrom);
    out.setLength(verbatimFrom);
    verbatimFrom = -1;
    return text;
  }

  /** Whether nothing stands in the line yet but its margin and bullet. */
  private boolean atStart() {
    int line = out.lastIndexOf("\n") + 1;
    return BLANK.matcher(out).region(line, out.length()).matches();
  }

  private void trim() {
    int end = out.length();
    while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
  }

  private String margin() {
    return " ".repeat(lists.stream().mapToInt(String::length).sum());
  }
}
