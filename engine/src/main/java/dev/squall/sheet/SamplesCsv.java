package dev.squall.sheet;

import dev.squall.stats.RawSample;
import dev.squall.stats.Samples;
import java.io.IOException;

/** Raw samples for programs, a line each, in the shape of {@link SheetCsv}. */
public final class SamplesCsv {
  private SamplesCsv() {}

  /** Writes what is kept, one sample after the other: there may be a million. */
  public static void write(Samples samples, Appendable to) throws IOException {
    to.append(SheetCsv.line(RawColumn.ALL.stream().map(column -> column.heading().key()).toList()));
    for (var sample : samples) {
      to.append(SheetCsv.line(RawColumn.ALL.stream().map(column -> cell(column, sample)).toList()));
    }
  }

  private static String cell(RawColumn column, RawSample sample) {
    return switch (column) {
      case RawColumn.Words words -> SheetCsv.harmless(words.value().apply(sample));
      case RawColumn.Whole whole -> Long.toString(whole.value().applyAsLong(sample));
      case RawColumn.Figures figures -> {
        double value = figures.value().applyAsDouble(sample);
        yield Double.isFinite(value) ? Cells.plain(value) : "";
      }
    };
  }
}
