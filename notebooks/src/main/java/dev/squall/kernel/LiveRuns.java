package dev.squall.kernel;

import dev.squall.chart.SvgChart;
import dev.squall.chart.Throughput;
import dev.squall.run.Run;
import dev.squall.sheet.Numbers;
import dev.squall.sheet.SheetHtml;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.RunProgress;
import dev.squall.shell.session.KeptRun;
import dev.squall.stats.Results;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs under way, each in the cell that began it: a line and a small chart that are shown anew in
 * their place, until they say how it ended. What a cell runs one after the other has one place.
 */
final class LiveRuns implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LiveRuns.class.getName());
  private static final long PERIOD_MS = 500;
  private static final double WHOLE = 0.99;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 170;

  private final Map<KeptRun, Place> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("squall-progress").unstarted(work));
  private boolean ticks;

  /** Where a run is shown. */
  record Place(CellFront cell, String id, Run run) {}

  /** Shows a run from now on, until it is over. */
  void begin(KeptRun kept, CellFront cell) {
    kept.run()
        .ifPresent(run -> {
          var free = cell.lastPlace().filter(last -> last.run().isDone()).map(Place::id);
          var place = new Place(cell, free.orElseGet(() -> UUID.randomUUID().toString()), run);
          var now = shown(RunProgress.of(kept.name(), run), Optional.empty());
          running.put(kept, place);
          if (free.isPresent()) {
            cell.update(now, place.id());
          } else {
            cell.show(now, place.id());
          }
          cell.lastPlace(place);
          tick();
          var _ = run.end().whenComplete((_, _) -> end(kept));
        });
  }

  /** What is over says so before its cell is: a client may not listen any longer. */
  synchronized void settle(CellFront cell) {
    running.forEach((kept, place) -> {
      if (place.cell() == cell && place.run().isDone()) {
        end(kept);
      }
    });
  }

  private synchronized void tick() {
    if (!ticks) {
      ticks = true;
      next();
    }
  }

  private void next() {
    var _ = clock.schedule(this::look, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  /** While there is something to see, and no longer: an idle kernel does nothing. */
  // What cannot be drawn now can be the next time.
  @SuppressWarnings("IllegalCatch")
  private synchronized void look() {
    if (running.isEmpty()) {
      ticks = false;
      return;
    }
    running.forEach((kept, place) -> {
      try {
        show(kept, place);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.DEBUG, kept.name() + " cannot be shown now", e);
      }
    });
    next();
  }

  private static void show(KeptRun kept, Place place) {
    var progress = RunProgress.of(kept.name(), place.run());
    place.cell().update(shown(progress, Optional.of(place.run().snapshot())), place.id());
  }

  private synchronized void end(KeptRun kept) {
    var place = running.remove(kept);
    if (place != null) {
      var end = place.run().end();
      place
          .cell()
          .update(
              ended(
                  RunProgress.of(kept.name(), place.run()),
                  end.isCompletedExceptionally() ? Optional.empty() : Optional.of(end.join())),
              place.id());
    }
  }

  private static Bundle ended(RunProgress progress, Optional<Results> results) {
    var line =
        progress.name()
            + results
                .map(of -> how(progress, of) + RunProgress.ended(of))
                .orElse(" broke off by a bug of Squall; what was kept of it is what there is");
    return Bundle.of(
        line,
        "<div>"
            + SheetHtml.escaped(line)
            + "</div>"
            + results.map(of -> chart(progress.name(), of)).orElse(""));
  }

  /** Less than it was to be is no end of its own, unless it says why itself. */
  private static String how(RunProgress progress, Results results) {
    return progress.share() < WHOLE && results.stopped().isEmpty()
        ? " was stopped after "
            + Numbers.decimal(results.totals().elapsedSeconds())
            + " s, at "
            + progress.percent()
            + ": "
        : " ended: ";
  }

  private static Bundle shown(RunProgress progress, Optional<Results> soFar) {
    return Bundle.of(
        progress.line(CellFront.VIEW.columns()),
        "<div style=\"font-variant-numeric:tabular-nums\"><b>"
            + SheetHtml.escaped(progress.name())
            + "</b> <progress max=\"1\" value=\""
            + String.format(Locale.ROOT, "%.3f", progress.share())
            + "\"></progress> "
            + progress.percent()
            + " · "
            + SheetHtml.escaped(progress.numbers())
            + "</div>"
            + soFar.map(of -> chart(progress.name(), of)).orElse(""));
  }

  private static String chart(String name, Results results) {
    return Throughput.of(results)
        .map(chart -> SvgChart.render(chart, WIDTH, HEIGHT, "live-" + name))
        .orElse("");
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
