package dev.squall.shell.reply;

import static dev.squall.Squall.body;
import static dev.squall.Squall.cookie;
import static dev.squall.Squall.elapsed;
import static dev.squall.Squall.header;
import static dev.squall.Squall.jsonPath;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.regex;
import static dev.squall.Squall.status;
import static dev.squall.Squall.xpath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Check;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {

  static Stream<Arguments> checks() {
    return Stream.of(
        Arguments.of(status().is(200), "status == 200", "status().is(200)"),
        Arguments.of(status().isNot(500), "status != 500", "status().isNot(500)"),
        Arguments.of(status().in(200, 201), "status in [200, 201]", "status().in(200, 201)"),
        Arguments.of(
            elapsed().isBelow(millis(250)), "latency < 250ms", "elapsed().isBelow(millis(250))"),
        Arguments.of(
            elapsed().isBetween(millis(1.5), millis(20)),
            "latency between 1.5ms and 20ms",
            "elapsed().isBetween(millis(1.5), millis(20))"),
        Arguments.of(jsonPath("$.a").exists(), "$.a exists", "jsonPath(\"$.a\").exists()"),
        Arguments.of(
            jsonPath("$['a\"b']").is("c\\d"),
            "$['a\"b'] == \"c\\\\d\"",
            "jsonPath(\"$['a\\\"b']\").is(\"c\\\\d\")"),
        Arguments.of(jsonPath("$.n").isAbove(3), "$.n > 3", "jsonPath(\"$.n\").isAbove(3)"),
        Arguments.of(
            header("Content-Type").contains("json"),
            "header.Content-Type contains json",
            "header(\"Content-Type\").contains(\"json\")"),
        Arguments.of(cookie("sid").exists(), "cookie.sid exists", "cookie(\"sid\").exists()"),
        Arguments.of(regex("a(b)").is("b"), "regex:\"a(b)\" == b", "regex(\"a(b)\").is(\"b\")"),
        Arguments.of(
            regex("a(b)", 0).exists(), "regex(0):\"a(b)\" exists", "regex(\"a(b)\", 0).exists()"),
        Arguments.of(
            xpath("//a").in("x", "y"),
            "xpath:\"//a\" in [x, y]",
            "xpath(\"//a\").in(\"x\", \"y\")"),
        Arguments.of(
            body().matches("^\\d"), "body matches \"^\\\\d\"", "body().matches(\"^\\\\d\")"));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void aCheckIsWordedForThePromptAndForJava(Check check, String command, String java) {
    assertThat(Wording.command(check)).isEqualTo(command);
    assertThat(Wording.java(check)).isEqualTo(java);
  }
}
