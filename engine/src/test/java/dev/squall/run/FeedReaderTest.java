package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.scenario.Feed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values that an iteration has of its row. */
class FeedReaderTest {
  private static final Feed TWO_COLUMNS =
      rows(
          List.of(
              Map.of("name", "Ann", "city", "Bonn"),
              Map.of("name", "Bob", "city", "Rom"),
              Map.of("name", "Cem", "city", "Ulm")));

  /** A user that reads a feed, from one iteration to the next. */
  private static final class Reading {
    private final Plan plan;
    private final Session session;
    private final FeedReader reader;

    Reading(Feed feed, int user) {
      var asking = scenario("s", get("/").extract("before", body()), get("/${before}/${name}"));
      this.plan =
          Plan.of(asking.feed(feed), users(3).iterations(3), Options.of(at("http://h"), seed(1)));
      this.session = new Session(plan, new Timestamps(), user);
      this.reader = new FeedReader(plan.scenarios().getFirst().feeds().getFirst());
    }

    Map<String, String> of(long iteration) {
      session.begin(iteration, 1, new String[plan.variables().size()]);
      reader.fill(session, 1);
      return session.variables();
    }
  }

  @Test
  void eachColumnIsTheVariableOfItsName() {
    var reading = new Reading(TWO_COLUMNS, 1);
    assertThat(reading.of(0)).isEqualTo(Map.of("name", "Ann", "city", "Bonn"));
    assertThat(reading.of(2)).isEqualTo(Map.of("name", "Cem", "city", "Ulm"));
    assertThat(reading.of(1)).isEqualTo(Map.of("name", "Bob", "city", "Rom"));
  }

  @Test
  void theSameRowAgainHasTheSameValues() {
    var reading = new Reading(TWO_COLUMNS, 1);
    assertThat(reading.of(1)).containsEntry("name", "Bob");
    assertThat(reading.of(1)).containsEntry("name", "Bob");
    assertThat(reading.of(4)).containsEntry("name", "Bob");
    assertThat(reading.of(5)).containsEntry("name", "Cem");
  }

  @Test
  void aRowOfItsOwnStaysTheUsers() {
    var second = new Reading(TWO_COLUMNS.unique(), 2);
    assertThat(second.of(0)).containsEntry("name", "Bob");
    assertThat(second.of(8)).containsEntry("name", "Bob");
  }

  @Test
  void behindTheLastRowNothingHasAValue() {
    var reading = new Reading(TWO_COLUMNS.sequential(), 1);
    assertThat(reading.of(2)).hasSize(2);
    assertThat(reading.of(3)).isEmpty();
  }
}
