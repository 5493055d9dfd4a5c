package dev.squall.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
  private static final Advice WORDS =
      Advice.of(
          "users(20)", "vus = 20",
          "add .most(…) to", "max = $1 in",
          "forEach(\"…\", …)", "foreach $1",
          "cost(1)", "cost \\$1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users(20) | vus = 20",
        "take users(20), or users(20) | take vus = 20, or vus = 20",
        "users(21) | users(21)",
        "add .most(17) to the load | max = 17 in the load",
        "use forEach(\"post\", …) here | use foreach post here",
        "cost(1) | cost $1",
      })
  void wordsStandForWords(String hint, String said) {
    var problem = new Problem(Position.in("load"), hint, "also " + hint);

    assertThat(WORDS.of(problem)).isEqualTo(new Problem(Position.in("load"), said, "also " + said));
  }
}
