package dev.squall.load;

import java.util.Arrays;
import java.util.List;

/**
 * A profile as a function of time, in nanoseconds since its start. Before the start and after the
 * end its level is 0.
 */
public final class LevelCurve {
  private final List<Piece> pieces;
  private final long[] starts;

  private LevelCurve(List<Piece> pieces) {
    this.pieces = pieces;
    this.starts = new long[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      starts[i + 1] = starts[i] + pieces.get(i).nanos();
    }
  }

  /** The function that a profile without problems says. */
  public static LevelCurve of(Profile profile) {
    return new LevelCurve(Pieces.of(profile));
  }

  /** When it ends. */
  public long endNanos() {
    return starts[pieces.size()];
  }

  /**
   * The area below it: of a rate the arrivals of the whole time, of users the seconds that all of
   * them have together.
   */
  public double levelSeconds() {
    return new ArrivalCurve(this).total();
  }

  /** The level at a time. */
  public double level(long nanos) {
    if (nanos < 0 || nanos >= endNanos()) {
      return 0;
    }
    int piece = piece(nanos);
    return pieces.get(piece).level(nanos - starts[piece]);
  }

  /**
   * When the stage began that a time, before the end, lies in: a hold, a ramp, a period of a wave,
   * a step of a staircase, a part of a day, a spike or what it left of any of them.
   */
  public long stageStart(long nanos) {
    return starts[piece(nanos)];
  }

  /** When that stage ends. */
  public long stageEnd(long nanos) {
    return starts[piece(nanos) + 1];
  }

  /**
   * When a user (from 1) may begin: the first moment, at this time or later, from which on the
   * level is above its number less one; {@link Pacer#NEVER} if there is none.
   */
  public long activeFrom(int user, long nanos) {
    for (int i = piece(nanos); i < pieces.size(); i++) {
      for (var span : pieces.get(i).above(user - 1)) {
        if (starts[i] + span.to() > nanos) {
          return Math.max(nanos, starts[i] + span.from());
        }
      }
    }
    return Pacer.NEVER;
  }

  /**
   * When a user (from 1) that may begin at this time no longer may; the time itself if it may not.
   */
  public long activeUntil(int user, long nanos) {
    long until = nanos;
    for (int i = piece(nanos); i < pieces.size(); i++) {
      for (var span : pieces.get(i).above(user - 1)) {
        long from = starts[i] + span.from();
        if (from <= until) {
          until = Math.max(until, starts[i] + span.to());
        }
      }
      if (until < starts[i + 1]) {
        break;
      }
    }
    return until;
  }

  List<Piece> pieces() {
    return pieces;
  }

  long start(int piece) {
    return starts[piece];
  }

  /** The piece that a time lies in; the number of pieces at the end and after it. */
  int piece(long nanos) {
    int found = Arrays.binarySearch(starts, Math.max(0, nanos));
    return Math.min(pieces.size(), found >= 0 ? found : -found - 2);
  }
}
