package dev.squall.run;

import dev.squall.draw.Draws;
import dev.squall.plan.Plan;
import dev.squall.plan.Segment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One user's variables; never shared. They start fresh with each iteration. */
final class Session {
  private final Plan plan;
  private final Timestamps timestamps;
  private final int user;
  private final @Nullable String[] values;
  private final int[] visits;
  private long index;
  private long ownIterations;

  Session(Plan plan, Timestamps timestamps, int user) {
    this.plan = plan;
    this.timestamps = timestamps;
    this.user = user;
    this.values = new @Nullable String[plan.variables().size()];
    this.visits = new int[plan.places()];
  }

  void begin(long iteration) {
    index = iteration;
    ownIterations++;
    Arrays.fill(values, null);
    Arrays.fill(visits, 0);
  }

  void set(int slot, @Nullable String value) {
    values[slot] = value;
  }

  /** What stands in a hole; nothing where the variable has no value. */
  @Nullable String value(Segment.Variable hole) {
    return values[hole.slot()];
  }

  String value(Segment.BuiltIn hole) {
    return switch (hole.variable()) {
      case VU -> Integer.toString(user);
      case ITER -> Long.toString(ownIterations);
      case UUID ->
          Draws.uuid(plan.options().seed(), index, hole.place(), visits[hole.place()]++).toString();
      case TIMESTAMP -> Long.toString(timestamps.next());
      case COUNTER -> Long.toString(index);
    };
  }

  /** A draw of a place, another one at each visit. */
  long between(long least, long most, int place) {
    return Draws.between(
        least, most, Draws.bits(plan.options().seed(), index, place, visits[place]++));
  }

  /** The variables that have a value, in the order of their first extraction. */
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
  java.util.Set<String> known() {
    return variables().keySet();
  }
}
