package dev.squall.repl;

import dev.squall.shell.command.Candidate;
import dev.squall.shell.display.View;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.widget.AutosuggestionWidgets;

/** How lines are entered: keys, completion, colours, history. */
final class PromptReader {
  private static final String DOCUMENT = "squall-document";
  private static final String SHIFT_TAB = "\033[Z";
  private static final int MOST_LISTED = 60;

  private static final Map<String, String> GROUPS =
      Map.of(
          "java",
          "Java",
          "command",
          "commands",
          "path",
          "paths",
          "variable",
          "variables",
          "header",
          "headers",
          "step",
          "steps",
          "word",
          "words",
          "option",
          "options",
          "file",
          "files");

  private PromptReader() {}

  /**
   * A reader that knows the session.
   *
   * @param colour whether what is entered has colours
   * @param view how documentation is seen
   */
  static LineReader of(
      Terminal terminal,
      Opening opening,
      PromptHistory history,
      boolean colour,
      Supplier<View> view) {
    Completer completer =
        (_, line, candidates) -> {
          if (line instanceof PromptParser.Line(_, _, var completion)) {
            completion.candidates().forEach(one -> candidates.add(candidate(one)));
          }
        };
    var reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("squall")
            .parser(new PromptParser(opening))
            .completer(completer)
            .highlighter(new PromptHighlighter())
            .history(history)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  … ")
            .variable(LineReader.INDENTATION, 2)
            .variable(LineReader.LIST_MAX, MOST_LISTED)
            // our candidates begin as the word does already, and Java's may not
            .option(LineReader.Option.CASE_INSENSITIVE, false)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.BRACKETED_PASTE, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .option(LineReader.Option.INSERT_TAB, true)
            .option(LineReader.Option.DISABLE_HIGHLIGHTER, !colour)
            .build();
    history.open();
    if (colour) {
      new AutosuggestionWidgets(reader).enable();
    }
    reader.getWidgets().put(DOCUMENT, () -> document(reader, opening, view.get()));
    // a menu goes back by it
    reader.getKeyMaps().entrySet().stream()
        .filter(map -> !map.getKey().equals(LineReader.MENU))
        .forEach(map -> map.getValue().bind(new Reference(DOCUMENT), SHIFT_TAB));
    return reader;
  }

  private static boolean document(LineReader reader, Opening opening, View view) {
    var buffer = reader.getBuffer();
    opening
        .shell()
        .document(buffer.toString(), buffer.cursor(), view, false)
        .ifPresent(found -> reader.printAbove(AttributedString.fromAnsi(found.text())));
    return true;
  }

  private static org.jline.reader.Candidate candidate(Candidate one) {
    var description = one.description().isEmpty() ? null : one.description();
    boolean goesOn =
        one.text().endsWith("(")
            || one.text().endsWith("/")
            || one.text().endsWith(":")
            || one.text().endsWith(" ")
            || one.kind().equals("java")
            || one.kind().equals("path");
    return new org.jline.reader.Candidate(
        one.text(),
        one.text(),
        Objects.requireNonNullElse(GROUPS.get(one.kind()), one.kind()),
        description,
        null,
        null,
        !goesOn);
  }
}
