package dev.squall.plan;

import static dev.squall.Squall.*;
import static dev.squall.plan.Plans.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.squall.load.Load;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the columns of rows become variables, and for how many users and iterations they are. */
class FeedCompilerTest {
  private static final Feed NAMES =
      new Feed(
          Feed.Source.Rows.of(
              List.of(Map.of("name", "ada"), Map.of("name", "bob"), Map.of("name", "cay"))));

  private static Scenario named(Feed... feeds) {
    var scenario = Plans.scenario(get("/${name}"));
    for (var feed : feeds) {
      scenario = scenario.feed(feed);
    }
    return scenario;
  }

  private static Feed column(String name) {
    return new Feed(new Feed.Source.Values(name, List.of("a", "b")));
  }

  private static Problem of(Feed feed, String what, String hint) {
    return new Problem(Position.in("scenario shop, feed " + feed), what, hint);
  }

  private static List<Problem> problemsUnder(Load load, Feed feed) {
    var exception =
        catchThrowableOfType(
            ProblemException.class, () -> Plan.of(named(feed), load, Options.DEFAULT));
    return exception == null ? List.of() : exception.problems();
  }

  @Test
  void aColumnIsAVariable() {
    var feed = Plans.plan(named(NAMES)).scenarios().getFirst().feeds().getFirst();

    assertThat(feed.rows().columns()).containsExactly("name");
    assertThat(feed.slots()).hasSize(1);
    assertThat(Plans.plan(named(NAMES)).variables().get(feed.slots().getFirst())).isEqualTo("name");
  }

  @Test
  void aColumnHasANameOfItsOwn() {
    var uuid = column("UUID");
    var again = column("name");

    assertThat(problems(named(NAMES, uuid)))
        .containsExactly(
            of(uuid, "the column UUID has the name of a built-in", "call it otherwise"));
    assertThat(problems(named(NAMES, again)))
        .containsExactly(of(again, "two feeds have a column name", "call one of them otherwise"));
    assertThat(
            problems(
                Plans.scenario(get("/${id}").extract("id", jsonPath("$.id"))).feed(column("id"))))
        .contains(
            of(
                column("id"),
                "the column id has the name of a variable that a step extracts",
                "call one of them otherwise"));
  }

  @Test
  void everyUserFindsARowOfItsOwn() {
    var unique = NAMES.unique();

    assertThat(problemsUnder(users(3).during(seconds(1)), unique)).isEmpty();
    assertThat(problemsUnder(users(4).during(seconds(1)), unique))
        .containsExactly(
            of(
                unique,
                "4 users share 3 rows, and each wants its own",
                "take fewer users, more rows, or another order than .unique()"));
    assertThat(problemsUnder(perSecond(1).during(seconds(1)).maxUsers(4), unique))
        .containsExactly(
            of(
                unique,
                "4 users share 3 rows, and each wants its own",
                "add .maxUsers(3) to the load, or more rows"));
    assertThat(problemsUnder(users(4).during(seconds(1)), NAMES)).isEmpty();
  }

  @Test
  void thePlanKnowsHowFarItsRowsReach() {
    var letter = column("letter");

    assertThat(Plans.plan(named(NAMES)).mostIterations()).isEqualTo(Long.MAX_VALUE);
    assertThat(Plans.plan(named(NAMES.once())).mostIterations()).isEqualTo(3);
    assertThat(Plans.plan(named(NAMES.once(), letter.once())).mostIterations()).isEqualTo(2);
    assertThat(Plans.plan(named(NAMES)).mostUsers()).isEqualTo(Long.MAX_VALUE);
    assertThat(Plans.plan(named(NAMES.unique())).mostUsers()).isEqualTo(3);
    assertThat(Plans.plan(named(NAMES.unique(), letter.unique())).mostUsers()).isEqualTo(2);
  }
}
