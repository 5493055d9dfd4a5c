package dev.squall.shell.exports;

import dev.squall.goal.Goal;
import dev.squall.load.ClosedLoad;
import dev.squall.load.Iterations;
import dev.squall.load.Load;
import dev.squall.load.OpenLoad;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scenario as a JavaScript module for k6. */
final class K6Text {
  private final Material of;
  private final Scenario scenario;
  private final K6Context context;
  private final K6Steps steps;
  private final Map<String, Feed> rows = new LinkedHashMap<>();

  private K6Text(Material of, Notes notes) {
    this.of = of;
    scenario = of.scenario();
    context = new K6Context(scenario, notes);
    steps = new K6Steps(context);
    for (var feed : scenario.feeds()) {
      rows.put("rows" + (rows.size() + 1), feed);
    }
  }

  static String print(Material of, Notes notes) {
    return new K6Text(of, notes).print();
  }

  private String print() {
    var functions = functions();
    var data = data();
    var options = options();
    var imports = new Lines(2);
    imports.add("import http from 'k6/http';");
    if (!context.core.isEmpty()) {
      imports.add("import { " + String.join(", ", context.core) + " } from 'k6';");
    }
    context.imports.forEach(imports::add);
    var helpers = new StringBuilder();
    context.helpers.forEach(helper -> helpers.append('\n').append(helper.source()));
    return head() + imports + "\n" + options + constants() + data + functions + helpers;
  }

  private String head() {
    var lines = new Lines(2);
    lines.add("// " + Notes.oneLine(scenario.name()) + ", written by Squall for k6.");
    for (var secret : of.secrets()) {
      lines.add("// Before it runs: " + secret.export());
    }
    for (var note : context.notes.all()) {
      lines.add("// " + Notes.oneLine(note.position() + ": " + note.what()));
    }
    return lines.toString();
  }

  private Lines options() {
    var lines = new Lines(2);
    var loads = new K6Loads(context);
    lines.deeper("export const options = {");
    // A user of Squall's keeps its cookies from one iteration to the next.
    lines.add("noCookiesReset: true,");
    if (of.load().isPresent()) {
      lines.deeper("scenarios: {");
      lines.deeper(Names.variable(scenario.name(), "draft") + ": {");
      loads.add(of.load().get(), lines);
      lines.back("},").back("},");
    }
    var thresholds = loads.thresholds(of.goals(), of.load().map(K6Text::until).orElse(List.of()));
    if (!thresholds.isEmpty()) {
      lines.deeper("thresholds: {");
      thresholds.forEach(
          (metric, all) -> lines.add(metric + ": [" + String.join(", ", all) + "],"));
      lines.back("},");
    }
    return lines.back("};");
  }

  private static List<Goal> until(Load load) {
    return switch (load) {
      case Iterations _ -> List.of();
      case ClosedLoad closed -> closed.until();
      case OpenLoad open -> open.until();
    };
  }

  private Lines constants() {
    var lines = new Lines(2);
    lines.add("");
    var base =
        scenario.base().map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    if (context.usesBase()) {
      lines.add("const BASE = __ENV.BASE_URL || " + Js.text(base.orElse("")) + ";");
    }
    if (context.helpers.contains(K6Function.DEMAND)) {
      lines.add("const failed = new Rate('failed');");
    }
    if (steps.leaves()) {
      lines.add("const LEFT = 'left'; // an iteration that ends early and did not fail");
    }
    context.files.forEach((opened, name) -> lines.add("const " + name + " = " + opened + ";"));
    return lines;
  }

  private Lines data() {
    var lines = new Lines(2);
    rows.forEach((name, feed) -> {
      context.imports.add("import { SharedArray } from 'k6/data';");
      var read = read(feed);
      boolean isShuffled =
          feed.order() instanceof Feed.Order.Shuffled || feed.order() instanceof Feed.Order.Once;
      if (isShuffled) {
        read = context.call(K6Function.SHUFFLED, read);
        context.notes.add(
            "scenario " + scenario.name(),
            "k6 shuffles rows once, by a seed of its own",
            "each pass over them has the same order");
      }
      lines.add("const " + name + " = new SharedArray('" + name + "', () => " + read + ");");
    });
    return lines;
  }

  private String read(Feed feed) {
    return switch (feed.source()) {
      case Feed.Source.Csv(var path) ->
          context.call(
              K6Function.CSV,
              "open("
                  + Js.text(path)
                  + "), "
                  + Js.text(feed.delimiter().map(Object::toString).orElse(",")));
      case Feed.Source.Json(var path, var column) ->
          "JSON.parse(open(" + Js.text(path) + "))" + plain(column);
      case Feed.Source.JsonLines(var path, var column) ->
          "open("
              + Js.text(path)
              + ").split('\\n').filter((line) => line.trim()).map((line) => JSON.parse(line))"
              + plain(column);
      case Feed.Source.Values(var column, var values) ->
          values.stream()
              .map(value -> "{ " + Js.key(column) + ": " + value(value) + " }")
              .toList()
              .toString();
      case Feed.Source.Rows(var given) -> {
        var all = new ArrayList<String>();
        for (var row : given) {
          var members = new ArrayList<String>();
          row.forEach((column, value) -> members.add(Js.key(column) + ": " + value(value)));
          all.add("{ " + String.join(", ", members) + " }");
        }
        yield all.toString();
      }
    };
  }

  /** Rows that are plain values form one column. */
  private static String plain(String column) {
    return ".map((row) => (typeof row === 'object' && row ? row : { "
        + Js.key(column)
        + ": row }))";
  }

  private static String value(@Nullable Object value) {
    return value instanceof Number || value instanceof Boolean || value == null
        ? String.valueOf(value)
        : Js.text(value.toString());
  }

  private Lines functions() {
    var lines = new Lines(2);
    boolean hasSetup = !scenario.setup().isEmpty();
    if (hasSetup) {
      lines.add("").deeper("export function setup() {").add("const v = {};");
      steps.add(scenario.setup(), lines);
      lines.add("return v;").back("}");
    }
    var copied = hasSetup ? "{ ...data }" : "{}";
    var given = hasSetup ? "data" : "";
    lines.add("").deeper("function iteration(v) {");
    rows.forEach((name, feed) ->
        lines.add("Object.assign(v, " + K6Steps.row(feed.order(), name, context) + ");"));
    steps.add(scenario.steps(), lines);
    lines.back("}");
    lines.add("").deeper("export default function (" + given + ") {");
    entry(copied, lines);
    lines.back("}");
    if (!scenario.teardown().isEmpty()) {
      lines.add("").deeper("export function teardown(" + given + ") {");
      lines.add("const v = " + copied + ";");
      steps.add(scenario.teardown(), lines);
      lines.back("}");
    }
    return lines;
  }

  private void entry(String variables, Lines to) {
    var pacing = scenario.pacing();
    if (!steps.leaves() && pacing.isEmpty()) {
      to.add("iteration(" + variables + ");");
      return;
    }
    if (pacing.isPresent()) {
      to.add("const begun = Date.now();");
    }
    to.deeper("try {").add("iteration(" + variables + ");");
    if (steps.leaves()) {
      to.between("} catch (e) {").add("if (e !== LEFT) throw e;");
    }
    if (pacing.isPresent()) {
      context.core.add("sleep");
      to.between("} finally {");
      to.add(
          "sleep(Math.max(0, "
              + K6Requests.seconds(pacing.get())
              + " - (Date.now() - begun) / 1000));");
    }
    to.back("}");
  }
}
