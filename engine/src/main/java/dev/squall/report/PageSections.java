package dev.squall.report;

import static dev.squall.sheet.SheetHtml.escaped;

import dev.squall.chart.ChartKind;
import dev.squall.sheet.Numbers;
import dev.squall.sheet.Sheet;
import dev.squall.sheet.SheetFigures;
import dev.squall.sheet.SheetHtml;
import dev.squall.sheet.Sheets;
import dev.squall.stats.Judgement;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import dev.squall.stats.Stall;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** What stands on the page, in the order of the questions that a reader has. */
record PageSections(SavedResults saved) {
  private static final int ALL = Integer.MAX_VALUE;
  private static final int MOST_SLOWEST = 30;
  private static final int SLOWEST_OF_A_STEP = 3;
  private static final int MOST_ERRORS = 100;
  private static final int MOST_USERS = 100;

  /** Of rows over time: more make a page slow, and a file is the place for them. */
  private static final int MOST_SECONDS = 1000;

  private static final int MOST_STALLS = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String DEFINITIONS =
      """
      <p><b>Response time</b> counts from the moment a request should have begun to the end of its answer: waiting for \
      a free user or a connection is inside. <b>Service time</b> counts from the first byte written: it is the \
      server’s part. A time marked ≥ is a bound: requests that timed out or were cut off took at least so long.</p>
      """;

  /** Of the row of all requests: what is seen first. */
  private static final SequencedMap<String, String> FIGURES = figures();

  private static SequencedMap<String, String> figures() {
    var names = new LinkedHashMap<String, String>();
    names.put("count", "requests");
    names.put("failed", "failed");
    names.put("error_percent", "failed share");
    names.put("requests_per_s", "request rate");
    names.put("p50_ms", "half within");
    names.put("p95_ms", "95 % within");
    names.put("p99_ms", "99 % within");
    names.put("max_ms", "slowest");
    return names;
  }

  @Override
  public String toString() {
    var sheets = new Sheets(results());
    return header()
        + "<main>\n"
        + first(sheets)
        + section("times", "How long it took", times(sheets))
        + section("course", "Over time", course(sheets))
        + section("errors", "What failed", errors(sheets))
        + section("slowest", "The slowest requests", slowest(sheets))
        + section("connections", "Connections", connections(sheets))
        + section("variables", "Variables", variables(sheets))
        + section("measured", "How it was measured", measured(sheets))
        + "</main>\n"
        + footer();
  }

  private Results results() {
    return saved.results();
  }

  private String header() {
    var info = results().info();
    var verdict = results().generator().verdict().label();
    return "<header>\n<h1>%s</h1>\n<p class=\"badge %s\">%s</p>\n<p class=\"what\">%s</p>\n</header>\n"
        .formatted(
            escaped(info.scenario()),
            verdict,
            verdict,
            escaped(
                info.load()
                    + (info.base().isEmpty() ? "" : " at " + info.base())
                    + " · "
                    + TIME.format(info.started())));
  }

  /** The answer, before anything has to be read. */
  private String first(Sheets sheets) {
    var summary = new Summary(results(), ALL);
    var warning = summary.warning();
    return "<section id=\"summary\">\n"
        + paragraph("lead", summary.sentence().lines().toList())
        + (warning.isEmpty() ? "" : paragraph("warning", List.of(warning)))
        + paragraph(
            "verdict", List.of(results().generator().verdict().label() + ": " + summary.reasons()))
        + lines(new Course(results(), ALL).toString().lines().map(PageSections::named).toList())
        + (results().totals().requests() == 0 ? "" : SheetFigures.of(sheets.table(), FIGURES))
        + goals()
        + "</section>\n";
  }

  /** A label and what is aligned behind it. */
  private static String named(String line) {
    return line.strip().replaceFirst(" {2,}", ": ");
  }

  private String goals() {
    var all = saved.judgements().all();
    return all.isEmpty()
        ? ""
        : all.stream()
            .map(PageSections::goal)
            .collect(Collectors.joining("", "<h2>Goals</h2>\n<ul class=\"goals\">\n", "</ul>\n"));
  }

