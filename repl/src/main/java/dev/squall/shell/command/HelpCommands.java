package dev.squall.shell.command;

import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code %help} and {@code %examples}. */
final class HelpCommands {
  private HelpCommands() {}

  static List<Command> of(Commands commands) {
    Completer names =
        (_, before, _) ->
            before.isEmpty()
                ? commands.all().stream()
                    .map(command -> new Candidate(command.name(), command.summary(), "command"))
                    .toList()
                : List.of();
    return List.of(
        new Command(
            "help",
            Group.SESSION,
            "%help [COMMAND]",
            "What there is, or what a command does.",
            "",
            List.of("%help", "%help burst"),
            "",
            (_, arguments) ->
                arguments.isEmpty() ? overview(commands) : one(command(commands, arguments)),
            names),
        new Command(
            "examples",
            Group.SESSION,
            "%examples [COMMAND]",
            "Lines that work as they stand.",
            "",
            List.of("%examples", "%examples extract"),
            "",
            (_, arguments) ->
                arguments.isEmpty()
                    ? everyExample(commands)
                    : String.join("\n", command(commands, arguments).examples()),
            names));
  }

  private static Command command(Commands commands, Arguments arguments) {
    var name = arguments.need(0, "a command", "%help burst").replaceFirst("^%+", "");
    return commands
        .find(name)
        .orElseThrow(
            () -> arguments.wrong(0, "there is no command " + name, "%help lists them all"));
  }

  /** Names under their groups: a screen, and no more. */
  private static String overview(Commands commands) {
    var lines = new ArrayList<String>();
    lines.add("A line may be Java, a probe (GET /products, curl …), or a command:");
    for (var group : Group.values()) {
      var names =
          commands.all().stream()
              .filter(command -> command.group() == group)
              .map(command -> "%" + command.name())
              .toList();
      lines.addAll(wrapped(group.title(), names));
    }
    lines.add("%help COMMAND says more, %examples has lines that work, ?word documents Java's.");
    lines.add("New here? %shop start, then GET /products, then %tour.");
    return String.join("\n", lines);
  }

  private static List<String> wrapped(String title, List<String> names) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder("  %-8s".formatted(title));
    for (var name : names) {
      if (line.length() + 1 + name.length() > 80) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(10));
      }
      line.append(' ').append(name);
    }
    lines.add(line.toString());
    return lines;
  }

  static String one(Command command) {
    var lines = new ArrayList<String>();
    lines.add(command.synopsis());
    lines.add("  " + command.summary());
    command.details().lines().map(line -> "  " + line).forEach(lines::add);
    lines.add("");
    command.examples().forEach(example -> lines.add("  " + example));
    if (!command.java().isEmpty()) {
      lines.add("");
      lines.add("  in Java: " + command.java());
    }
    return String.join("\n", lines);
  }

  private static String everyExample(Commands commands) {
    return Arrays.stream(Group.values())
        .map(group ->
            group.title()
                + "\n"
                + commands.all().stream()
                    .filter(command -> command.group() == group)
                    .map(command ->
                        "  %-42s  %s".formatted(command.examples().getFirst(), command.summary()))
                    .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n"));
  }
}
