package dev.squall.run;

import dev.squall.draw.Draws;
import dev.squall.plan.Plan;
import dev.squall.plan.Segment;
import dev.squall.scenario.ThinkTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One user's variables; never shared. They start fresh with each iteration. */
final class Session {
  private final Plan plan;
  private final Timestamps timestamps;
  private final int user;
  private final @Nullable String[] values;
  private final int[] visits;

  /** The values at the fork, of a session that belongs to a branch. */
  private @Nullable String @Nullable [] forked;

  /** Values that stand for given ones; nobody has any under load. */
  private Map<String, String> instead = Map.of();

  private long index;
  private long round;

  Session(Plan plan, Timestamps timestamps, int user) {
    this.plan = plan;
    this.timestamps = timestamps;
    this.user = user;
    this.values = new @Nullable String[plan.variables().size()];
    this.visits = new int[plan.places()];
  }

  /** A session for a branch of this user's steps; to be {@link #fork forked} before each use. */
  Session branch() {
    var own = new Session(plan, timestamps, user);
    own.instead = instead;
    return own;
  }

  /**
   * Begins an iteration.
   *
   * @param iteration its index
   * @param ownRound the user's own number of it, from 1
   * @param initial the values that the setup left
   */
  void begin(long iteration, long ownRound, @Nullable String[] initial) {
    index = iteration;
    round = ownRound;
    System.arraycopy(initial, 0, values, 0, values.length);
    Arrays.fill(visits, 0);
  }

  /** Becomes a copy of another session, to which {@link #joinTo} brings back what changed. */
  void fork(Session from) {
    index = from.index;
    round = from.round;
    System.arraycopy(from.values, 0, values, 0, values.length);
    System.arraycopy(from.visits, 0, visits, 0, visits.length);
    forked = from.values.clone();
    instead = from.instead;
  }

  /** What this branch set is set there too; places that it drew at have been drawn at. */
  void joinTo(Session parent) {
    var before = Objects.requireNonNull(forked);
    for (int slot = 0; slot < values.length; slot++) {
      if (!Objects.equals(values[slot], before[slot])) {
        parent.values[slot] = values[slot];
      }
    }
    for (int place = 0; place < visits.length; place++) {
      parent.visits[place] = Math.max(parent.visits[place], visits[place]);
    }
  }

  /** Variables and draws of this moment, to come {@link #backTo} them. */
  Session moment() {
    var copy = branch();
    copy.fork(this);
    return copy;
  }

  /** Everything as it was at a moment, except that this place has been drawn at. */
  void backTo(Session moment, int place) {
    int drawn = visits[place];
    System.arraycopy(moment.values, 0, values, 0, values.length);
    System.arraycopy(moment.visits, 0, visits, 0, visits.length);
    visits[place] = drawn;
  }

  /** Everything as it was at a moment. */
  void backTo(Session moment) {
    System.arraycopy(moment.values, 0, values, 0, values.length);
    System.arraycopy(moment.visits, 0, visits, 0, visits.length);
  }

  /** These values stand for given ones from now on. */
  void instead(Map<String, String> given) {
    instead = given;
  }

  /** The value that stands for a given one, if any does. */
  @Nullable String instead(String given) {
    return instead.get(given);
  }

  int user() {
    return user;
  }

  long index() {
    return index;
  }

  /** The user's own number of this iteration, from 1. */
  long round() {
    return round;
  }

  void set(int slot, @Nullable String value) {
    values[slot] = value;
  }

  @Nullable String get(int slot) {
    return values[slot];
  }

  /** A copy of all values, for those who begin with them. */
  @Nullable String[] values() {
    return values.clone();
  }

  /** What stands in a hole; nothing where the variable has no value. */
  @Nullable String value(Segment.Variable hole) {
    return values[hole.slot()];
  }

  String value(Segment.BuiltIn hole) {
    return switch (hole.variable()) {
      case VU -> Integer.toString(user);
      case ITER -> Long.toString(round);
      case UUID ->
          Draws.uuid(plan.options().seed(), index, hole.place(), visits[hole.place()]++).toString();
      case TIMESTAMP -> Long.toString(timestamps.next());
      case TIME -> timestamps.time();
      case COUNTER -> Long.toString(index);
    };
  }

  String value(Segment.Random hole) {
    long drawn = Draws.between(hole.least(), hole.most(), draw(hole.place()));
    return hole.decimals() == 0
        ? Long.toString(drawn)
        : BigDecimal.valueOf(drawn, hole.decimals()).toPlainString();
  }

  String value(Segment.Pick hole) {
    return hole.values().get((int) Draws.between(0, hole.values().size() - 1, draw(hole.place())));
  }

  /** From 0, included, to 1, excluded; another one at each visit. */
  double share(int place) {
    return Draws.share(draw(place));
  }

  /** How long to pause, in nanoseconds; another draw at each visit. */
  long pauseNanos(ThinkTime time, int place) {
    double scale = plan.options().thinkScale();
    long drawn = drawnNanos(time, place);
    return scale == 1 ? drawn : Math.round(drawn * scale);
  }

  private long drawnNanos(ThinkTime time, int place) {
    return switch (time) {
      case ThinkTime.Fixed(var fixed) -> fixed.toNanos();
      case ThinkTime.Uniform(var least, var most) ->
          Draws.between(least.toNanos(), most.toNanos(), draw(place));
      case ThinkTime.Normal(var mean, var deviation) -> normal(mean, deviation, place);
      case ThinkTime.Exponential(var mean) ->
          Math.round(Draws.exponential(draw(place)) * mean.toNanos());
    };
  }

  private long normal(Duration mean, Duration deviation, int place) {
    double drawn = Draws.normal(draw(place), draw(place));
    return Math.max(0, Math.round(mean.toNanos() + drawn * deviation.toNanos()));
  }

  private long draw(int place) {
    return Draws.bits(plan.options().seed(), index, place, visits[place]++);
  }

  /** The variables that have a value, in the order in which they were declared. */
  Map<String, String> variables() {
    var map = new LinkedHashMap<String, String>();
    for (int slot = 0; slot < values.length; slot++) {
      var value = values[slot];
      if (value != null) {
        map.put(plan.variables().get(slot), value);
      }
    }
    return map;
  }

  /** Names that have a value now, for the hint at an unknown one. */
  Set<String> known() {
    return variables().keySet();
  }
}
