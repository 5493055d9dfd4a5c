package dev.squall.report;

import dev.squall.sheet.SamplesCsv;
import dev.squall.sheet.SheetCsv;
import dev.squall.sheet.Sheets;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files that results are written to; the ending of a name says which. Every number in them is
 * that of a {@linkplain Sheets sheet} or of the results file.
 */
public enum ReportFile {
  /** Everything but the raw samples, to be loaded, merged and compared. */
  JSON(".json") {
    @Override
    public void write(SavedResults saved, MetricsText metrics, Appendable to) throws IOException {
      to.append(saved.toJson());
    }
  },
  /** A row a request, as far as raw samples are kept; {@code Samples.incomplete()} says how far. */
  SAMPLES(".samples.csv") {
    @Override
    public void write(SavedResults saved, MetricsText metrics, Appendable to) throws IOException {
      SamplesCsv.write(saved.results().samples(), to);
    }
  },
  /** A row a step, and a total. */
  CSV(".csv") {
    @Override
    public void write(SavedResults saved, MetricsText metrics, Appendable to) throws IOException {
      to.append(SheetCsv.of(new Sheets(saved.results()).table()));
    }
  },
  /** One page with everything, for people. */
  HTML(".html") {
    @Override
    public void write(SavedResults saved, MetricsText metrics, Appendable to) throws IOException {
      to.append(new HtmlReport(saved).toString());
    }
  },
  /** HdrHistogram's log: an interval histogram a second, tagged by step. */
  HDR_LOG(".hlog") {
    @Override
    public void write(SavedResults saved, MetricsText metrics, Appendable to) throws IOException {
      to.append(HdrLog.of(saved.results()));
    }
  },
  /** JUnit's XML, for a CI server: goals are the tests that can fail. */
  JUNIT(".xml") {
    @Override
    public void write(SavedResults saved, MetricsText metrics, Appendable to) throws IOException {
      to.append(JunitXml.of(saved));
    }
  },
  /** A page for a pull request or a wiki. */
  MARKDOWN(".md") {
    @Override
    public void write(SavedResults saved, MetricsText metrics, Appendable to) throws IOException {
      to.append(new MarkdownReport(saved).toString());
    }
  },
  /** Prometheus's text format. */
  PROMETHEUS(".prom") {
    @Override
    public void write(SavedResults saved, MetricsText metrics, Appendable to) throws IOException {
      to.append(metrics.of(saved.results()));
    }
  };

  /** Results as metrics in text: from outside, because the engine knows no Prometheus. */
  @FunctionalInterface
  public interface MetricsText {
    /** The whole text. */
    String of(Results results);
  }

  private final String ending;

  ReportFile(String ending) {
    this.ending = ending;
  }

  /** How its names end: {@code .samples.csv}. */
  public String ending() {
    return ending;
  }

  /** All endings, for a message: {@code .json, .samples.csv, …}. */
  public static String endings() {
    return Arrays.stream(values()).map(ReportFile::ending).collect(Collectors.joining(", "));
  }

  /** The file that a name asks for by its ending, the longest one that fits; upper case is fine. */
  public static Optional<ReportFile> of(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> name.endsWith(kind.ending))
        .max(Comparator.comparingInt(kind -> kind.ending.length()));
  }

  /**
   * Writes the whole text, to be encoded in UTF-8.
   *
   * @param metrics what makes a {@link #PROMETHEUS} file; of no use to the others
   */
  public abstract void write(SavedResults saved, MetricsText metrics, Appendable to)
      throws IOException;
}
