package dev.squall.shell.command;

import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import java.util.List;

/** Steps that are kept. */
final class DraftCommands {
  /** Steps of the draft. */
  static final Completer STEPS =
      (session, _, _) ->
          session.draft().names().stream().map(name -> new Candidate(name, "", "step")).toList();

  private DraftCommands() {}

  static List<Command> all() {
    return List.of(
        new Command(
            "keep",
            Group.BUILD,
            "%keep [NAME]",
            "Makes the last probe a step of the draft, with its extractors and checks.",
            "A step of the same name is replaced.",
            List.of("%keep browse"),
            "keep(\"browse\")",
            (session, arguments) -> {
              int number = session.keep(arguments.rest(0));
              return session.draft().names().get(number - 1)
                  + " kept as step "
                  + number
                  + " of "
                  + session.draft().scenario().name();
            },
            Completer.NONE));
  }
}
