package dev.squall.load;

import java.util.ArrayList;
import java.util.List;

/** A profile as formulas, one after the other: what was said once becomes what happens often. */
final class Pieces {
  private final List<Piece> pieces = new ArrayList<>();

  private Pieces() {}

  static List<Piece> of(Profile profile) {
    var all = new Pieces();
    profile.stages().forEach(all::add);
    var pieces = List.copyOf(all.pieces);
    for (var spike : profile.spikes()) {
      pieces = replaced(pieces, spike);
    }
    return pieces;
  }

  private void add(Stage stage) {
    switch (stage) {
      case Stage.Hold(var level, var time) -> hold(level, time.toNanos());
      case Stage.Ramp(var from, var to, var time) -> line(from, to, time.toNanos());
      case Stage.Wave(var from, var to, var period, var time) -> {
        if (from == to) {
          hold(from, time.toNanos());
        } else {
          wave(from, to, period.toNanos(), time.toNanos());
        }
      }
      case Stage.Daily(var traffic, var time) -> daily(traffic, time.toNanos());
      case Stage.Staircase stairs -> {
        for (long step = 0; step < stairs.steps(); step++) {
          hold(stairs.from() + step * stairs.by(), stairs.every().toNanos());
        }
      }
    }
  }

  private void hold(double level, long nanos) {
    if (nanos > 0) {
      pieces.add(new Constant(level, nanos));
    }
  }

  private void line(double from, double to, long nanos) {
    if (nanos > 0) {
      pieces.add(new Linear(from, to, nanos));
    }
  }

  private void wave(double from, double to, long period, long nanos) {
    for (long at = 0; at < nanos; at += period) {
      pieces.add(new Cosine(from, to, period, 0, Math.min(period, nanos - at)));
    }
  }

  private void daily(DailyTraffic traffic, long nanos) {
    var day = new Pieces();
    day.day(traffic);
    long cycle = traffic.cycle().toNanos();
    for (long at = 0; at < nanos; at += cycle) {
      pieces.addAll(cut(day.pieces, 0, Math.min(cycle, nanos - at)));
    }
  }

  /** Where the parts of a day begin is rounded, not how long each is. */
  private void day(DailyTraffic traffic) {
    var shares = traffic.shares();
    long cycle = traffic.cycle().toNanos();
    double share = shares.morningRamp();
    long noon = at(share, cycle);
    share += shares.peakSustain();
    long lunch = at(share, cycle);
    share += shares.midDecline();
    long afternoon = at(share, cycle);
    share += shares.midSustain();
    long evening = at(share, cycle);
    share += shares.eveningDecline();
    long night = at(share, cycle);
    line(traffic.min(), traffic.max(), noon);
    hold(traffic.max(), lunch - noon);
    line(traffic.max(), traffic.mid(), afternoon - lunch);
    hold(traffic.mid(), evening - afternoon);
    line(traffic.mid(), traffic.min(), night - evening);
    hold(traffic.min(), cycle - night);
  }

  private static long at(double share, long cycle) {
    return Math.min(cycle, Math.round(share * cycle));
  }

  private static List<Piece> replaced(List<Piece> pieces, Spike spike) {
    long end = pieces.stream().mapToLong(Piece::nanos).sum();
    long from = Math.min(end, spike.at().toNanos());
    long to = Math.min(end, spike.end().toNanos());
    var replaced = new ArrayList<>(cut(pieces, 0, from));
    if (to > from) {
      replaced.add(new Constant(spike.peak(), to - from));
    }
    replaced.addAll(cut(pieces, to, end));
    return List.copyOf(replaced);
  }

  /** What lies between two times. */
  private static List<Piece> cut(List<Piece> pieces, long from, long to) {
    var cut = new ArrayList<Piece>();
    long start = 0;
    for (var piece : pieces) {
      long begin = Math.max(from - start, 0);
      long end = Math.min(to - start, piece.nanos());
      if (begin == 0 && end == piece.nanos()) {
        cut.add(piece);
      } else if (begin < end) {
        cut.add(piece.cut(begin, end));
      }
      start += piece.nanos();
    }
    return cut;
  }
}
