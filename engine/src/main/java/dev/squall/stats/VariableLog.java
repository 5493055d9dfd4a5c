package dev.squall.stats;

import dev.squall.sample.StepInfo;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the extractors of all steps found. Not thread-safe. */
final class VariableLog {
  private static final int LONGEST = 100;
  private static final String HIDDEN = "…";

  /** By step and by the place of the capture in it. */
  private final List<List<Values>> steps;

  private final Layout layout;

  VariableLog(Layout layout) {
    this.layout = layout;
    this.steps = layout.steps().stream().map(VariableLog::values).toList();
  }

  private static List<Values> values(StepInfo step) {
    return step.captures().stream().map(_ -> new Values()).toList();
  }

  /** One extractor's values. */
  private static final class Values {
    private long found;
    private long missed;
    private final Set<String> distinct = new HashSet<>();
    private boolean more;
    private @Nullable ValueType type;
    private String example = "";

    void add(String value) {
      if (distinct.size() == VariableStats.MOST_DISTINCT) {
        more = more || !distinct.contains(shortened(value));
      } else if (distinct.add(shortened(value))) {
        var its = ValueType.of(value);
        type = type == null ? its : type.or(its);
        example = example.isEmpty() ? cut(value) : example;
      }
    }

    void add(Values other) {
      found += other.found;
      missed += other.missed;
      more |= other.more;
      for (var value : other.distinct) {
        if (distinct.size() < VariableStats.MOST_DISTINCT) {
          distinct.add(value);
        } else if (!distinct.contains(value)) {
          more = true;
        }
      }
      if (other.type != null) {
        type = type == null ? other.type : type.or(other.type);
      }
      example = example.isEmpty() ? other.example : example;
    }
  }

  /** Two long values that differ in their middle alone are told apart by their hash. */
  private static String shortened(String value) {
    return value.length() <= LONGEST
        ? value
        : value.substring(0, LONGEST) + '#' + value.length() + '#' + value.hashCode();
  }

  private static String cut(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** What a capture found in one answer; null for nothing. */
  void record(int step, int capture, @Nullable String value) {
    var values = steps.get(step).get(capture);
    if (value == null) {
      values.missed++;
    } else {
      values.found++;
      values.add(value);
    }
  }

  void add(VariableLog other) {
    for (int step = 0; step < steps.size(); step++) {
      var values = steps.get(step);
      for (int i = 0; i < values.size(); i++) {
        values.get(i).add(other.steps.get(step).get(i));
      }
    }
  }

  /** A row an extractor, in the order of the steps; those of steps of one name are one. */
  List<VariableStats> rows() {
    var rows = new LinkedHashMap<Row, Values>();
    for (int step = 0; step < steps.size(); step++) {
      var info = layout.steps().get(step);
      for (int i = 0; i < info.captures().size(); i++) {
        rows.computeIfAbsent(
                new Row(info.scenario(), info.name(), info.captures().get(i)), _ -> new Values())
            .add(steps.get(step).get(i));
      }
    }
    return rows.entrySet().stream().map(row -> row(row.getKey(), row.getValue())).toList();
  }

  private record Row(String scenario, String step, StepInfo.Captured captured) {}

  private static VariableStats row(Row row, Values values) {
    var type = values.type;
    return new VariableStats(
        row.scenario,
        row.step,
        row.captured.variable(),
        row.captured.extractor(),
        type == null ? "" : type.label(),
        row.captured.secret() && values.found > 0 ? HIDDEN : values.example,
        values.found,
        values.missed,
        values.distinct.size(),
        values.more);
  }
}
