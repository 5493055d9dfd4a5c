package dev.squall.shell.command;

import dev.squall.problem.Nearest;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.shell.docs.Documentation;
import dev.squall.shell.session.Session;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All commands by their names. */
public final class Commands {
  private final Map<String, Command> all = new LinkedHashMap<>();

  private @Nullable Documentation documentation;

  /** What there is to read; loaded when somebody reads it. */
  public synchronized Documentation documentation() {
    var loaded = documentation == null ? Documentation.load() : documentation;
    documentation = loaded;
    return loaded;
  }

  /** Squall's own. */
  public Commands() {
    Stream.of(
            ProbeCommands.all(),
            AnswerCommands.all(),
            DraftCommands.all(),
            VariableCommands.all(),
            RunCommands.all(),
            ResultCommands.all(),
            DebugCommands.all(),
            FileCommands.all(),
            HelpCommands.of(this),
            ShopCommands.all(),
            SessionCommands.of(this::documentation),
            BashCommand.all(),
            TimeCommand.all())
        .flatMap(List::stream)
        .forEach(command -> all.put(command.name(), command));
  }

  /** In the order of their groups. */
  public Collection<Command> all() {
    return all.values();
  }

  /** One by its name. */
  public Optional<Command> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /** All there is to say of a command. */
  public Optional<String> help(String name) {
    return find(name).map(HelpCommands::one);
  }

  /**
   * Performs a command.
   *
   * @param line the whole of it
   * @param name without its sign
   * @param from where its arguments begin
   * @param body the lines below it
   * @return what is shown
   * @throws ProblemException with what the person got wrong
   */
  public @Nullable Object perform(Session session, String line, String name, int from, String body)
      throws Exception {
    var command = find(name).orElseThrow(() -> unknown(line, name));
    return command.action().perform(session, Arguments.of(line, from, body));
  }

  private ProblemException unknown(String line, String name) {
    return new ProblemException(
        List.of(
            new Problem(
                Position.at("command", line, line.indexOf('%')),
                "there is no command %" + name,
                Nearest.to(name, likely(name))
                    .map(near -> "did you mean %" + near + "? %help lists them all")
                    .orElse("%help lists them all"))));
  }

  /** Of names that are as near, the one that begins alike was meant. */
  private List<String> likely(String name) {
    var first = name.substring(0, Math.min(1, name.length()));
    return Stream.concat(
            all.keySet().stream().filter(known -> known.startsWith(first)),
            all.keySet().stream().filter(known -> !known.startsWith(first)))
        .toList();
  }
}
