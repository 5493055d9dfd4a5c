package dev.squall.shell.command;

import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.probe.ProbeLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Requests that are sent at once, and where they go. */
final class ProbeCommands {
  private ProbeCommands() {}

  static List<Command> all() {
    return Stream.concat(
            Stream.of(base()),
            Stream.of("get", "post", "put", "patch", "delete", "head", "options")
                .map(ProbeCommands::method))
        .toList();
  }

  private static Command base() {
    return new Command(
        "base",
        Group.PROBE,
        "%base [URL]",
        "Where paths lead; without a URL, says where.",
        "",
        List.of("%base http://localhost:8089"),
        "base(\"http://localhost:8089\")",
        (session, arguments) -> {
          arguments.most(1, "%base http://localhost:8089");
          arguments.word(0).ifPresent(session::base);
          return session.base().orElse("there is no base yet: %base http://localhost:8089");
        },
        Completer.NONE);
  }

  private static Command method(String name) {
    var method = name.toUpperCase(Locale.ROOT);
    var example =
        method.equals("POST")
            ? "%post /cart/items product_id=prod-1 quantity:=2"
            : "%" + name + " /products";
    return new Command(
        name,
        Group.PROBE,
        "%" + name + " TARGET [ITEM …]",
        "Sends "
            + (method.equals("OPTIONS") ? "an " : "a ")
            + method
            + "; the same as "
            + method
            + " TARGET.",
        "q==1 adds to the query, Header:value, name=text and count:=3 to a JSON body.",
        List.of(example),
        "probe(" + name + "(\"/products\"))",
        (session, arguments) ->
            session.send(
                ProbeLine.request(
                    "probe",
                    method
                        + " "
                        + arguments.rest(0)
                        + (arguments.body().isEmpty() ? "" : "\n\n" + arguments.body()))),
        Completer.NONE);
  }
}
