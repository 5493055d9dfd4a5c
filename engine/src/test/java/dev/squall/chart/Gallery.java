package dev.squall.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every kind of chart in every rendering, to be looked at: {@code Gallery FOLDER} writes them and
 * an {@code index.html} that shows them together.
 */
final class Gallery {
  private Gallery() {}

  static Map<String, Chart> charts() {
    var run = Stories.outage();
    var slower = Stories.outage(8, 1.4);
    var charts = new LinkedHashMap<String, Optional<Chart>>();
    for (var kind : ChartKind.values()) {
      charts.put(kind.name().toLowerCase(Locale.ROOT), kind.of(run));
    }
    var two = List.of(new NamedRun("before", run), new NamedRun("after", slower));
    charts.put("two_percentiles", PercentileCurve.of(two));
    charts.put("two_over_time", LatencyOverTime.of(two, 95));
    charts.put(
        "differences",
        StepBars.of(
            "change of p95",
            "%",
            List.of(
                new StepBars.Bar("login", -4, -9, 1),
                new StepBars.Bar(Stories.NASTY, 12, 8, 17),
                new StepBars.Bar(
                    "a step with a very long name that nobody should have given it", 3, 3, 3))));
    charts.put("median_by_step", StepBars.of(run, 50));
    var hour = Stories.steady(3600, 1800);
    charts.put("hour", LatencyOverTime.of(hour));
    charts.put("hour_throughput", Throughput.of(hour));
    var all = new LinkedHashMap<String, Chart>();
    charts.forEach((name, chart) -> all.put(name, chart.orElseThrow()));
    return all;
  }

  public static void main(String[] args) throws IOException {
    var folder = Files.createDirectories(Path.of(args[0]));
    var page = new StringBuilder("<!doctype html><meta charset=utf-8><title>charts</title>\n");
    page.append("<style>body{background:#ddd}svg{margin:4px}</style>");
    charts()
        .forEach((name, chart) -> {
          try {
            var svg = SvgChart.render(chart, 760, 380);
            page.append(svg);
            Files.writeString(folder.resolve(name + ".svg"), svg);
            for (int columns : new int[] {40, 80, 160}) {
              Files.writeString(
                  folder.resolve(name + "." + columns + ".txt"),
                  TerminalChart.render(chart, columns, 14));
            }
            Files.writeString(
                folder.resolve(name + ".ansi"), TerminalChart.render(chart, 100, 16, true));
            Files.writeString(folder.resolve(name + ".vl.json"), VegaLite.render(chart, 640, 260));
            for (var theme : Theme.values()) {
              Files.write(
                  folder.resolve(name + "." + theme.name().toLowerCase(Locale.ROOT) + ".png"),
                  PixelChart.png(chart, 720, 360, 1, theme).orElseThrow());
            }
            for (var protocol : ImageProtocol.values()) {
              var image = TerminalImage.render(chart, protocol, 80, 18, Theme.DARK);
              if (image.isPresent()) {
                Files.writeString(folder.resolve(name + "." + protocol), image.get());
              }
            }
            System.out.println(
                name + ": " + chart.points() + " points, " + svg.length() + " bytes");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    Files.writeString(folder.resolve("index.html"), page);
  }
}
