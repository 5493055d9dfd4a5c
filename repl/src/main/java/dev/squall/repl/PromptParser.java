package dev.squall.repl;

import dev.squall.shell.Completeness;
import dev.squall.shell.Completion;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Whether a text is all, and which of its words is completed, as the session says. */
final class PromptParser implements Parser {
  private static final int INDENT = 2;

  private final Opening opening;

  PromptParser(Opening opening) {
    this.opening = opening;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.COMPLETE) {
      var found =
          Slashes.complete(line, cursor)
              .or(() -> opening.awaited().map(shell -> shell.complete(line, cursor)))
              .orElseGet(() -> new Completion(List.of(), cursor, cursor));
      return new Line(line, cursor, found);
    }
    if ((context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT)
        && !Slashes.isSlash(line)
        && opening.awaited().map(shell -> shell.completeness(line)).orElse(null)
            instanceof Completeness.Incomplete(var indent)) {
      throw new EOFError(-1, -1, "more is needed", "", indent.length() / INDENT, null);
    }
    return new Line(line, cursor, new Completion(List.of(), cursor, cursor));
  }

  /**
   * A line whose word is what a completion replaces.
   *
   * @param completion what may stand there
   */
  record Line(String line, int cursor, Completion completion) implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(completion.from(), Math.max(completion.from(), completion.to()));
    }

    @Override
    public int wordCursor() {
      return cursor - completion.from();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean isComplete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return word().length();
    }
  }
}
