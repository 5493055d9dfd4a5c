package dev.squall.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.session.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole prompt, on a terminal made of two streams. */
class PromptTest {
  @TempDir Path folder;
  private Typist typist;

  private int enter(Map<String, String> environment, String... lines) throws IOException {
    typist = new Typist(List.of(lines));
    var places =
        new Places(
            folder.resolve("config"), folder.resolve("state"), folder, _ -> Optional.empty());
    try (var terminal =
        TerminalBuilder.builder()
            .system(false)
            .type("xterm-256color")
            .encoding(StandardCharsets.UTF_8)
            .streams(typist.input(), typist)
            .build()) {
      return Prompt.run(terminal, Opening.of(places), places, environment, "0.1-SNAPSHOT");
    }
  }

  private String shown() {
    return typist.shown();
  }

  @Test
  void linesAreEvaluatedShownAndRemembered() throws IOException {
    int code =
        enter(
            Map.of(),
            "int twice(int n) {\rreturn 2 * n; }\r",
            "twice(21)\r",
            "var held = 7\r",
            "nothing\r",
            "/vars\r",
            "/list twice\r",
            "/nonsense\r",
            "/exit 3\r");
    assertThat(code).isEqualTo(3);
    assertThat(shown())
        .contains("squall 0.1 · Java 25", "42", "held = 7", "nothing is called nothing", "  int held = 7")
        .contains("there is no command /nonsense")
        .containsPattern("   1 : int twice")
        .doesNotContain("\tat ");
    assertThat(Files.readString(folder.resolve("state/history"))).contains("twice(21)");
  }

  @Test
  void withoutColourThereIsNone() throws IOException {
    int code = enter(Map.of("NO_COLOR", "1"), "%tour\r", "\003", "\"a\" + 1\r", "\004");
    assertThat(code).isZero();
    assertThat(shown()).contains("a1", "1/15").doesNotContainPattern("\u001b\\[3\\dm");
  }

  @Test
  void theTourGoesOnWithEachOfItsLines() throws IOException {
    enter(Map.of(), "%tour\r", "\r", "\003", "/exit\r");
    assertThat(shown()).contains("1/15", "the practice shop listens at", "2/15", "the tour is over");
  }

  @Test
  void theEndOfTheInputIsTheEnd() throws IOException {
    assertThat(enter(Map.of(), "1 + 1\r")).isZero();
    assertThat(shown()).contains("2");
  }
}
