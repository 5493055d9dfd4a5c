package dev.squall.shell.session;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.run.Run;
import dev.squall.stats.Results;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The runs of a session as r1, r2, …, each saved while it goes on and when it is over. */
public final class Runs implements AutoCloseable {
  /** How much of a long run a crash may cost. */
  private static final Duration SAVED_EVERY = Duration.ofSeconds(5);

  /** How long the end of a session waits for what is under way, and for files to be written. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int MOST_EARLIER = 20;

  private final RunFiles files;
  private final Duration savedEvery;
  private final List<KeptRun> all = new ArrayList<>();
  private List<Path> listed = List.of();

  /**
   * Saved in a folder below this one.
   *
   * @param listener is told, once, when that is not possible
   */
  Runs(Path folder, Consumer<String> listener) {
    this(folder, SAVED_EVERY, listener);
  }

  Runs(Path folder, Duration savedEvery, Consumer<String> listener) {
    this.files = new RunFiles(folder, listener);
    this.savedEvery = savedEvery;
  }

  synchronized KeptRun add(Run run) {
    var kept = new KeptRun(all.size() + 1, run, files, savedEvery);
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

  /** The one that measured this; nothing of a run under way, whose numbers change. */
  @SuppressWarnings("ReferenceEquality") // equal numbers of another run are another run's
  public Optional<KeptRun> of(Results results) {
    return all().stream().filter(kept -> kept.ended().orElse(null) == results).findFirst();
  }

  /** The newest files of other sessions, the newest first; {@link #bring(int)} knows them so. */
  public List<Path> earlier() {
    var found = files.earlier(MOST_EARLIER);
    synchronized (this) {
      listed = found;
    }
    return found;
  }

  /**
   * A file of another session becomes one of this.
   *
   * @param number from 1, in the list that was seen last
   * @throws ProblemException when there is none of that number, or it cannot be read
   */
  public KeptRun bring(int number) {
    List<Path> known;
    synchronized (this) {
      known = listed;
    }
    known = known.isEmpty() ? earlier() : known;
    if (number < 1 || number > known.size()) {
      throw new ProblemException(
          List.of(
              new Problem(
                  Position.in("earlier run " + number),
                  known.isEmpty() ? "there are no runs of earlier sessions" : "there is none",
                  known.isEmpty() ? "" : "%runs earlier lists 1 to " + known.size())));
    }
    return bring(known.get(number - 1));
  }

  /** What is still under way is saved as far as it came. */
  @Override
  public void close() {
    var runs = all();
    runs.forEach(KeptRun::stop);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    runs.forEach(kept -> kept.awaitSaved(Duration.ofNanos(deadline - System.nanoTime())));
  }
}
