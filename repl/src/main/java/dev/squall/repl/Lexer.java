package dev.squall.repl;

import dev.squall.shell.line.Cells;
import dev.squall.shell.line.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts what is being entered into what is coloured alike, in all its languages, at once. */
final class Lexer {
  /** What a stretch of text is. */
  enum Kind {
    KEYWORD,
    STRING,
    NUMBER,
    COMMENT,
    COMMAND,
    METHOD,
    NAME,
    HOLE
  }

  /**
   * A stretch of text.
   *
   * @param from where it begins
   * @param to behind its end
   */
  record Span(int from, int to, Kind kind) {}

  private static final String WORDS =
      "abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else"
          + "|enum|extends|false|final|finally|float|for|if|implements|import|instanceof|int"
          + "|interface|long|module|native|new|non-sealed|null|package|permits|private|protected"
          + "|public|record|return|sealed|short|static|super|switch|synchronized|this|throw|throws"
          + "|transient|true|try|var|void|volatile|when|while|yield";

  private static final Pattern JAVA =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|$))"
              + "|(?<string>\"\"\"(?s:.*?)(?:\"\"\"|$)|\"(?:\\\\(?:.|$)|[^\"\\\\\\n])*+\"?|'(?:\\\\(?:.|$)|[^'\\\\\\n])*+'?)"
              + "|(?<number>(?<![\\w.])\\d[\\w.]*)"
              + "|(?<keyword>(?<![\\w.$])(?:"
              + WORDS
              + ")(?![\\w$]))");

  /** Probes, curl and the arguments of commands, JSON within them. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?<hole>\\$\\{[^}\\n]*}?)"
              + "|(?<name>\"(?:\\\\.|[^\"\\\\\\n])*+\"(?=\\s*:)|(?<=\\s)[\\w.-]+(?=(?:==|:=|=|:(?!//))\\S))"
              + "|(?<string>\"(?:\\\\(?:.|$)|[^\"\\\\\\n])*+\"?|'[^'\\n]*'?)"
              + "|(?<keyword>(?<=\\s)--?[a-zA-Z][\\w-]*|\\b(?:true|false|null)\\b)"
              + "|(?<number>(?<![\\w./-])\\d[\\d.]*(?:ms|s|m|h|%|/s)?(?![\\w./-]))");

  private static final Pattern METHOD = Pattern.compile("^\\s*(?:\\$ )?(\\w+)");

  private static final Pattern HTTPX =
      Pattern.compile(
          "(?<comment>(?m:^[ \\t]*#[^\\n]*))"
              + "|(?<hole>\\$\\{[^}\\n]*}?)"
              + "|(?<string>\"(?:\\\\(?:.|$)|[^\"\\\\\\n])*+\"?|'[^'\\n]*'?)"
              + "|(?<keyword>(?<![\\w.-])(?:request|scenario|step|run|load|expect|assert|extract|group"
              + "|repeat|if|else|think_time|var|base|data|setup|teardown|stage|with|for|curl)(?![\\w-]))"
              + "|(?<number>(?<![\\w./-])\\d[\\d.]*(?:ms|s|m|h|%)?(?![\\w./-]))");

  private static final List<String> GROUPS =
      List.of("comment", "string", "number", "keyword", "hole", "name");

  private final List<Span> spans = new ArrayList<>();

  private Lexer() {}

  /** Stretches in their order; what is between them is plain. */
  static List<Span> of(String text) {
    var lexer = new Lexer();
    for (var part : Cells.of(text, _ -> true)) {
      lexer.part(text, part);
    }
    return lexer.spans;
  }

  private void part(String text, Part part) {
    // a part's own text has its lines joined
    int to = Math.min(text.length(), part.from() + part.text().length());
    switch (part) {
      case Part.Java _ -> java(text, part.from(), to);
      case Part.Probe _, Part.Curl _ -> {
        int from = method(text, part.from(), to);
        find(LINE, text, from, to);
      }
      case Part.Line line -> {
        command(text, part.from(), part.from() + line.arguments());
        find(LINE, text, part.from() + line.arguments(), to);
      }
      case Part.Whole whole -> {
        command(text, part.from(), part.from() + whole.arguments());
        if (whole.name().equals("time")) {
          of(text.substring(part.from() + whole.body(), to))
              .forEach(span ->
                  spans.add(
                      new Span(
                          part.from() + whole.body() + span.from(),
                          part.from() + whole.body() + span.to(),
                          span.kind())));
        } else {
          find(HTTPX, text, part.from() + whole.arguments(), to);
        }
      }
      case Part.Question _ -> spans.add(new Span(part.from(), to, Kind.COMMAND));
    }
  }

  /** A command that is being written is no part of its own yet, and neither is JShell's. */
  private void java(String text, int from, int to) {
    var code = text.substring(from, to);
    var begun = code.stripLeading();
    if (begun.startsWith("%") || Slashes.isSlash(begun)) {
      int first = to - begun.length();
      int end = first;
      while (end < to && (end == first || !Character.isWhitespace(text.charAt(end)))) {
        end++;
      }
      command(text, from, Math.min(end, to));
      return;
    }
    find(JAVA, text, from, to);
  }

  private void command(String text, int from, int to) {
    int begin = from;
    while (begin < to && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    spans.add(new Span(begin, to, Kind.COMMAND));
  }

  private int method(String text, int from, int to) {
    var word = METHOD.matcher(text.substring(from, to));
    if (!word.find()) {
      return from;
    }
    spans.add(new Span(from + word.start(1), from + word.end(1), Kind.METHOD));
    return from + word.end(1);
  }

  private void find(Pattern pattern, String text, int from, int to) {
    // what stands before the region is looked at: a word's begin depends on it
    var found = pattern.matcher(text).region(from, to).useTransparentBounds(true);
    while (found.find()) {
      for (var group : GROUPS) {
        if (pattern.namedGroups().containsKey(group) && found.start(group) >= 0) {
          spans.add(new Span(found.start(), found.end(), kind(group)));
          break;
        }
      }
    }
  }

  private static Kind kind(String group) {
    return switch (group) {
      case "comment" -> Kind.COMMENT;
      case "string" -> Kind.STRING;
      case "number" -> Kind.NUMBER;
      case "keyword" -> Kind.KEYWORD;
      case "hole" -> Kind.HOLE;
      default -> Kind.NAME;
    };
  }
}
