package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code squall check} of what is broken says what stands beside it. */
class BrokenExamplesTest {
  private static final String FOLDER = "../examples/httpx/broken/";

  static Stream<Path> files() throws IOException {
    try (var files = Files.list(Path.of(FOLDER))) {
      return files.filter(file -> file.toString().endsWith(".httpx")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isToldWordForWord(Path file) throws IOException {
    var check = CommandLineRun.of("check", file.toString());

    assertThat(check.code()).isEqualTo(2);
    assertThat(check.out()).isEmpty();
    assertThat(check.err().replace(FOLDER, ""))
        .isEqualTo(Files.readString(Path.of(file.toString().replace(".httpx", ".problems"))));
  }
}
