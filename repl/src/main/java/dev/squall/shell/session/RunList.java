package dev.squall.shell.session;

import dev.squall.problem.ProblemException;
import dev.squall.sheet.Column;
import dev.squall.sheet.Heading;
import dev.squall.sheet.Sheet;
import dev.squall.sheet.SheetHtml;
import dev.squall.sheet.SheetText;
import dev.squall.sheet.Unit;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displayable;
import dev.squall.shell.display.View;
import dev.squall.stats.Estimate;
import dev.squall.stats.Results;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs, as a table of what each of them came to so far.
 *
 * @param title what they are
 * @param rows a run each
 */
public record RunList(String title, List<Row> rows) implements Displayable, Iterable<Results> {
  private static final int MOST_ROWS = 200;
  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  public RunList {
    rows = List.copyOf(rows);
  }

  /**
   * A run.
   *
   * @param name what it is called by
   * @param results what was measured; null where nothing of it is left
   * @param state that it is under way, or what becomes of it; empty where its verdict says it
   */
  public record Row(String name, @Nullable Results results, String state) {}

  /** Those of a session. */
  public static RunList of(List<KeptRun> runs) {
    return new RunList("runs", runs.stream().map(RunList::row).toList());
  }

  /**
   * Those in files, numbered from 1.
   *
   * @param listener is told of each that cannot be read, which is passed over
   */
  public static RunList earlier(List<Path> files, Consumer<String> listener) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < files.size(); i++) {
      try {
        rows.add(new Row(String.valueOf(i + 1), Results.load(files.get(i).toString()), ""));
      } catch (ProblemException e) {
        listener.accept((i + 1) + " is left out: " + e.getMessage());
      }
    }
    return new RunList(
        "earlier runs: %runs bring 1 makes the first of them one of this session", rows);
  }

  private static Row row(KeptRun kept) {
    boolean running = kept.isRunning();
    try {
      var results = kept.results();
      var broken = kept.trouble().isEmpty() ? "" : "broke off: " + kept.trouble();
      return new Row(kept.name(), results, running ? "running" : broken);
    } catch (CompletionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      return new Row(kept.name(), null, "lost: " + cause);
    }
  }

  /** The results of all that have some. */
  @Override
  public Iterator<Results> iterator() {
    return rows.stream()
        .<Results>mapMulti((row, to) -> {
          if (row.results() != null) {
            to.accept(row.results());
          }
        })
        .iterator();
  }

  @Override
  public Bundle display(View view) {
    var sheet = sheet();
    return Bundle.of(
        SheetText.of(sheet, view.columns(), MOST_ROWS, view.colour()),
        SheetHtml.alone(sheet, MOST_ROWS));
  }

  private Sheet sheet() {
    return new Sheet(
        title,
        List.of(
            words(Heading.of("run").rank(0), Row::name),
            words(Heading.of("what").rank(1), of(results -> results.info().scenario())),
            words(Heading.of("load").rank(2), of(results -> results.info().load())),
            words(Heading.of("begun").rank(4), of(RunList::begun)),
            counts(Heading.of("requests").rank(1), results -> results.totals().requests()),
            counts(Heading.of("failed").rank(1).alarm(), results -> results.totals().failed()),
            new Column.Times(
                Heading.of("p95", Unit.MILLISECONDS).rank(2),
                rows.stream()
                    .map(row ->
                        row.results() == null
                            ? Estimate.NONE
                            : row.results().response().percentile(95))
                    .toList()),
            words(
                Heading.of("verdict").rank(1),
                row ->
                    row.state().isEmpty() && row.results() != null
                        ? row.results().generator().verdict().label()
                        : row.state())),
        false);
  }

  private static Function<Row, String> of(Function<Results, String> value) {
    return row -> row.results() == null ? "" : value.apply(row.results());
  }

  private Column words(Heading heading, Function<Row, String> value) {
    return new Column.Words(heading, rows.stream().map(value).toList());
  }

  private Column counts(Heading heading, ToLongFunction<Results> value) {
    return new Column.Counts(
        heading,
        rows.stream()
            .map(row ->
                row.results() == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(value.applyAsLong(row.results())))
            .toList());
  }

  private static String begun(Results results) {
    var at = ZonedDateTime.ofInstant(results.info().started(), ZoneId.systemDefault());
    return (at.toLocalDate().equals(LocalDate.now(at.getZone())) ? TODAY : EARLIER).format(at);
  }

  @Override
  public String toString() {
    return display(View.PLAIN).text();
  }
}
