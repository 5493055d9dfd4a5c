package dev.squall.shell;

import dev.squall.sheet.SheetHtml;
import dev.squall.shell.command.Commands;
import dev.squall.shell.command.Documents;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displayable;
import dev.squall.shell.display.View;
import dev.squall.shell.eval.JavaSession;
import dev.squall.shell.line.Cells;
import dev.squall.shell.line.Part;
import dev.squall.shell.session.KnownSecrets;
import dev.squall.shell.session.Session;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What there is to read of what the cursor stands on. */
final class Inspection {
  private static final Pattern WORD = Pattern.compile("[\\w$.]+");

  private final Session session;
  private final Commands commands;
  private final boolean all;

  /**
   * Of a session.
   *
   * @param all whether everything is wanted: all methods of a name, and the type of a variable
   */
  Inspection(Session session, Commands commands, boolean all) {
    this.session = session;
    this.commands = commands;
    this.all = all;
  }

  Optional<Bundle> at(String text, int cursor, View view) {
    var parts = Cells.of(text, _ -> true);
    for (var part : parts) {
      if (cursor >= part.from() && cursor <= part.from() + part.text().length()) {
        return in(part, cursor - part.from()).map(page -> page.display(view));
      }
    }
    return Optional.empty();
  }

  private Optional<Displayable> in(Part part, int at) {
    return switch (part) {
      case Part.Line line -> command(line.name());
      case Part.Whole whole -> command(whole.name());
      case Part.Question question -> documents().of(question.word(), session.java());
      case Part.Java java -> java(java.text(), at);
      case Part.Probe _, Part.Curl _ -> documents().of("cells", session.java());
    };
  }

  private Documents documents() {
    return new Documents(commands.documentation());
  }

  private Optional<Displayable> command(String name) {
    return commands.help(name).map(text -> _ -> Bundle.text(text));
  }

  private Optional<Displayable> java(String code, int at) {
    var word = word(code, at);
    var variable = session.java().variable(word);
    if (variable.isPresent()) {
      return Optional.of(view -> variable(variable.get(), view));
    }
    return (all ? documents().of(word, session.java()) : Optional.<Displayable>empty())
        .or(() -> signature(code, at))
        .or(() -> word.isEmpty() ? Optional.empty() : documents().of(word, session.java()))
        .or(() -> Documents.at(code, at, session.java()));
  }

  /** What JShell takes it for, in our own words where it is ours. */
  private Optional<Displayable> signature(String code, int at) {
    return session.java().analyse(analysis -> analysis.documentation(code, at, false)).stream()
        .map(Documentation::signature)
        .flatMap(signature -> documents().of(signature, session.java()).stream())
        .findFirst();
  }

  private static String word(String code, int at) {
    return WORD.matcher(code)
        .results()
        .filter(word -> word.start() <= at && at <= word.end())
        .map(MatchResult::group)
        .findFirst()
        .orElse("");
  }

  private Bundle variable(JavaSession.Variable variable, View view) {
    var declared = variable.type() + " " + variable.name();
    var value = KnownSecrets.hidden(session, session.displays().show(variable.value(), view));
    var shown =
        value
            .with(Bundle.TEXT, declared + "\n" + value.text())
            .with(
                Bundle.HTML,
                "<p><code>"
                    + SheetHtml.escaped(declared)
                    + "</code></p>"
                    + value
                        .data()
                        .getOrDefault(
                            Bundle.HTML, "<pre>" + SheetHtml.escaped(value.text()) + "</pre>"));
    return all
        ? documents()
            .of(variable.type().replaceAll("<.*", ""), session.java())
            .map(type -> below(shown, type.display(view)))
            .orElse(shown)
        : shown;
  }

  private static Bundle below(Bundle value, Bundle type) {
    return value
        .with(Bundle.TEXT, value.text() + "\n\n" + type.text())
        .with(
            Bundle.HTML,
            "" + value.data().get(Bundle.HTML) + type.data().getOrDefault(Bundle.HTML, ""));
  }
}
