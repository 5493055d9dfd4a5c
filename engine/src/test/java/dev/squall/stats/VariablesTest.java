package dev.squall.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
  private final Recorder recorder = Facts.recorder();

  private VariableStats found(int capture, @Nullable String... values) {
    for (int i = 0; i < values.length; i++) {
      recorder.captured(i, 0, capture, values[i]);
    }
    return recorder.finish(1, Generator.RUNNING).variables().get(capture);
  }

  @Test
  void eachExtractorHasARowWithWhatItFound() {
    assertThat(found(0, "7", "8", null, "7"))
        .isEqualTo(
            new VariableStats(
                "shopping", "login", "id", "jsonPath $.id", "integer", "7", 3, 1, 2, false));
  }

  @Test
  void nobodySeesTheValueOfASecret() {
    var token = found(1, "geheim", "geheim");
    assertThat(token.example()).isEqualTo("…");
    assertThat(token.distinct()).isEqualTo(1);
    assertThat(recorder.finish(1, Generator.RUNNING).toJson()).doesNotContain("geheim");
  }

  @Test
  void whatFoundNothingHasNeitherTypeNorExample() {
    assertThat(found(0, null, null))
        .isEqualTo(
            new VariableStats("shopping", "login", "id", "jsonPath $.id", "", "", 0, 2, 0, false));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, integer",
    "-7, 2.5, number",
    "1e3, 2, number",
    "true, false, boolean",
    "true, 1, text",
    "3f2504e0-4f89-11d3-9a0c-0305e82c3301, 3F2504E0-4F89-11D3-9A0C-0305E82C3302, uuid",
    "'{\"a\": 1}', {}, object",
    "[], '[1, 2]', array",
    "007x, Ann, text"
  })
  void theTypeIsThatOfAllValues(String one, String other, String type) {
    assertThat(found(0, one, other).type()).isEqualTo(type);
  }

  @Test
  void differentValuesAreCountedUpToAThousandAndThatIsSaid() {
    for (int i = 0; i < 1000; i++) {
      recorder.captured(i, 0, 0, "v" + i);
    }
    var exactly = found(0, "v0", "v999");
    assertThat(exactly.distinct()).isEqualTo(1000);
    assertThat(exactly.more()).isFalse();
    var more = found(0, "one more");
    assertThat(more.distinct()).isEqualTo(1000);
    assertThat(more.more()).isTrue();
    assertThat(more.found()).isEqualTo(1003);
  }

  @Test
  void longValuesAreToldApartAndShownInPart() {
    var page = "x".repeat(100_000);
    var row = found(0, page + "1", page + "2", page + "1");
    assertThat(row.distinct()).isEqualTo(2);
    assertThat(row.example()).hasSize(101).endsWith("x…");
  }
}
