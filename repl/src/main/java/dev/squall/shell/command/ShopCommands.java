package dev.squall.shell.command;

import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.session.Session;
import java.util.List;

/** {@code %shop} and {@code %tour}. */
final class ShopCommands {
  private ShopCommands() {}

  static List<Command> all() {
    return List.of(shop(), tour());
  }

  private static Command shop() {
    return new Command(
        "shop",
        Group.SESSION,
        "%shop [start [PORT] | stop | behaviour LINE | recover]",
        "The practice shop of this session: a server on this machine to try everything on.",
        "A behaviour is latency=fixed:20ms, errors=10%, and so on, for all routes or for 'GET /cart: …'.",
        List.of(
            "%shop start",
            "%shop behaviour GET /products: latency=fixed:50ms errors=5%", "%shop stop"),
        "",
        (session, arguments) ->
            switch (arguments.word(0).orElse("")) {
              case "" -> session.shop().state();
              case "start" -> start(session, arguments);
              case "stop" -> session.shop().stop();
              case "behaviour", "behavior" -> behave(session, arguments);
              case "recover" -> session.shop().recover();
              default ->
                  throw arguments.wrong(
                      0,
                      "the shop cannot " + arguments.word(0).orElse(""),
                      "start, stop, behaviour or recover");
            },
        (_, before, _) ->
            before.isEmpty()
                ? List.of(
                    new Candidate(
                        "start", "on a free port of this machine, or on this one", "word"),
                    new Candidate("stop", "", "word"),
                    new Candidate("behaviour", "how it misbehaves from now on", "word"),
                    new Candidate("recover", "it behaves again", "word"))
                : List.of());
  }

  private static String start(Session session, Arguments arguments) {
    int port = arguments.count() > 1 ? arguments.number(1, "%shop start 8089") : 0;
    if (port < 0 || port > 65_535) {
      throw arguments.wrong(1, port + " is no port", "1 to 65535");
    }
    var url = session.shop().start(port);
    session.base(url);
    return "the practice shop listens at " + url + ", and paths stand on it now: GET /products";
  }

  private static String behave(Session session, Arguments arguments) {
    var line = arguments.rest(1);
    try {
      return session.shop().misbehave(line);
    } catch (IllegalArgumentException e) {
      throw arguments.wrong(
          1, String.valueOf(e.getMessage()), "%shop behaviour latency=fixed:20ms errors=10%");
    }
  }

  private static Command tour() {
    return new Command(
        "tour",
        Group.SESSION,
        "%tour",
        "Three minutes from the first request to percentiles, line by line.",
        "",
        List.of("%tour"),
        "",
        (_, arguments) -> {
          arguments.most(0, "%tour");
          return Tour.list();
        },
        Completer.NONE);
  }
}
