package dev.squall.shell.command;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Scenario;
import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.exports.Exported;
import dev.squall.shell.exports.Exports;
import dev.squall.shell.exports.Format;
import dev.squall.shell.exports.Secret;
import dev.squall.shell.imports.Imports;
import dev.squall.shell.imports.Taken;
import dev.squall.shell.session.Draft;
import dev.squall.shell.session.Notebook;
import dev.squall.shell.session.Script;
import dev.squall.shell.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is written to files and taken from them. */
final class FileCommands {
  private static final int MOST_FILES = 200;

  /** Files and folders. */
  static final Completer FILES =
      (session, _, begun) -> {
        int slash = begun.lastIndexOf('/');
        var folder = session.places().file(slash < 0 ? "." : begun.substring(0, slash + 1));
        var prefix = slash < 0 ? "" : begun.substring(0, slash + 1);
        try (var files = Files.list(folder)) {
          return files
              .limit(MOST_FILES)
              .map(file -> prefix + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
              .sorted()
              .map(name -> new Candidate(name, "", "file"))
              .toList();
        } catch (IOException _) {
          return List.of();
        }
      };

  private FileCommands() {}

  static List<Command> all() {
    return List.of(curl(), export(), save(), load(), httpx(), notebook());
  }

  private static Command curl() {
    return new Command(
        "curl",
        Group.KEEP,
        "%curl [STEP] [--reveal]",
        "The last probe, or a step of the draft, as a curl command.",
        "Secrets stand in variables of the shell, unless they are revealed.",
        List.of("%curl", "%curl browse"),
        "toCurl(last().request())",
        (session, all) -> {
          var arguments = all.without("--reveal");
          var step =
              arguments.isEmpty()
                  ? session.lastProbe().request()
                  : session
                      .draft()
                      .scenario()
                      .steps()
                      .get(session.draft().number(arguments.name(0)) - 1);
          var alone = new Scenario("curl", List.of(step), session.scenario().base());
          return Exports.of(Format.CURL, alone, Optional.empty(), List.of(), all.has("--reveal"))
              .text()
              .strip();
        },
        DraftCommands.STEPS);
  }

  private static Command export() {
    var words = Arrays.stream(Format.values()).map(Format::word).toList();
    return new Command(
        "export",
        Group.KEEP,
        "%export FORMAT [FILE]",
        "The draft in the words of another tool: " + String.join(", ", words) + ".",
        "What a format cannot say is told, and stands in it as a comment.",
        List.of("%export k6", "%export hurl shop.hurl"),
        "export(draft(), \"k6\")",
        (session, arguments) -> {
          var word = arguments.need(0, "a format", String.join(", ", words));
          var format =
              Format.named(word)
                  .orElseThrow(() ->
                      arguments.wrong(0, "nothing exports to " + word, String.join(", ", words)));
          var exported = Exports.of(format, steps(session, arguments), Optional.empty());
          remember(session, exported.secrets());
          exported.leftOut().forEach(problem -> session.front().note("left out: " + problem));
          if (arguments.count() < 2) {
            return exported.text();
          }
          return written(session, arguments, 1, exported);
        },
        (session, before, begun) ->
            before.isEmpty()
                ? words.stream().map(word -> new Candidate(word, "", "format")).toList()
                : FILES.candidates(session, before, begun));
  }

  private static Scenario steps(Session session, Arguments arguments) {
    var scenario = session.scenario();
    if (scenario.steps().isEmpty()) {
      throw arguments.wrong(0, "the draft has no steps yet", "GET /products, then %keep browse");
    }
    return scenario;
  }

  private static String written(
      Session session, Arguments arguments, int index, Exported exported) {
    var name = arguments.name(index);
    write(session.places().file(name), exported.text());
    return name
        + " written"
        + exported.secrets().stream()
            .map(secret -> "\n" + secret.export() + "   # " + secret.place())
            .collect(Collectors.joining());
  }

  private static void write(Path file, String text) {
    var parent = file.getParent();
    try {
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ProblemException(
          List.of(
              new Problem(
                  Position.in(file.toString()),
                  "it cannot be written: " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                  "a folder that is there and may be written to")));
    }
  }

  private static void remember(Session session, List<Secret> secrets) {
    secrets.forEach(secret -> session.secrets().add(secret.variable()));
  }

  private static Command save() {
    return new Command(
        "save",
        Group.KEEP,
        "%save FILE.httpx|FILE.java|FILE.jsh",
        "Saves the draft as a scenario file or as Java, or all that was entered as a .jsh file.",
        "Secrets are not in the file: it asks the environment for them, and the lines to export are shown.",
        List.of("%save shop.httpx", "%save morning.jsh"),
        "toHttpx(draft())",
        (session, arguments) -> {
          arguments.need(0, "a file", "%save shop.httpx");
          var name = arguments.name(0);
          var lower = name.toLowerCase(Locale.ROOT);
          if (lower.endsWith(".jsh")) {
            return history(session, name);
          }
          var format =
              lower.endsWith(".httpx")
                  ? Format.HTTPX
                  : lower.endsWith(".java") ? Format.JAVA : null;
          if (format == null) {
            throw arguments.wrong(
                0,
                "what is " + name + " to be?",
                "a name that ends in .httpx, .java or .jsh; %export has other formats");
          }
          var exported = Exports.of(format, steps(session, arguments), Optional.empty());
          remember(session, exported.secrets());
          exported.leftOut().forEach(problem -> session.front().note("left out: " + problem));
          return written(session, arguments, 0, exported);
        },
        FILES);
  }

  private static String history(Session session, String name) {
    var file = session.places().file(name);
    if (session.isPerformed(file)) {
      return name + " is being performed, and stays as it is";
    }
    var script = Script.of(session.history(), session.failed());
    script.secrets().forEach(session.secrets()::add);
    write(file, script.text());
    return name
        + " written"
        + script.secrets().stream()
            .map(variable -> "\nexport " + variable + "=…")
            .collect(Collectors.joining());
  }

  private static Command load() {
    return new Command(
        "load",
        Group.KEEP,
        "%load FILE",
        "Takes a .httpx, HAR, OpenAPI or Postman file into the draft, or performs a .jsh file.",
        "What could not be taken is said.",
        List.of("%load shop.httpx", "%load morning.jsh"),
        "httpx(\"shop.httpx\")",
        (session, arguments) -> {
          arguments.need(0, "a file", "%load shop.httpx");
          var name = arguments.name(0);
          var file = session.places().file(arguments.name(0));
          if (!Files.isRegularFile(file)) {
            throw arguments.wrong(
                0,
                "there is no file " + arguments.name(0),
                "a .httpx, .jsh, HAR, OpenAPI or Postman file");
          }
          if (Files.size(file) > Imports.LARGEST) {
            throw arguments.wrong(
                0,
                arguments.name(0) + " is too large",
                "at most " + Imports.LARGEST / (1 << 20) + " MiB");
          }
          var text = Files.readString(file);
          return name.toLowerCase(Locale.ROOT).endsWith(".jsh")
              ? performed(session, arguments, file, text)
              : taken(session, name, Imports.of(name, text));
        },
        FILES);
  }

  /** A cell after the other, as they were entered; a file may load others, and not itself. */
  private static Bundle performed(Session session, Arguments arguments, Path file, String text) {
    if (!session.begin(file)) {
      throw arguments.wrong(
          0, arguments.name(0) + " is being performed already", "take its %load out of the file");
    }
    try {
      var last = Bundle.text("");
      var cells = Script.cells(text);
      session.performs(cells);
      for (var cell : cells) {
        if (!last.text().isEmpty()) {
          session.front().show(last);
        }
        last = session.evaluate(cell);
      }
      return last;
    } finally {
      session.end(file);
    }
  }

  private static Command httpx() {
    return new Command(
        "httpx",
        Group.KEEP,
        "%%httpx",
        "The draft becomes the scenario that is written below, in the words of .httpx.",
        "%%run in its place runs it as it stands there, with its load and its goals.",
        List.of("%%httpx\nrequest list { curl http://localhost:8089/products }"),
        "",
        (session, arguments) -> {
          arguments.most(0, "the scenario stands in the lines below");
          if (arguments.body().isBlank()) {
            throw arguments.wrong(
                arguments.count(), "there is no scenario below", "request list { curl … }");
          }
          var taken = Imports.of("cell.httpx", HttpxCell.text(arguments)); // before the draft goes
          session.draft().become(new Scenario(Draft.NAME, List.of(), Optional.empty()));
          return taken(session, "the cell", taken);
        },
        Completer.NONE);
  }

  private static String taken(Session session, String name, Taken taken) {
    for (var scenario : taken.scenarios()) {
      if (session.draft().names().isEmpty()) {
        session.draft().become(scenario);
        scenario
            .base()
            .filter(url -> !url.contains("${"))
            .ifPresent(url -> standsOn(session, url, name));
      } else {
        var base = session.scenario().base();
        session.draft().add(scenario);
        if (scenario.base().isPresent() && !scenario.base().equals(base)) {
          session
              .front()
              .note(
                  "paths of "
                      + name
                      + " stood on "
                      + scenario.base().get()
                      + "; in the draft they stand on "
                      + base.orElse("no base yet"));
        }
      }
      if (session.base().isEmpty()) {
        scenario.base().filter(url -> !url.contains("${")).ifPresent(session::base);
      }
    }
    return taken
        + taken.leftOut().stream()
            .map(Problem::toString)
            .map("\n"::concat)
            .collect(Collectors.joining())
        + (taken.scenarios().isEmpty() ? "" : "\n%steps shows the draft");
  }

  /** A draft and the probes beside it stand on the same. */
  private static void standsOn(Session session, String url, String name) {
    var before = session.base();
    session.base(url);
    before
        .filter(other -> !session.base().equals(Optional.of(other)))
        .ifPresent(other ->
            session
                .front()
                .note(
                    "paths stand on "
                        + url
                        + " now, as "
                        + name
                        + " says; %base "
                        + other
                        + " takes them back"));
  }

  private static Command notebook() {
    return new Command(
        "notebook",
        Group.KEEP,
        "%notebook FILE.ipynb",
        "Saves all that was entered as a notebook, a cell each.",
        "",
        List.of("%notebook morning.ipynb"),
        "",
        (session, arguments) -> {
          arguments.need(0, "a file", "%notebook morning.ipynb");
          var name = arguments.name(0);
          if (!name.toLowerCase(Locale.ROOT).endsWith(".ipynb")) {
            throw arguments.wrong(0, name + " is no notebook", "a name that ends in .ipynb");
          }
          var notebook = Notebook.of(session.history());
          notebook.secrets().forEach(session.secrets()::add);
          write(session.places().file(arguments.name(0)), notebook.json());
          return arguments.name(0)
              + " written, "
              + notebook.cells()
              + (notebook.cells() == 1 ? " cell" : " cells");
        },
        FILES);
  }
}
