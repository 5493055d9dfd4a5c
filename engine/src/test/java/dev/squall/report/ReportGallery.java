package dev.squall.report;

import static dev.squall.Squall.errorRate;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.p95;
import static dev.squall.Squall.percent;

import dev.squall.stats.Judge;
import dev.squall.stats.Judgements;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every file of a few runs, to be looked at: {@code ReportGallery FOLDER} writes them. */
final class ReportGallery {
  private ReportGallery() {}

  /** With goals of which one is missed. */
  static SavedResults judged(Results results) {
    var goals =
        List.of(
            p95().isBelow(millis(300)),
            p95().of("checkout").isBelow(millis(50)),
            errorRate().isBelow(percent(10)));
    return new SavedResults(results, Judge.judge(results, goals));
  }

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0], "minute"), judged(BusyMinute.of(60)));
    write(Path.of(args[0], "hostile"), judged(BusyMinute.of(20, BusyMinute.HOSTILE)));
    write(Path.of(args[0], "long"), judged(BusyMinute.of(1200)));
    write(Path.of(args[0], "small"), judged(Runs.small()));
    write(Path.of(args[0], "empty"), new SavedResults(Runs.empty(), new Judgements(List.of())));
  }

  private static void write(Path name, SavedResults saved) throws IOException {
    for (var kind : ReportFile.values()) {
      var text = new StringBuilder();
      kind.write(saved, _ -> "", text);
      Files.writeString(name.resolveSibling(name.getFileName() + kind.ending()), text);
    }
  }
}
