package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each text of the folder {@code broken} has exactly the problems that stand beside it. */
class BrokenTextsTest {

  static Stream<Path> texts() throws IOException {
    try (var files = Files.list(Path.of("../examples/httpx/broken"))) {
      return files.filter(file -> file.toString().endsWith(".httpx")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void tellsAllOfItAndNothingElse(Path file) throws IOException {
    var beside = Path.of(file.toString().replace(".httpx", ".problems"));
    assertThat(told(file)).isEqualTo(Files.readString(beside));
  }

  private static String told(Path file) throws IOException {
    var name = file.getFileName().toString();
    var problems =
        switch (Httpx.parse(name, Files.readString(file))) {
          case Parsed.Good _ -> List.<Problem>of();
          case Parsed.Bad(var all, _) -> all;
        };
    return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
  }

  @Test
  void theFolderIsNotEmpty() throws IOException {
    assertThat(texts()).hasSizeGreaterThan(10);
  }

  @Test
  void aLineWithACarriageReturnIsShownWithoutIt() {
    assertThat(Texted.problems("var a = 1\r\nwhat\r\n").getFirst())
        .hasToString(
            """
            t.httpx:2:1: `what` begins nothing that a file has
                what
                ^
                here may stand data, mix, req, request, scenario, setup, teardown, var\
            """);
  }

  @Test
  void manyProblemsEndSomewhere() {
    assertThat(Texted.problems("what\n".repeat(5000))).hasSize(1000);
  }
}
