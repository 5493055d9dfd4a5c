package dev.squall.shell.command;

import dev.squall.sheet.Numbers;
import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.stats.Estimate;
import java.util.List;

/** {@code %time}. */
final class TimeCommand {
  private TimeCommand() {}

  static List<Command> all() {
    return List.of(
        new Command(
            "time",
            Group.SESSION,
            "%time LINE",
            "Performs a line, be it Java, a probe or a command, and says how long it took.",
            "%%time does so with all the lines below it. Java's time includes its compilation.",
            List.of("%time Thread.sleep(20)", "%time GET /products"),
            "",
            (session, arguments) -> {
              var inner =
                  arguments.body().isBlank()
                      ? arguments.rest(0)
                      : arguments.rest(0) + "\n" + arguments.body();
              if (inner.isBlank()) {
                throw arguments.wrong(0, "what is to be timed?", "%time GET /products");
              }
              long began = System.nanoTime();
              var result = session.evaluate(inner);
              double millis = (System.nanoTime() - began) / 1e6;
              if (!result.text().isEmpty()) {
                session.front().show(result);
              }
              return "took " + Numbers.millis(new Estimate.Exact(millis)) + " ms";
            },
            Completer.NONE));
  }
}
