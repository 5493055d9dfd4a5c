package dev.squall.shell.command;

import dev.squall.analysis.Analysis;
import dev.squall.chart.Chart;
import dev.squall.chart.ChartKind;
import dev.squall.chart.NamedRun;
import dev.squall.chart.PercentileCurve;
import dev.squall.problem.Nearest;
import dev.squall.shell.command.Command.Group;
import dev.squall.shell.session.KeptRun;
import dev.squall.shell.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code %plot}. */
final class ChartCommand {
  private static final int MOST_RUNS = 6;
  private static final Map<String, ChartKind> KINDS = kinds();

  private ChartCommand() {}

  private static Map<String, ChartKind> kinds() {
    var all = new LinkedHashMap<String, ChartKind>();
    for (var kind : ChartKind.values()) {
      all.put(
          switch (kind) {
            case PERCENTILES -> "percentiles";
            case LATENCY_OVER_TIME -> "time";
            case THROUGHPUT -> "throughput";
            case HISTOGRAM -> "histogram";
            case STEPS -> "steps";
            case HEAT -> "heat";
          },
          kind);
    }
    return all;
  }

  static Command plot() {
    return new Command(
        "plot",
        Group.RUN,
        "%plot [RUN …] [CHART]",
        "Draws a run, its percentiles where no other chart is named.",
        "The others: "
            + ResultCommands.listed(KINDS.keySet(), 1)
            + ".\nSeveral runs are drawn as percentiles in one chart, six at most.",
        List.of("%plot", "%plot r1 time"),
        "plot(runs(1)), plot(runs(1), ChartKind.HEAT), plot(runs(1), runs(2))",
        ChartCommand::draw,
        ResultCommands.or(KINDS.keySet(), "chart"));
  }

  private static Object draw(Session session, Arguments arguments) {
    var chosen = Chosen.of(session, arguments);
    var kind = ChartKind.PERCENTILES;
    for (var word : chosen.others()) {
      kind = KINDS.get(word.text());
      if (kind == null) {
        throw arguments.wrong(
            Chosen.index(arguments, word),
            "there is no chart " + word.text(),
            Nearest.to(word.text(), KINDS.keySet())
                .map(near -> "did you mean " + near + "?")
                .orElse(ResultCommands.listed(KINDS.keySet(), 0)));
      }
      if (chosen.others().size() > 1) {
        throw arguments.wrong(
            Chosen.index(arguments, chosen.others().get(1)), "one chart is enough", "%plot time");
      }
      if (chosen.runs().size() > 1 && kind != ChartKind.PERCENTILES) {
        throw arguments.wrong(
            Chosen.index(arguments, word),
            "several runs are drawn as percentiles only",
            "%plot r1 " + word.text());
      }
    }
    if (chosen.runs().size() > 1) {
      return several(chosen.runs(), arguments);
    }
    var kept = chosen.one(session, arguments);
    return Analysis.plot(Chosen.results(kept, arguments), kind);
  }

  private static Chart several(List<KeptRun> runs, Arguments arguments) {
    if (runs.size() > MOST_RUNS) {
      throw arguments.wrong(
          MOST_RUNS, "nobody tells " + runs.size() + " curves apart", "six runs at most");
    }
    var named =
        runs.stream()
            .map(kept -> new NamedRun(kept.name(), Chosen.results(kept, arguments)))
            .toList();
    return PercentileCurve.of(named)
        .orElseThrow(
            () -> arguments.wrong(arguments.count(), "nothing of them was answered", "%runs"));
  }
}
