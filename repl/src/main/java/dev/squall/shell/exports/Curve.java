package dev.squall.shell.exports;

import dev.squall.load.ClosedLoad;
import dev.squall.load.LevelCurve;
import dev.squall.load.OpenLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A load's level in straight lines, as most tools have it. */
record Curve(List<Line> lines, boolean isApproximate) {
  private static final int PIECES_OF_A_WAVE = 16;
  private static final int MOST = 200;

  Curve {
    lines = List.copyOf(lines);
  }

  /** From one level to another, or the same. */
  record Line(double from, double to, Duration time) {
    boolean isFlat() {
      return from == to;
    }
  }

  static Curve of(ClosedLoad load) {
    return of(load.curve());
  }

  static Curve of(OpenLoad load) {
    return of(load.curve());
  }

  private static Curve of(LevelCurve curve) {
    var lines = new ArrayList<Line>();
    boolean approximate = false;
    long at = 0;
    while (at < curve.endNanos() && lines.size() < MOST) {
      long end = curve.stageEnd(at);
      boolean isStraight =
          Math.abs(curve.level((at + end) / 2) - (curve.level(at) + curve.level(end - 1)) / 2)
                  <= 1e-6 * Math.max(1, curve.level(at))
              && Math.abs(curve.level(at + (end - at) / 4) - quarter(curve, at, end))
                  <= 1e-6 * Math.max(1, curve.level(at));
      approximate |= !isStraight;
      int pieces = isStraight ? 1 : PIECES_OF_A_WAVE;
      for (int i = 0; i < pieces; i++) {
        long from = at + (end - at) * i / pieces;
        long to = at + (end - at) * (i + 1) / pieces;
        add(lines, new Line(level(curve, from), level(curve, to - 1), Duration.ofNanos(to - from)));
      }
      at = end;
    }
    return new Curve(lines, approximate || at < curve.endNanos());
  }

  private static double quarter(LevelCurve curve, long at, long end) {
    return curve.level(at) + (curve.level(end - 1) - curve.level(at)) / 4;
  }

  /** To the thousandth: the last nanosecond of a ramp is not quite its end. */
  private static double level(LevelCurve curve, long nanos) {
    return Math.round(curve.level(nanos) * 1000) / 1000.0;
  }

  private static void add(List<Line> lines, Line line) {
    if (!lines.isEmpty() && lines.getLast().isFlat() && line.isFlat()) {
      var before = lines.getLast();
      if (before.to() == line.from()) {
        lines.set(
            lines.size() - 1, new Line(line.from(), line.to(), before.time().plus(line.time())));
        return;
      }
    }
    lines.add(line);
  }

  boolean isConstant() {
    return lines.size() == 1 && lines.getFirst().isFlat();
  }

  double most() {
    return lines.stream().mapToDouble(line -> Math.max(line.from(), line.to())).max().orElse(0);
  }

  Duration time() {
    return lines.stream().map(Line::time).reduce(Duration.ZERO, Duration::plus);
  }
}
