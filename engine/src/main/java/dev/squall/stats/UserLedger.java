package dev.squall.stats;

import dev.squall.sample.Iteration;
import dev.squall.sample.Outcome;
import dev.squall.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each user did: eight numbers a user, up to a limit; beyond it one row for all. Row 0 is that
 * row. Not thread-safe.
 */
final class UserLedger {
  static final int KEPT = 10_000;
  private static final int ITERATIONS = 0;
  private static final int REQUESTS = 1;
  private static final int OK = 2;
  private static final int FAILED = 3;
  private static final int INTERRUPTED = 4;
  private static final int ANSWERED = 5;
  private static final int MICROS = 6;
  private static final int CENSORED = 7;
  private static final int NUMBERS = 8;

  private final int stripes;
  private long[] numbers = new long[NUMBERS];

  /** A ledger of the users that fall on one of so many stripes. */
  UserLedger(int stripes) {
    this.stripes = stripes;
  }

  void record(Sample sample) {
    int row = row(sample.user());
    numbers[row + REQUESTS]++;
    switch (sample.outcome()) {
      case Outcome.Ok() -> numbers[row + OK]++;
      case Outcome.Failed(_, _, _) -> numbers[row + FAILED]++;
      case Outcome.Interrupted() -> numbers[row + INTERRUPTED]++;
    }
    if (sample.answered()) {
      numbers[row + ANSWERED]++;
      numbers[row + MICROS] += Micros.measured(sample.responseNanos());
    } else if (sample.censored() && sample.outcome() instanceof Outcome.Failed) {
      // A time-out; what the end of the run cut off says nothing about this user.
      numbers[row + CENSORED]++;
      numbers[row + MICROS] += Micros.atLeast(sample.responseNanos());
    }
  }

  void record(Iteration iteration) {
    int row = row(iteration.user());
    numbers[row + ITERATIONS]++;
  }

  private int row(int user) {
    if (user < 1 || user > KEPT) {
      return 0;
    }
    // Users of one stripe differ by the number of stripes: their rows lie side by side.
    int row = ((user - 1) / stripes + 1) * NUMBERS;
    if (row >= numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(2 * numbers.length, row + NUMBERS));
    }
    return row;
  }

  /** Copies what this ledger of stripe {@code stripe} holds into one of all users. */
  void addTo(UserLedger all, int stripe) {
    for (int row = 0; row < numbers.length; row += NUMBERS) {
      if (numbers[row + REQUESTS] + numbers[row + ITERATIONS] > 0) {
        int first = stripe == 0 ? stripes : stripe;
        int user = row == 0 ? 0 : (row / NUMBERS - 1) * stripes + first;
        int target = all.row(user);
        for (int i = 0; i < NUMBERS; i++) {
          all.numbers[target + i] += numbers[row + i];
        }
      }
    }
  }

  /** A row a user that did anything; for a ledger of all users. */
  List<UserStats> users() {
    var users = new ArrayList<UserStats>();
    for (int user = 1; user * NUMBERS < numbers.length; user++) {
      var stats = stats(user);
      if (stats.requests() + stats.iterations() > 0) {
        users.add(stats);
      }
    }
    return List.copyOf(users);
  }

  /** The users beyond the limit. */
  UserStats others() {
    return stats(0);
  }

  private UserStats stats(int user) {
    int row = user * NUMBERS;
    return new UserStats(
        user,
        numbers[row + ITERATIONS],
        numbers[row + REQUESTS],
        numbers[row + OK],
        numbers[row + FAILED],
        numbers[row + INTERRUPTED],
        numbers[row + ANSWERED],
        numbers[row + CENSORED],
        numbers[row + MICROS]);
  }
}
