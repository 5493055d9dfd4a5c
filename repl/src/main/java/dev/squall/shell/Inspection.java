package dev.squall.shell;

import dev.squall.shell.command.Commands;
import dev.squall.shell.command.Documents;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displayable;
import dev.squall.shell.display.View;
import dev.squall.shell.line.Cells;
import dev.squall.shell.line.Part;
import dev.squall.shell.session.Session;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What there is to read of what the cursor stands on. */
final class Inspection {
  private static final Pattern WORD = Pattern.compile("[\\w$.]+");

  private final Session session;
  private final Commands commands;

  Inspection(Session session, Commands commands) {
    this.session = session;
    this.commands = commands;
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

  /** What JShell takes it for, in our own words where it is ours; else the word itself. */
  private Optional<Displayable> java(String code, int at) {
    var signatures =
        session.java().analyse(analysis -> analysis.documentation(code, at, false)).stream()
            .map(Documentation::signature)
            .toList();
    for (var signature : signatures) {
      var found = documents().of(signature, session.java());
      if (found.isPresent()) {
        return found;
      }
    }
    var word = WORD.matcher(code);
    while (word.find()) {
      if (word.start() <= at && at <= word.end()) {
        return documents().of(word.group(), session.java());
      }
    }
    return Optional.empty();
  }
}
