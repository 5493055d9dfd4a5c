package dev.squall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTest {
  private static final Extractor.Status STATUS = new Extractor.Status();
  private static final Extractor.Elapsed ELAPSED = new Extractor.Elapsed();
  private static final Extractor.JsonPath ID = new Extractor.JsonPath("$.id");

  static List<Arguments> words() {
    return List.of(
        Arguments.of(STATUS.is(200), "status is 200"),
        Arguments.of(STATUS.isNot(500), "status is not 500"),
        Arguments.of(STATUS.in(200, 201), "status in 200, 201"),
        Arguments.of(STATUS.isBelow(400), "status below 400"),
        Arguments.of(STATUS.isAbove(199), "status above 199"),
        Arguments.of(STATUS.isBetween(200, 299), "status between 200 and 299"),
        Arguments.of(ELAPSED.isBelow(Duration.ofMillis(250)), "elapsed below 250 ms"),
        Arguments.of(ELAPSED.isAbove(Duration.ofNanos(1_500_000)), "elapsed above 1.5 ms"),
        Arguments.of(
            ELAPSED.isBetween(Duration.ofMillis(1), Duration.ofSeconds(2)),
            "elapsed between 1 and 2000 ms"),
        Arguments.of(ID.is("${id}"), "jsonPath $.id is ${id}"),
        Arguments.of(ID.is(2), "jsonPath $.id is 2"),
        Arguments.of(ID.isNot(true), "jsonPath $.id is not true"),
        Arguments.of(ID.contains("ab"), "jsonPath $.id contains ab"),
        Arguments.of(ID.matches("^a+$"), "jsonPath $.id matches ^a+$"),
        Arguments.of(ID.exists(), "jsonPath $.id exists"),
        Arguments.of(ID.isBelow(0.25), "jsonPath $.id below 0.25"),
        Arguments.of(ID.isAbove(-3), "jsonPath $.id above -3"),
        Arguments.of(ID.isBetween(1.5, 2), "jsonPath $.id between 1.5 and 2"),
        Arguments.of(ID.in("a", 1), "jsonPath $.id in a, 1"),
        Arguments.of(new Extractor.Header("ETag").exists(), "header ETag exists"),
        Arguments.of(new Extractor.Regex("a(b)", 1).is("b"), "regex a(b) is b"),
        Arguments.of(new Extractor.BodyText().contains("x"), "body contains x"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void aCheckReadsAsASentence(Check check, String words) {
    assertThat(check).hasToString(words);
  }

  @Test
  void aVeryLongLimitIsStillANumber() {
    assertThat(ELAPSED.isBelow(Duration.ofDays(365_000)).expectation())
        .isEqualTo(new Expectation.Below(365_000 * 86_400e3));
    assertThat(ELAPSED.isBelow(Duration.ofNanos(1_234_567)).expectation())
        .isEqualTo(new Expectation.Below(1.234567));
  }

  @Test
  void theOrderOfTheValuesIsKept() {
    assertThat(STATUS.in(3, 1, 2).expectation())
        .isEqualTo(
            new Expectation.In(List.of(new Template("3"), new Template("1"), new Template("2"))));
  }
}
