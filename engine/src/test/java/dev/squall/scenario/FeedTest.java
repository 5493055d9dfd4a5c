package dev.squall.scenario;

import static dev.squall.Squall.csv;
import static dev.squall.Squall.json;
import static dev.squall.Squall.jsonLines;
import static dev.squall.Squall.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.Squall;
import dev.squall.scenario.Feed.Order;
import dev.squall.scenario.Feed.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeedTest {

  static Stream<Arguments> orders() {
    var feed = csv("u.csv");
    return Stream.of(
        Arguments.of(feed, new Order.Circular(), ""),
        Arguments.of(feed.once().circular(), new Order.Circular(), ""),
        Arguments.of(feed.sequential(), new Order.Sequential(), ".sequential()"),
        Arguments.of(feed.random(), new Order.AtRandom(), ".random()"),
        Arguments.of(feed.shuffled(), new Order.Shuffled(Optional.empty()), ".shuffled()"),
        Arguments.of(feed.shuffled(42), new Order.Shuffled(Optional.of(42L)), ".shuffled(42)"),
        Arguments.of(feed.once(), new Order.Once(), ".once()"),
        Arguments.of(feed.unique(), new Order.Unique(), ".unique()"));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void anOrderIsAWordBehindItsSource(Feed feed, Order order, String word) {
    assertThat(feed)
        .isEqualTo(new Feed(new Source.Csv("u.csv"), order, Optional.empty()))
        .hasToString("csv(\"u.csv\")" + word);
  }

  @Test
  void aDelimiterStaysWhateverTheOrder() {
    var feed = csv("u.csv").delimiter(';').sequential();
    assertThat(feed)
        .isEqualTo(csv("u.csv").sequential().delimiter(';'))
        .hasToString("csv(\"u.csv\").delimiter(';').sequential()");
    assertThat(feed.delimiter()).contains(';');
  }

  @Test
  void plainValuesOfAFileAreCalledValueUnlessTheyAreNamed() {
    assertThat(json("t.json").source()).isEqualTo(new Source.Json("t.json", "value"));
    assertThat(json("t.json", "term").source()).isEqualTo(new Source.Json("t.json", "term"));
    assertThat(jsonLines("t").source()).isEqualTo(new Source.JsonLines("t", "value"));
    assertThat(jsonLines("t", "term").source()).isEqualTo(new Source.JsonLines("t", "term"));
    assertThat(json("t.json")).hasToString("json(\"t.json\")");
    assertThat(jsonLines("t").random()).hasToString("jsonLines(\"t\").random()");
  }

  @Test
  void rowsGivenHereAreCopiedAndMayHoldNull() {
    var row = new HashMap<String, Object>();
    row.put("id", null);
    var given = new ArrayList<Map<String, Object>>(List.of(row));
    var feed = rows(given);
    given.clear();
    row.put("id", 1);
    var kept = new HashMap<String, Object>();
    kept.put("id", null);
    assertThat(feed.source()).isEqualTo(new Source.Rows(List.of(kept)));
    assertThat(feed).hasToString("rows(1)");
  }

  @Test
  void valuesGivenHereAreOneColumn() {
    var feed = Squall.values("term", "laptop", 7, null).shuffled(1);
    assertThat(feed.source())
        .isEqualTo(new Source.Values("term", Arrays.asList("laptop", 7, null)));
    assertThat(feed).hasToString("values(term: 3).shuffled(1)");
  }
}
