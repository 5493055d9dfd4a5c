package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import org.junit.jupiter.api.Test;

class UserTallyTest {
  private static final Outcome FAILED =
      new Outcome.Failed(Category.SERVER_ERROR, "status_500", "the answer was 500");

  private static UserTally tally(int ok, int failed, int interrupted) {
    var tally = new UserTally();
    for (int i = 0; i < ok; i++) {
      tally.count(Outcome.OK);
    }
    for (int i = 0; i < failed; i++) {
      tally.count(FAILED);
    }
    for (int i = 0; i < interrupted; i++) {
      tally.count(Outcome.INTERRUPTED);
    }
    return tally;
  }

  private static void holds(UserTally tally, long ok, long failed, long interrupted) {
    assertThat(tally.ok()).isEqualTo(ok);
    assertThat(tally.failed()).isEqualTo(failed);
    assertThat(tally.interrupted()).isEqualTo(interrupted);
    assertThat(tally.requests()).isEqualTo(ok + failed + interrupted);
  }

  @Test
  void eachOutcomeIsCountedOnce() {
    holds(tally(0, 0, 0), 0, 0, 0);
    holds(tally(5, 3, 2), 5, 3, 2);
  }

  @Test
  void whatABranchDidIsTheUsersToo() {
    var user = tally(5, 3, 2);
    user.add(tally(10, 20, 40));
    holds(user, 15, 23, 42);
  }
}
