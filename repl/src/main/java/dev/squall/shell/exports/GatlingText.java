package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaLiterals.quoted;
import static dev.squall.shell.exports.JavaLiterals.text;

import dev.squall.goal.Goal;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scenario as a simulation of Gatling's, in its Java. */
final class GatlingText {
  private static final String SUCCEEDED = "session -> session.markAsSucceeded()";

  private final Material of;
  private final Scenario scenario;
  private final GatlingContext context;
  private final GatlingSteps steps;
  private final GatlingLoads loads;
  private final boolean shares;

  private GatlingText(Material of, Notes notes) {
    this.of = of;
    scenario = of.scenario();
    context = new GatlingContext(scenario, notes);
    steps = new GatlingSteps(context);
    loads = new GatlingLoads(context);
    shares = !scenario.setup().isEmpty();
  }

  static String print(Material of, Notes notes) {
    return new GatlingText(of, notes).print();
  }

  private String print() {
    var fields = new Lines(2);
    var type = Names.type(scenario.name(), "Draft") + "Simulation";
    var main = Names.variable(scenario.name(), "draft");
    if (scenario.pacing().isPresent()) {
      context.untold(
          "scenario " + scenario.name(),
          "a user of Gatling's performs one iteration",
          "pacing is left out");
    }
    var before = once("before", scenario.setup(), true);
    var body = body();
    var after = once("after", scenario.teardown(), false);
    before.ifPresent(code -> field(fields, "ScenarioBuilder before", code));
    field(fields, "ScenarioBuilder " + main, body);
    after.ifPresent(code -> field(fields, "ScenarioBuilder after", code));
    return head(type)
        + "public class "
        + type
        + " extends Simulation {\n"
        + constants()
        + fields
        + setUp(main, before.isPresent(), after.isPresent())
        + (steps.compares() ? SAME : "")
        + "}\n";
  }

  private static final String SAME =
      """

        /** Equal, as numbers where both are numbers. */
        private static boolean same(String value, String expected) {
          try {
            return value.equals(expected)
                || Double.parseDouble(value) == Double.parseDouble(expected);
          } catch (NumberFormatException e) {
            return false;
          }
        }
      """;

  private String head(String type) {
    var lines = new Lines(2);
    lines.add(
        "// " + Notes.oneLine(scenario.name()) + ", written by Squall for Gatling 3.13 or later:");
    lines.add("// src/test/java/" + type + ".java of a project with Gatling's plugin.");
    for (var secret : of.secrets()) {
      lines.add("// Before it runs: " + secret.export());
    }
    for (var note : context.notes.all()) {
      lines.add("// " + Notes.oneLine(note.position() + ": " + note.what()));
    }
    lines.add("import static io.gatling.javaapi.core.CoreDsl.*;");
    lines.add("import static io.gatling.javaapi.http.HttpDsl.*;").add("");
    lines.add("import io.gatling.javaapi.core.*;").add("import io.gatling.javaapi.http.*;");
    lines.add("import java.math.BigDecimal;");
    lines.add("import java.time.Duration;").add("import java.time.Instant;");
    lines.add("import java.util.*;").add("import java.util.concurrent.ConcurrentHashMap;");
    lines.add("import java.util.concurrent.ThreadLocalRandom;");
    lines
        .add("import java.util.concurrent.atomic.AtomicLong;")
        .add("import java.util.regex.Pattern;");
    return lines.add("").toString();
  }

  private String constants() {
    var lines = new Lines(2).deeper("");
    if (context.attributes.containsKey("COUNTER")) {
      lines.add("private static final AtomicLong COUNTER = new AtomicLong();");
    }
    if (shares) {
      lines.add("/** What the setup extracted. */");
      lines.add("private static final Map<String, Object> SHARED = new ConcurrentHashMap<>();");
    }
    Code http = Code.word("http");
    if (scenario.base().isPresent()) {
      http = http.dot("baseUrl", text(GatlingContext.literal(scenario.base().get())));
    }
    field(lines, "HttpProtocolBuilder protocol", http);
    return lines.toString().substring(1);
  }

  private static void field(Lines to, String declared, Code value) {
    // The first line of a text that begins deeper.
    var indent = to.column() == 0 ? "  " : "";
    var printed = Code.print(value, 6, 1);
    to.add(indent + declared + " =\n      " + printed + ";\n");
  }

  /** What is done once, before or after: its variables are everybody's. */
  private Optional<Code> once(String name, List<Step> once, boolean first) {
    if (once.isEmpty()) {
      return Optional.empty();
    }
    var chain = new ArrayList<>(steps.chain(once));
    if (first) {
      for (var variable : new Extracted(once).names()) {
        var get = "SHARED.put(" + quoted(variable) + ", session.get(" + quoted(variable) + "))";
        chain.add(Code.word("exec(session -> { " + get + "; return session; })"));
      }
    }
    var begun = begun(call("scenario", text(name)), !first);
    return Optional.of(begun.dot("exitBlockOnFail").dot("on", chain));
  }

  private Code body() {
    var feeds = new ArrayList<Code>();
    scenario.feeds().forEach(feed -> feeds.add(feeder(feed)));
    var chain = call("exitBlockOnFail").dot("on", steps.chain(scenario.steps()));
    var named = call("scenario", text(scenario.name()));
    long times = of.load().map(GatlingLoads::repeats).orElse(1L);
    var begin = new ArrayList<Code>();
    if (shares) {
      begin.add(Code.word("exec(session -> session.setAll(SHARED))"));
    }
    if (!context.attributes.isEmpty()) {
      begin.add(call("exec", GatlingContext.setting(context.attributes)));
    }
    feeds.forEach(feed -> begin.add(call("feed", feed)));
    if (times == 1) {
      Code code = named;
      for (var one : begin) {
        code =
            one instanceof Code.Call part && part.name().equals("feed")
                ? code.dot("feed", part.arguments())
                : code.dot("exec", one);
      }
      return code.dot("exec", chain);
    }
    begin.add(Code.word("exec(" + SUCCEEDED + ")"));
    begin.add(chain);
    return named.dot("repeat", JavaLiterals.number(times)).dot("on", begin);
  }

  private Code begun(Code named, boolean isAfter) {
    var code =
        isAfter && shares
            ? named.dot("exec", Code.word("session -> session.setAll(SHARED)"))
            : named;
    return context.attributes.isEmpty()
        ? code
        : code.dot("exec", GatlingContext.setting(context.attributes));
  }

  private Code feeder(Feed feed) {
    return new GatlingFeeds(context).feed(feed);
  }

  private Lines setUp(String main, boolean before, boolean after) {
    var lines = new Lines(2);
    var population = loads.inject(Code.word(main), of.load());
    if (after) {
      population = population.dot("andThen", Code.word("after.injectOpen(atOnceUsers(1))"));
    }
    if (before) {
      population = Code.word("before.injectOpen(atOnceUsers(1))").dot("andThen", population);
    }
    var setUp = call("setUp", population).dot("protocols", Code.word("protocol"));
    if (!of.goals().isEmpty()) {
      setUp = setUp.dot("assertions", of.goals().stream().map(loads::assertion).toList());
    }
    return lines.add("  {").add("    " + Code.print(setUp, 4, 1) + ";").add("  }");
  }

  /** Why a load ends early is no matter of Gatling's. */
  static List<Goal> until(Load load) {
    return switch (load) {
      case Iterations _ -> List.of();
      case ClosedLoad closed -> closed.until();
      case OpenLoad open -> open.until();
    };
  }
}
