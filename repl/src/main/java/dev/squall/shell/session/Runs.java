package dev.squall.shell.session;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.run.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs of a session as r1, r2, …, each saved while it goes on and when it is over. */
public final class Runs implements AutoCloseable {
  private final RunFiles files;
  private final List<KeptRun> all = new ArrayList<>();

  /** Saved in a folder below this one. */
  Runs(Path folder) {
    files = new RunFiles(folder);
  }

  synchronized KeptRun add(Run run) {
    var kept = new KeptRun(all.size() + 1, run, files);
    all.add(kept);
    return kept;
  }

  /** One of another session becomes one of this. */
  public synchronized KeptRun bring(Path file) {
    var kept = new KeptRun(all.size() + 1, file);
    kept.results(); // a file that cannot be read is told before it has a number
    all.add(kept);
    return kept;
  }

  /** All of them, in the order in which they began. */
  public synchronized List<KeptRun> all() {
    return List.copyOf(all);
  }

  /** The one that began last. */
  public synchronized Optional<KeptRun> last() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /**
   * One of them.
   *
   * @param number from 1
   * @throws ProblemException when there is none of that number
   */
  public synchronized KeptRun get(int number) {
    if (number < 1 || number > all.size()) {
      throw new ProblemException(
          List.of(
              new Problem(
                  Position.in("r" + number),
                  all.isEmpty() ? "nothing was run yet" : "there is no run " + number,
                  all.isEmpty() ? "%burst 5 users for 5s" : "here is r1 to r" + all.size())));
    }
    return all.get(number - 1);
  }

  /** Those that are under way. */
  public synchronized List<KeptRun> running() {
    return all.stream().filter(KeptRun::isRunning).toList();
  }

  /** Files of other sessions, the newest first, at most so many. */
  public List<Path> earlier(int most) throws IOException {
    return files.earlier(most);
  }

  /** What is still under way is saved as far as it came. */
  @Override
  public void close() {
    all().forEach(KeptRun::close);
  }
}
