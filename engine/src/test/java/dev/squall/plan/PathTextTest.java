package dev.squall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.JsonQuery.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$",
        "$.a",
        "$.a.b[0].c",
        "$['a'][0]",
        "$[\"a\"]",
        "$['it.s [0]']",
        "$.a-b_c",
        "$.größe",
        "$['']",
        " $.a "
      })
  void aDefinitePathIsStreamed(String path) {
    assertThat(JsonQueryTest.query(path)).isInstanceOf(StreamedQuery.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.*",
        "$..a",
        "$[*]",
        "$.a[-1]",
        "$.a[1:2]",
        "$.a[0,1]",
        "$['a','b']",
        "$['a\\'b']",
        "$.a[ 0 ]",
        "$.a.length()",
        "$.a[?(@.b =~ /[x]]/)]",
        "$.a[?(@.b > 'x]')]"
      })
  void theRestIsLeftToJsonPath(String path) {
    assertThat(JsonQueryTest.query(path)).isInstanceOf(TreeQuery.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          items[0].id             | 0  | a JSONPath begins with $               | $.items[0].id
          @.id                    | 0  | a JSONPath begins with $               | $.id
          ` `                     | 0  | a JSONPath begins with $               | for example $.items[0].id
          $.a.                    | 3  | a JSONPath does not end with a dot     | $.a
          $..                     | 2  | a JSONPath does not end with a dot     | $
          $.my name               | 4  | a blank in a name needs quotes         | for example $['my name']
          $.items[?@.id==1]       | 9  | a filter needs brackets                | for example [?(@.price < 10)]
          $.a.lenght()            | 4  | there is no function lenght()          | functions are append, avg, concat, first, index, keys, last, length, max, min, size, stddev, sum
          $.items[                | 7  | this [ is not closed                   | for example [0] or ['a']
          $.a]                    | 3  | this ] closes nothing                  | quote it if it is in a name: ['a]']
          $.items[0:9:2]          | 7  | a slice has no step                    | for example [1:3]
          $.items[0:-1]           | 7  | a slice counts from one end            | for example [1:], [:-1] or [-3:-1]
          $.items[-2:5]           | 7  | a slice counts from one end            | for example [1:], [:-1] or [-3:-1]
          $..[*].id               | 1  | after ..[ ] no further step is reliable | for example $..items[*].id
          $..*.id                 | 1  | after ..[ ] no further step is reliable | for example $..items[*].id
          $..[0].id               | 1  | after ..[ ] no further step is reliable | for example $..items[*].id
          """)
  void aWrongPathIsRefusedWithItsPlaceAndWhatWouldBeRight(
      String path, int offset, String what, String hint) {
    assertThat(JsonQuery.compile(path)).isEqualTo(new Compiled.Refused(what, offset, hint));
  }

  @Test
  void whatJsonPathRefusesKeepsItsOwnWords() {
    assertThat(JsonQuery.compile("  $.items[a]"))
        .isInstanceOfSatisfying(
            Compiled.Refused.class,
            refused -> {
              assertThat(refused.offset()).isEqualTo(9);
              assertThat(refused.what()).startsWith("not a JSONPath: ");
            });
  }
}
