package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.draw.Draws;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One user's variables and draws, and those of its branches. */
class SessionTest {
  private static final Plan PLAN =
      Plan.of(
          scenario(
              "s",
              get("/").extract("a", body()),
              get("/").extract("b", body()),
              get("/").extract("c", body()),
              pause(millis(1), millis(2)),
              get("/${a}${b}${c}/${UUID}")),
          users(1).iterations(1),
          Options.of(at("http://h"), seed(5)));

  private final Session session = begun(9);

  private static Session begun(long iteration) {
    var session = new Session(PLAN, new Timestamps(), 3);
    session.begin(iteration, 4, new String[] {"1", null, null});
    return session;
  }

  private static double drawn(int place, int visit) {
    return Draws.share(Draws.bits(5, 9, place, visit));
  }

  @Test
  void anIterationBeginsWithTheInitialValuesAndTheFirstDraws() {
    assertThat(PLAN.variables()).isEqualTo(List.of("a", "b", "c"));
    assertThat(session.user()).isEqualTo(3);
    assertThat(session.index()).isEqualTo(9);
    assertThat(session.round()).isEqualTo(4);
    session.set(1, "2");
    assertThat(session.variables()).isEqualTo(Map.of("a", "1", "b", "2"));
    assertThat(session.known()).containsExactly("a", "b");
    assertThat(session.share(0)).isEqualTo(drawn(0, 0));
    assertThat(session.share(0)).isEqualTo(drawn(0, 1));

    session.begin(9, 5, new String[] {null, null, "3"});
    assertThat(session.variables()).isEqualTo(Map.of("c", "3"));
    assertThat(session.round()).isEqualTo(5);
    assertThat(session.share(0)).isEqualTo(drawn(0, 0));
  }

  @Test
  void valuesThatAreHandedOutAreACopy() {
    var values = session.values();
    values[0] = "other";
    assertThat(session.get(0)).isEqualTo("1");
  }

  @Test
  void aBranchBeginsWithEverythingAndBringsBackWhatItChanged() {
    session.set(1, "2");
    session.share(0);
    var branch = session.branch();
    branch.fork(session);
    assertThat(branch.index()).isEqualTo(9);
    assertThat(branch.round()).isEqualTo(4);
    assertThat(branch.user()).isEqualTo(3);
    assertThat(branch.variables()).isEqualTo(Map.of("a", "1", "b", "2"));
    assertThat(branch.share(0)).isEqualTo(drawn(0, 1));

    branch.set(2, "of the branch");
    branch.set(1, null);
    session.set(0, "meanwhile");
    assertThat(session.get(2)).isNull();
    branch.joinTo(session);
    assertThat(session.get(0)).isEqualTo("meanwhile");
    assertThat(session.get(1)).isNull();
    assertThat(session.get(2)).isEqualTo("of the branch");
    assertThat(session.share(0)).isEqualTo(drawn(0, 2));
  }

  @Test
  void afterTwoBranchesThePlaceThatWasDrawnAtMostCounts() {
    var one = session.branch();
    var other = session.branch();
    one.fork(session);
    other.fork(session);
    one.share(0);
    one.share(0);
    other.share(0);
    one.joinTo(session);
    other.joinTo(session);
    assertThat(session.share(0)).isEqualTo(drawn(0, 2));
  }

  @Test
  void backToAMomentOnlyOnePlaceStaysDrawnAt() {
    session.share(0);
    var moment = session.moment();
    session.set(0, "later");
    session.share(0);
    session.share(1);
    session.backTo(moment, 1);
    assertThat(session.variables()).isEqualTo(Map.of("a", "1"));
    assertThat(session.share(0)).isEqualTo(drawn(0, 1));
    assertThat(session.share(1)).isEqualTo(drawn(1, 1));
  }
}
