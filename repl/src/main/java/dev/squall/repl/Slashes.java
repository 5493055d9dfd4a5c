package dev.squall.repl;

import dev.squall.shell.Completion;
import dev.squall.shell.Shell;
import dev.squall.shell.command.Candidate;
import dev.squall.shell.session.KnownSecrets;
import dev.squall.shell.session.Masked;
import dev.squall.shell.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/** The commands of the JDK's {@code jshell}, for those whose fingers know them. */
final class Slashes {
  private static final Pattern SLASH =
      Pattern.compile("\\s*/(?<name>[a-z]+|!|-?\\d{1,6}|\\?)(?:[ \\t]+(?<rest>\\S.*?))?\\s*");

  /** In the order in which a beginning without more decides: {@code /e} is {@code /edit}. */
  private static final List<String> NAMES =
      List.of(
          "vars", "list", "edit", "drop", "save", "exit", "open", "help", "history", "imports",
          "methods", "types", "reset");

  private static final Map<String, String> COMMANDS =
      Map.of(
          "drop",
          "%drop",
          "save",
          "%save",
          "open",
          "%load",
          "help",
          "%help",
          "history",
          "%history",
          "reset",
          "%restart",
          "?",
          "%help");

  /** What is to be done. */
  sealed interface Wish {
    /** A line is evaluated. */
    record Evaluate(String line) implements Wish {}

    /** A text is shown. */
    record Show(String text) implements Wish {}

    /** A text is edited and evaluated. */
    record Edit(String text) implements Wish {}

    /** What this line gives is edited and evaluated. */
    record EditStep(String line) implements Wish {}

    /** The session ends with this code. */
    record Leave(int code) implements Wish {}
  }

  private Slashes() {}

  /** Whether a text is one of these commands, known or not. */
  static boolean isSlash(String text) {
    return SLASH.matcher(text).matches();
  }

  /** Names that begin so. */
  static Optional<Completion> complete(String text, int cursor) {
    var begun = text.substring(0, cursor).stripLeading();
    if (!begun.matches("/[a-z]*")) {
      return Optional.empty();
    }
    var word = begun.substring(1);
    return Optional.of(
        new Completion(
            NAMES.stream()
                .filter(name -> name.startsWith(word))
                .map(name -> new Candidate(name, COMMANDS.getOrDefault(name, ""), "command"))
                .toList(),
            cursor - word.length(),
            cursor));
  }

  /** What is wished. */
  static Wish of(String text, Shell shell) {
    var slash = SLASH.matcher(text);
    if (!slash.matches()) {
      throw new IllegalArgumentException("no command: " + text);
    }
    var begun = slash.group("name");
    var rest = Optional.ofNullable(slash.group("rest")).orElse("");
    if (begun.matches("!|-?\\d+")) {
      return again(begun, shell);
    }
    var name = NAMES.stream().filter(one -> one.startsWith(begun)).findFirst().orElse(begun);
    return switch (name) {
      case "vars" -> new Wish.Show(variables(shell.session()));
      case "list" -> new Wish.Show(list(shell, rest, _ -> true));
      case "imports" -> new Wish.Show(list(shell, rest, ImportSnippet.class::isInstance));
      case "methods" -> new Wish.Show(list(shell, rest, MethodSnippet.class::isInstance));
      case "types" -> new Wish.Show(list(shell, rest, TypeDeclSnippet.class::isInstance));
      case "edit" -> edit(shell, rest);
      case "exit" ->
          rest.isEmpty() || rest.matches("\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5]")
              ? new Wish.Leave(rest.isEmpty() ? 0 : Integer.parseInt(rest))
              : new Wish.Show("/exit takes a number from 0 to 255, and " + rest + " is none");
      default ->
          COMMANDS.containsKey(name)
              ? new Wish.Evaluate((COMMANDS.get(name) + " " + rest).strip())
              : new Wish.Show(
                  "there is no command /"
                      + begun
                      + "\nhere is "
                      + NAMES.stream().map(one -> "/" + one).collect(Collectors.joining(", "))
                      + "; GET /"
                      + begun
                      + " sends a request, and %help lists all else");
    };
  }

  /** What was entered so many lines ago, or stands under this number of the history. */
  private static Wish again(String which, Shell shell) {
    var all = shell.session().history();
    int number = which.equals("!") ? -1 : Integer.parseInt(which);
    int index = number < 0 ? all.size() + number : number - 1;
    return index >= 0 && index < all.size()
        ? new Wish.Evaluate(all.get(index))
        : new Wish.Show("nothing was entered there: /history has " + all.size() + " lines");
  }

  private static String variables(Session session) {
    var java =
        session.java().variables().stream()
            .map(one ->
                "  "
                    + one.type()
                    + " "
                    + one.name()
                    + " = "
                    + KnownSecrets.hidden(
                            session, session.displays().show(one.value(), session.view()))
                        .text()
                        .lines()
                        .findFirst()
                        .orElse(""))
            .collect(Collectors.joining("\n"));
    var extracted = session.user().variables().isEmpty() ? "" : "\n" + session.vars();
    return (java.isEmpty() ? "no variable of Java is declared" : java) + extracted;
  }

  /** Of this name or number, all where none is said. */
  private static String list(Shell shell, String which, Predicate<Snippet> isWanted) {
    var lines =
        shell.session().java().snippets().stream()
            .filter(isWanted)
            .filter(one -> !(one instanceof ErroneousSnippet))
            .filter(one -> !one.id().startsWith("s"))
            .filter(one -> which.isEmpty() || isCalled(one, which))
            .map(one ->
                "%4s : %s"
                    .formatted(
                        one.id(),
                        Masked.of(one.source().strip()).text().replace("\n", "\n       ")))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "nothing of the kind was entered" : lines;
  }

  private static boolean isCalled(Snippet snippet, String which) {
    return snippet.id().equals(which)
        || (snippet instanceof PersistentSnippet kept && kept.name().equals(which));
  }

  private static Wish edit(Shell shell, String which) {
    var session = shell.session();
    if (which.isEmpty()) {
      var all = session.history();
      return new Wish.Edit(all.isEmpty() ? "" : all.getLast());
    }
    if (session.draft().names().contains(which)) {
      return new Wish.EditStep("%edit '" + which.replace("'", "\\'") + "'");
    }
    return session.java().snippets().stream()
        .filter(one -> isCalled(one, which))
        .map(Snippet::source)
        .reduce((_, second) -> second)
        .<Wish>map(Wish.Edit::new)
        .orElseGet(() ->
            new Wish.Show("nothing is called " + which + ": /list and %steps show the names"));
  }
}
