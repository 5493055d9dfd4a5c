package dev.squall.stats;

import dev.squall.goal.Goal;
import dev.squall.sample.Connections;
import dev.squall.sample.Iteration;
import dev.squall.sample.Opened;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.Cell.Counter;
import dev.squall.stats.Cell.Measure;
import dev.squall.stats.ConnectionStats.Utilisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Takes the facts of a run from thousands of virtual threads and turns them into {@link Results}.
 *
 * <p>Facts go into a few stripes, chosen by user, each behind a short lock. Whoever calls {@link
 * #tick}, {@link #progress}, {@link #snapshot} or {@link #finish} empties the stripes into the
 * matrix, outside their locks. {@link #tick} has to come once a second: what is recorded in between
 * is held unpacked.
 */
public final class Recorder {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int MOST_TICKS = 36_000;
  private static final int SECONDS_HELD = 10;

  private final RunInfo info;
  private final Layout layout;
  private final Stripe[] stripes;
  private final LongAdder scheduled = new LongAdder();
  private final LongAdder started = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  // From here on: under `this`.
  private final Cells totals;
  private final SortedMap<Long, Cells> pending = new TreeMap<>();
  private Matrix matrix;
  private List<Utilisation> ticks = new ArrayList<>();
  private Connections connections = Connections.NONE;
  private final List<Mark> marks = new ArrayList<>();
  private Optional<String> stopped = Optional.empty();
  private UserPool pool = UserPool.NONE;
  private @Nullable Stretch stretch;

  /**
   * A recorder with nothing recorded.
   *
   * @param info what is run
   * @param scenarios the names of the scenarios; {@link Iteration#scenario()} is an index into them
   * @param steps the request steps; {@link Sample#step()} is an index into them
   * @param stripes how many users record side by side: twice the carrier threads is enough
   */
  public Recorder(RunInfo info, List<String> scenarios, List<StepInfo> steps, int stripes) {
    this(info, scenarios, steps, stripes, Matrix.LIMIT_BYTES);
  }

  Recorder(
      RunInfo info, List<String> scenarios, List<StepInfo> steps, int stripes, long limitBytes) {
    this.info = info;
    this.layout = new Layout(scenarios, steps);
    this.stripes = new Stripe[stripes];
    var room = new SampleRoom();
    for (int i = 0; i < stripes; i++) {
      this.stripes[i] = new Stripe(layout, stripes, room);
    }
    this.totals = new Cells(layout);
    this.matrix = Matrix.empty(layout, limitBytes);
  }

  /** One request that ended, or an exchange on its way there. Any thread. */
  public void record(Sample sample) {
    stripe(sample.user()).record(sample);
  }

  /** One iteration that ended. Any thread. */
  public void record(Iteration iteration) {
    stripe(iteration.user()).record(iteration);
  }

  /** One connection that was established. Any thread. */
  public void record(Opened opened) {
    stripe(opened.user()).record(opened);
  }

  /**
   * What a step's capture found in an answer. Any thread.
   *
   * @param user the virtual user
   * @param step index of the step in the run's list
   * @param capture its place among the step's captures
   * @param value null for nothing
   */
  public void captured(int user, int step, int capture, @Nullable String value) {
    stripe(user).captured(step, capture, value);
  }

  /** So many iterations should have begun; each is then started or dropped. Any thread. */
  public void iterationsScheduled(long count) {
    scheduled.add(count);
  }

  /** So many iterations began, or began to wait for a user that will come. Any thread. */
  public void iterationsStarted(long count) {
    started.add(count);
  }

  /** So many scheduled iterations found no user. Any thread. */
  public void iterationsDropped(long count) {
    dropped.add(count);
  }

  /**
   * The state of users and connections now; once a second, and once more at the end.
   *
   * @param elapsedNanos since T0
   * @param busyUsers users inside an iteration
   * @param now the connections since T0
   */
  public synchronized void tick(long elapsedNanos, int busyUsers, Connections now) {
    long before = connections.opened();
    connections = now;
    ticks.add(
        new Utilisation(
            Millis.seconds(elapsedNanos),
            now.active(),
            now.idle(),
            busyUsers,
            now.opened() - before));
    if (ticks.size() > MOST_TICKS) {
      ticks = thinned(ticks);
    }
    drain();
    // Packing rewrites a whole slot: a few seconds at once cost as much as one.
    if (pending.size() >= SECONDS_HELD) {
      pack();
    }
  }

  /** Every other tick; what was opened until one that is dropped counts with the next. */
  private static List<Utilisation> thinned(List<Utilisation> ticks) {
    var thinned = new ArrayList<Utilisation>();
    for (int i = 0; i < ticks.size(); i += 2) {
      var tick = ticks.get(i);
      thinned.add(i == 0 ? tick : tick.withOpened(tick.opened() + ticks.get(i - 1).opened()));
    }
    return thinned;
  }

  /** Something was done to the run at this time since T0. */
  public synchronized void mark(long elapsedNanos, String text) {
    marks.add(new Mark(Millis.seconds(elapsedNanos), text));
  }

  /** Why the load ended before its end: the first reason counts. */
  public synchronized void stopped(String reason) {
    stopped = stopped.or(() -> Optional.of(reason));
  }

  /** How the users of an open load were needed. */
  public synchronized void pool(UserPool users) {
    pool = users;
  }

  /**
   * Goals held against some whole seconds of the run so far. Cheap where the same stretch is asked
   * for again and has become longer.
   *
   * @param fromSecond the first one since T0
   * @param toSecond the first one that no longer belongs to it
   */
  public synchronized Judgements judge(List<Goal> goals, long fromSecond, long toSecond) {
    drain();
    if (stretch == null || !stretch.beginsAt(fromSecond)) {
      stretch = new Stretch(layout, fromSecond);
    }
    var cells = stretch.upTo(toSecond, this::addSecond);
    return new Judge(cells, toSecond - fromSecond).judge(goals);
  }

  private void addSecond(Cells sum, long second) {
    sum.add(matrix.sum(second, second + 1));
    var held = pending.get(second);
    if (held != null) {
      sum.add(held);
    }
  }

  /** What a live line shows; about a millisecond, whatever the length of the run. */
  public synchronized Progress progress(long elapsedNanos) {
    drain();
    double elapsed = elapsedNanos / NANOS_PER_SECOND;
    var sums = new Sums(totals);
    var all = sums.requests();
    var response = all.latencies(Measure.RESPONSE, Measure.RESPONSE_CENSORED);
    return new Progress(
        elapsed,
        all.value(Counter.REQUESTS),
        sums.requests(OutcomeClass.FAILED),
        Rows.rate(all.value(Counter.REQUESTS), elapsed),
        sums.iterations(),
        response.percentile(50),
        response.percentile(95),
        response.percentile(99));
  }

  /** The results so far, each request whole or not at all. May be asked at any time. */
  public Results snapshot(long elapsedNanos) {
    return finish(elapsedNanos, Generator.RUNNING);
  }

  /**
   * The results of the run, after every user has ended.
   *
   * @param elapsedNanos from T0 to the end
   * @param generator how the generator fared
   */
  public synchronized Results finish(long elapsedNanos, Generator generator) {
    var kept = new Kept(layout);
    for (int i = 0; i < stripes.length; i++) {
      store(stripes[i], stripes[i].drain(i, kept));
    }
    pack();
    // Read after the stripes: iterations that ended never outnumber those begun.
    long startedNow = started.sum();
    double elapsed = Millis.seconds(elapsedNanos);
    return Results.of(
        info,
        matrix,
        totals,
        new Beside(
            elapsed,
            scheduled.sum(),
            startedNow,
            dropped.sum(),
            kept.slowest(info),
            kept.errors(info),
            kept.furtherErrors(),
            kept.connections(connections, elapsed, ticks),
            kept.users(),
            kept.otherUsers(),
            generator,
            marks,
            stopped,
            pool,
            kept.variables(),
            Samples.of(kept.samples(), new Sums(totals).requests().value(Counter.REQUESTS))));
  }

  private Stripe stripe(int user) {
    return stripes[Math.floorMod(user, stripes.length)];
  }

  private void drain() {
    for (var stripe : stripes) {
      store(stripe, stripe.drain());
    }
  }

  private void store(Stripe stripe, List<Second> seconds) {
    for (var second : seconds) {
      totals.add(second.cells);
      pending.computeIfAbsent(second.number, _ -> new Cells(layout)).add(second.cells);
      stripe.reuse(second);
    }
  }

  private void pack() {
    matrix = matrix.plus(pending);
    pending.clear();
  }
}