  private static String goal(Judgement judgement) {
    var word = judgement.met() ? "met" : "missed";
    return "<li class=\"%s\"><b>%s</b> %s: <b>%s</b></li>\n"
        .formatted(word, word, escaped(judgement.goal().toString()), escaped(judgement.measured()));
  }

  private String times(Sheets sheets) {
    return table(sheets.table(), ALL)
        + charts(ChartKind.PERCENTILES, ChartKind.HISTOGRAM, ChartKind.STEPS, ChartKind.HEAT)
        + table(sheets.scenarios(), ALL)
        + folded(sheets.endpoints(), ALL)
        + folded(sheets.checks(), ALL)
        + folded(sheets.percentiles(), ALL);
  }

  private String course(Sheets sheets) {
    return charts(ChartKind.LATENCY_OVER_TIME, ChartKind.THROUGHPUT)
        + folded(sheets.timeline(), MOST_SECONDS)
        + folded(sheets.users(), MOST_USERS);
  }

  private String errors(Sheets sheets) {
    return results().errors().isEmpty() && results().totals().failed() == 0
        ? "<p>Nothing.</p>\n"
        : table(sheets.errors(), MOST_ERRORS);
  }

  private static String slowest(Sheets sheets) {
    var slowest = sheets.slowest(SLOWEST_OF_A_STEP);
    return slowest.rows() == 0
        ? ""
        : table(slowest, MOST_SLOWEST)
            + "<p class=\"note\">The parts add up to the response time. A user and an iteration, with the seed, name"
            + " the request: it can be performed again.</p>\n";
  }

  private String connections(Sheets sheets) {
    return lines(new ConnectionParagraph(results(), ALL).lines())
        + folded(sheets.connections(), ALL)
        + folded(sheets.utilisation(), MOST_SECONDS);
  }

  private static String variables(Sheets sheets) {
    return table(sheets.variables(), ALL);
  }

  private String measured(Sheets sheets) {
    return DEFINITIONS
        + table(sheets.generator(), ALL)
        + lines(
            results().generator().stalls().stream()
                .limit(MOST_STALLS)
                .map(PageSections::stall)
                .toList());
  }

  private static String stall(Stall stall) {
    return "At %s s %s for %s ms."
        .formatted(
            Numbers.decimal(stall.fromSeconds()),
            stall.whole() ? "the load generator stood still" : "users waited for a processor",
            Numbers.decimal(stall.ms()));
  }

  private static String footer() {
    return "<footer><p>Written by Squall " + escaped(HtmlReport.version()) + ".</p></footer>\n";
  }

  private static String section(String id, String title, String content) {
    return content.isEmpty()
        ? ""
        : "<section id=\"%s\">\n<h2>%s</h2>\n%s</section>\n".formatted(id, title, content);
  }

  private String charts(ChartKind... kinds) {
    var figures = new StringBuilder();
    for (var kind : kinds) {
      figures.append(PageCharts.of(kind, results()));
    }
    return figures.isEmpty() ? "" : "<div class=\"charts\">\n" + figures + "</div>\n";
  }

  private static String table(Sheet sheet, int rows) {
    return sheet.rows() == 0 ? "" : SheetHtml.of(sheet.withoutIdle(), rows);
  }

  /** What few will read, for those who do. */
  private static String folded(Sheet sheet, int rows) {
    return sheet.rows() == 0
        ? ""
        : "<details>\n<summary>%s</summary>\n%s</details>\n"
            .formatted(escaped(sheet.title()), table(sheet, rows));
  }

  private static String lines(List<String> lines) {
    return lines.stream()
        .map(line -> "<p>" + escaped(line) + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String paragraph(String kind, List<String> lines) {
    return "<p class=\"%s\">%s</p>\n"
        .formatted(kind, lines.stream().map(SheetHtml::escaped).collect(Collectors.joining(" ")));
  }
}
