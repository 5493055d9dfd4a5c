package dev.squall.shell.command;

import dev.squall.shell.command.Command.Completer;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.docs.Documentation;
import dev.squall.shell.docs.Topics;
import dev.squall.shell.line.Word;
import dev.squall.shell.maven.MavenJars;
import dev.squall.shell.maven.MavenPlaces;
import dev.squall.shell.session.Masked;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;

/** The session itself: its Java, what was entered, what there is to read. */
final class SessionCommands {
  private SessionCommands() {}

  static List<Command> of(Supplier<Documentation> documentation) {
    return List.of(
        history(),
        classpath("classpath"),
        classpath("jars"),
        maven(),
        doc(documentation),
        restart());
  }

  private static Command history() {
    return new Command(
        "history",
        Group.SESSION,
        "%history [COUNT]",
        "What was entered, without its secrets.",
        "",
        List.of("%history", "%history 20"),
        "",
        (session, arguments) -> {
          var all = session.history();
          int count = arguments.isEmpty() ? all.size() : arguments.number(0, "%history 20");
          var text = new StringBuilder();
          for (int i = Math.max(0, all.size() - count); i < all.size(); i++) {
            text.append(text.isEmpty() ? "" : "\n")
                .append("%4d  ".formatted(i + 1))
                .append(Masked.of(all.get(i)).text().replace("\n", "\n      "));
          }
          return text.toString();
        },
        Completer.NONE);
  }

  /** Users of other kernels know it by another name. */
  private static Command classpath(String name) {
    var example = "%" + name + " lib/model.jar";
    return new Command(
        name,
        Group.SESSION,
        "%" + name + " FILE …",
        "Makes the classes of jars and folders known to what follows.",
        "",
        List.of(example),
        "",
        (session, arguments) -> {
          arguments.need(0, "a jar or a folder", example);
          for (int i = 0; i < arguments.count(); i++) {
            var word = arguments.word(i).orElse("");
            var file = session.places().file(word);
            if (!Files.exists(file)) {
              throw arguments.wrong(i, "there is no file " + word, "a jar, or a folder of classes");
            }
            session.java().addToClasspath(file);
          }
          return arguments.count()
              + (arguments.count() == 1 ? " place of classes added" : " places of classes added");
        },
        FileCommands.FILES);
  }

  private static Command maven() {
    return new Command(
        "maven",
        Group.SESSION,
        "%maven GROUP:ARTIFACT:VERSION …",
        "Makes a jar and what it needs known to what follows, found as Maven would.",
        """
        With the settings of Maven that you have; GROUP:ARTIFACT:TYPE:CLASSIFIER:VERSION too,
        exclude=GROUP:ARTIFACT, repository=URL, -o for offline, -U for new SNAPSHOTs.\
        """,
        List.of("%maven org.apache.commons:commons-lang3:3.18.0"),
        "",
        (session, arguments) -> {
          arguments.need(0, "coordinates", "%maven org.apache.commons:commons-lang3:3.18.0");
          var found =
              MavenJars.of(
                  arguments.words().stream().map(Word::text).toList(),
                  MavenPlaces.classPath(),
                  MavenPlaces.usual(),
                  session.front()::note);
          found.jars().forEach(session.java()::addToClasspath);
          return found;
        },
        Completer.NONE);
  }

  private static Command doc(Supplier<Documentation> documentation) {
    return new Command(
        "doc",
        Group.SESSION,
        "%doc WORD   or   ?WORD",
        "Documentation of a word of Java, of a command, or of a topic.",
        "Topics: " + String.join(", ", Topics.names()) + ".",
        List.of("%doc perSecond", "?trust"),
        "",
        (session, arguments) -> {
          var word = arguments.need(0, "a word", "?perSecond, ?Results, ?trust");
          if (word.startsWith("%")) {
            return session.evaluate("%help " + word.substring(1));
          }
          return new Documents(documentation.get())
              .of(word, session.java())
              .orElseThrow(() ->
                  arguments.wrong(
                      0,
                      "nothing is known of " + word,
                      new Documents(documentation.get()).like(word)));
        },
        (_, before, begun) ->
            before.isEmpty()
                ? documentation.get().words().stream()
                    .filter(word -> word.startsWith(begun))
                    .map(word ->
                        new Candidate(word, documentation.get().summary(word).orElse(""), "word"))
                    .toList()
                : List.of());
  }

  private static Command restart() {
    return new Command(
        "restart",
        Group.SESSION,
        "%restart",
        "Java begins anew; the draft, the variables of the user and the runs stay.",
        "",
        List.of("%restart"),
        "",
        (session, arguments) -> {
          arguments.most(0, "%restart");
          session.restart();
          return "Java began anew; draft, variables and runs are as they were";
        },
        Completer.NONE);
  }
}
