package dev.squall.shell;

import dev.squall.shell.session.Front;
import dev.squall.shell.session.Session;
import java.io.IOException;
import java.nio.file.Files;

/** What every session begins with. */
final class Startup {
  /** A package is imported where people name its types: to declare variables, and to read. */
  static final String IMPORTS =
      """
      import module java.base;
      import static dev.squall.Squall.*;
      import static dev.squall.analysis.Analysis.*;
      import static dev.squall.shell.Words.*;
      import dev.squall.*;
      import dev.squall.scenario.*;
      import dev.squall.load.*;
      import dev.squall.goal.*;
      import dev.squall.stats.*;
      import dev.squall.run.*;
      import dev.squall.plan.Option;
      import dev.squall.chart.*;
      import dev.squall.analysis.*;
      import dev.squall.shell.Words;
      import dev.squall.shell.display.*;
      import dev.squall.shell.probe.Response;
      import tech.tablesaw.api.*;
      import tech.tablesaw.columns.*;
      """;

  private static final String OWN = "startup.jsh";

  private Startup() {}

  /** What the person wants to begin with; nothing of it is a reason not to begin. */
  static void own(Shell shell, Front front) {
    var file = shell.session().places().config().resolve(OWN);
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      var reply = shell.begin(Files.readString(file), front);
      reply
          .failure()
          .ifPresent(failure -> front.note(file + " did not go through: " + failure.text()));
    } catch (IOException e) {
      front.note(file + " cannot be read: " + e.getMessage());
    }
  }

  static void words(Session session) {
    session.java().begin(IMPORTS);
  }
}
