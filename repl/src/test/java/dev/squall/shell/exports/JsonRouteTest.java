package dev.squall.shell.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRouteTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$ | []",
        "$.a.b-c | [Name[name=a], Name[name=b-c]]",
        "$['a b'][0] | [Name[name=a b], Index[index=0]]",
        "$.a[*].id | [Name[name=a], All[], Name[name=id]]",
        "$.a.length() | [Name[name=a], Length[]]",
        "$[1:3] | [Slice[from=1, to=Optional[3]]]",
        "$.a[:2] | [Name[name=a], Slice[from=0, to=Optional[2]]]",
      })
  void aPathThatGoesOneWayHasLegs(String path, String legs) {
    assertThat(JsonRoute.of(path)).map(route -> route.legs().toString()).contains(legs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "$..id", "$[?(@.a == 1)]", "$.a[-1]", "$[0:2].id", "$.a.", "$['a'"})
  void anyOtherPathIsNone(String path) {
    assertThat(JsonRoute.of(path)).isEmpty();
  }
}
