package dev.squall.report;

import dev.squall.sheet.SheetCsv;
import dev.squall.sheet.Sheets;
import dev.squall.stats.Results;
import java.io.IOException;
import java.util.List;
import java.util.stream.Gatherers;

/** The raw samples, a line each. */
final class SamplesCsv {
  /** As many rows become a sheet at once: a run may keep a million. */
  private static final int PART = 10_000;

  private SamplesCsv() {}

  static void write(Results results, Appendable to) throws IOException {
    var sheets = new Sheets(results);
    to.append(SheetCsv.of(sheets.samples(List.of())));
    try (var samples = results.samples().stream()) {
      var parts = samples.gather(Gatherers.windowFixed(PART)).iterator();
      while (parts.hasNext()) {
        to.append(SheetCsv.rows(sheets.samples(parts.next())));
      }
    }
  }
}
