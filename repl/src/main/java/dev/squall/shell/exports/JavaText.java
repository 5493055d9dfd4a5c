package dev.squall.shell.exports;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A scenario in Squall's words: a class that runs it, or lines for JShell. Both mean the same. */
final class JavaText {
  private final Scenario scenario;
  private final Optional<Load> load;
  private final List<Goal> goals;
  private final String head;
  private final Code steps;

  JavaText(Material of, Notes notes) {
    scenario = of.scenario();
    load = of.load();
    goals = of.goals();
    steps = new JavaSteps(notes).scenario(scenario);
    head =
        "// "
            + Notes.oneLine(scenario.name())
            + ", written by Squall.\n"
            + of.secrets().stream()
                .map(secret -> "// Before it runs: " + secret.export() + "\n")
                .collect(Collectors.joining())
            + notes.all().stream()
                .map(left -> "// " + Notes.oneLine(left.position() + ": " + left.what()) + "\n")
                .collect(Collectors.joining());
  }

  String script() {
    var name = Names.variable(scenario.name(), "draft");
    var text = new StringBuilder(head).append(imports(List.of())).append('\n');
    define(text, name, steps);
    load.ifPresent(how -> define(text, name + "Load", JavaLoads.load(how)));
    if (!goals.isEmpty()) {
      define(
          text,
          name + "Goals",
          Code.call("java.util.List.of", goals.stream().map(JavaLoads::goal).toList()));
    }
    return text.toString();
  }

  private static void define(StringBuilder to, String name, Code value) {
    var begin = "var " + name + " = ";
    boolean fits = !Code.print(value, 0, begin.length() + 1).contains("\n");
    to.append(begin.stripTrailing())
        .append(fits ? " " : "\n    ")
        .append(Code.print(value, fits ? 0 : 4, fits ? begin.length() + 1 : 1))
        .append(";\n");
  }

  String type() {
    var type = Names.type(scenario.name(), "Draft");
    var name = Names.variable(scenario.name(), "draft");
    var text = new StringBuilder(head);
    text.append("// Run it: java --class-path \"$(./squall classpath)\" ")
        .append(type)
        .append(".java\n");
    text.append(imports(load.isPresent() ? List.of("Load", "Scenario") : List.of("Scenario")))
        .append("\npublic final class ")
        .append(type)
        .append(" {\n  private ")
        .append(type)
        .append("() {}\n\n  public static void main(String... args) {\n");
    if (load.isEmpty()) {
      text.append("    IO.println(once(").append(name).append("()));\n  }\n");
    } else {
      text.append("    var results = run(").append(name).append("(), load());\n");
      text.append("    IO.println(report(results));\n");
      if (!goals.isEmpty()) {
        var judged =
            Code.call("judge", Code.of(Code.word("results"), goals.stream().map(JavaLoads::goal)));
        text.append("    ").append(Code.print(judged, 4, 1)).append(";\n");
      }
      text.append("  }\n");
    }
    method(text, "Scenario", name, steps);
    load.ifPresent(how -> method(text, "Load", "load", JavaLoads.load(how)));
    return text.append("}\n").toString();
  }

  private static void method(StringBuilder to, String type, String name, Code value) {
    to.append("\n  static ")
        .append(type)
        .append(' ')
        .append(name)
        .append("() {\n    return ")
        .append(Code.print(value, 4, "return ;".length()))
        .append(";\n  }\n");
  }

  private String imports(List<String> more) {
    var codes = new ArrayList<Code>(List.of(steps));
    more.forEach(name -> codes.add(Code.word(name)));
    load.ifPresent(how -> codes.add(JavaLoads.load(how)));
    goals.forEach(goal -> codes.add(JavaLoads.goal(goal)));
    var named = JavaImports.of(codes);
    return "import static dev.squall.Squall.*;\n"
        + (named.isEmpty() ? "" : "\n")
        + named.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
  }
}
