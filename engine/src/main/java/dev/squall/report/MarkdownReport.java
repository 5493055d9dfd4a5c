package dev.squall.report;

import dev.squall.sheet.Sheet;
import dev.squall.sheet.SheetMarkdown;
import dev.squall.sheet.Sheets;
import dev.squall.stats.Judgement;
import dev.squall.stats.SavedResults;
import java.util.stream.Collectors;

/** Results in GitHub's Markdown: what a pull request should show. */
record MarkdownReport(SavedResults saved) {
  private static final int MOST_ROWS = 100;
  private static final int MOST_ERRORS = 20;

  @Override
  public String toString() {
    var results = saved.results();
    var info = results.info();
    var sheets = new Sheets(results);
    return "# "
        + SheetMarkdown.escaped(info.scenario() + ": " + info.load())
        + "\n\n"
        + new Summary(results, Integer.MAX_VALUE)
            .all()
            .lines()
            .map(line -> SheetMarkdown.escaped(line) + "\n\n")
            .collect(Collectors.joining())
        + goals()
        + table(sheets.table(), MOST_ROWS)
        + table(sheets.errors(), MOST_ERRORS)
        + table(sheets.scenarios(), MOST_ROWS)
        + table(sheets.connections(), MOST_ROWS)
        + table(sheets.generator(), MOST_ROWS);
  }

  private String goals() {
    return saved.judgements().all().isEmpty()
        ? ""
        : saved.judgements().all().stream()
            .map(MarkdownReport::goal)
            .collect(Collectors.joining("", "**Goals**\n\n", "\n"));
  }

  private static String goal(Judgement judgement) {
    return "- %s %s\n"
        .formatted(
            judgement.met() ? "✅ met:" : "❌ missed:",
            SheetMarkdown.escaped(judgement.goal() + ": " + judgement.measured()));
  }

  private static String table(Sheet sheet, int rows) {
    return sheet.rows() == 0 ? "" : SheetMarkdown.of(sheet.withoutIdle(), rows) + "\n";
  }
}
