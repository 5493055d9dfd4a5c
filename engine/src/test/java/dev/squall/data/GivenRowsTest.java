package dev.squall.data;

import static dev.squall.data.Opened.dataset;
import static dev.squall.data.Opened.problems;
import static dev.squall.data.Opened.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Feed.Source;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenRowsTest {

  private static Map<String, Object> row(Object... namesAndValues) {
    var row = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }

  private static Feed feed(List<Map<String, Object>> rows) {
    return new Feed(new Source.Rows(rows));
  }

  @Test
  void theFirstRowNamesTheColumns() {
    var dataset =
        dataset(
            feed(
                List.of(
                    row("id", 1, "name", "Ada", "tags", List.of("x", 2)),
                    row("tags", Map.of("a", 1.5), "name", null, "id", 2L))));
    assertThat(dataset.columns()).containsExactly("id", "name", "tags");
    assertThat(rows(dataset))
        .containsExactly(List.of("1", "Ada", "[\"x\",2]"), List.of("2", "", "{\"a\":1.5}"));
  }

  @Test
  void valuesFormOneColumn() {
    var dataset = dataset(new Feed(new Source.Values("term", Arrays.asList("laptop", 7, null))));
    assertThat(dataset.columns()).containsExactly("term");
    assertThat(rows(dataset)).containsExactly(List.of("laptop"), List.of("7"), List.of(""));
  }

  @Test
  void moreRowsThanABlockHoldsAreAllThere() {
    var dataset = dataset(Opened.numbers(1025));
    assertThat(dataset.size()).isEqualTo(1025);
    assertThat(rows(dataset).get(255)).containsExactly("255");
    assertThat(rows(dataset).get(256)).containsExactly("256");
    assertThat(rows(dataset).get(1024)).containsExactly("1024");
  }

  @Test
  void exactlyOneBlockIsAllThere() {
    assertThat(rows(dataset(Opened.numbers(256)))).hasSize(256).last().isEqualTo(List.of("255"));
  }

  @Test
  void noRowsAreAProblem() {
    assertThat(problems(feed(List.of())))
        .containsExactly(
            new Problem(Position.in("feed"), "there are no rows", "give at least one"));
    assertThat(problems(new Feed(new Source.Values("term", List.of()))))
        .containsExactly(
            new Problem(Position.in("feed"), "there are no values of term", "give at least one"));
    assertThat(problems(feed(List.of(row()))))
        .containsExactly(
            new Problem(
                Position.in("feed, row 1"),
                "a row without columns",
                "columns are variables: name at least one"));
  }

  @Test
  void everyRaggedRowIsNamed() {
    assertThat(
            problems(feed(List.of(row("a", 1, "b", 2), row("a", 1), row("a", 1, "b", 2, "c", 3)))))
        .containsExactly(
            new Problem(
                Position.in("feed, row 2"), "a row without b", "each row has the columns a, b"),
            new Problem(
                Position.in("feed, row 3"),
                "a row with c, which the first has not",
                "each row has the columns a, b"));
  }

  @Test
  void aNameThatNoVariableHasIsAProblem() {
    assertThat(problems(feed(List.of(row("first name", 1)))))
        .containsExactly(
            new Problem(
                Position.in("feed, row 1"),
                "no variable can be called first name",
                "a name has letters, digits, _ and -, and does not begin with a digit"));
    assertThat(problems(new Feed(new Source.Values("2nd", List.of(1)))))
        .containsExactly(
            new Problem(
                Position.in("feed"),
                "no variable can be called 2nd",
                "a name has letters, digits, _ and -, and does not begin with a digit"));
  }

  @Test
  void whatIsNoJsonInsideOfAListIsAProblem() {
    assertThat(problems(feed(List.of(row("a", 1), row("a", List.of(new Object()))))))
        .containsExactly(
            new Problem(
                Position.in("feed, row 2"),
                "a value of it cannot be written as JSON",
                "maps and lists hold texts, numbers, maps and lists"));
  }
}
