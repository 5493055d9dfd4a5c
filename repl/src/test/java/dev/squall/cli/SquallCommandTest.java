package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquallCommandTest {
  @Test
  void whatIsNeitherCommandNorFileIsRefused() {
    var wrong = CommandLineRun.of("rnu");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("no command and no file rnu", "squall --help");
  }

  @Test
  void everyCommandIsInTheHelp() {
    assertThat(CommandLineRun.of("--help").out())
        .contains("demo", "shop", "classpath", "-e, --evaluate", "Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "demo --help",
        "shop --help",
        "show --help",
        "check --help",
        "fmt --help",
        "report --help",
        "compare --help",
        "classpath --help",
        "completion --help"
      })
  void helpIsOnOneScreen(String line) {
    var help = CommandLineRun.of(line.split(" "));

    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: squall");
    assertThat(help.out().lines()).hasSizeLessThan(40).allMatch(text -> text.length() <= 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "once"})
  void theMostOptionsAreLittleMore(String command) {
    var help = CommandLineRun.of(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out().lines()).hasSizeLessThan(55).allMatch(text -> text.length() <= 80);
  }

  @Test
  void theVersionNamesSquallAndJava() {
    assertThat(CommandLineRun.of("--version").out()).startsWith("squall ").contains("Java 25");
  }
}
