package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes from a pipe, a file or an argument is done in its order, up to what goes wrong. */
class ConversationTest {
  @TempDir Path folder;

  /** What it printed, and its code. */
  private record Ended(String output, int code) {}

  private Ended piped(String lines, String... arguments) throws IOException, InterruptedException {
    var places =
        Map.of(
            "XDG_STATE_HOME", folder.toString(),
            "XDG_CONFIG_HOME", folder.toString());
    try (var process = new CommandProcess(places, arguments)) {
      process.enter(lines);
      var output = process.awaitEnd();
      return new Ended(output, process.code());
    }
  }

  @Test
  void linesOfAPipeAreDoneEachOnceItIsAll() throws Exception {
    assertThat(
            piped(
                """
                int twice(int n) {

                  return 2 * n;
                }
                var seven = 7;
                twice(seven) + 1
                /vars
                System.out.println("é漢 " +
                  twice(4))
                "the end"\
                """))
        .isEqualTo(new Ended("15\n  int seven = 7\n  int $1 = 15\né漢 8\nthe end\n", 0));
  }

  @Test
  void exitLeavesWithItsCode() throws Exception {
    assertThat(piped("1 + 1\n/exit 4\n\"not this\"\n")).isEqualTo(new Ended("2\n", 4));
  }

  @Test
  void aLineThatFailsIsTheLast() throws Exception {
    var ended = piped("\"before\"\nint x = \"a\";\n\"behind\"\n");
    assertThat(ended.output())
        .startsWith("before\n")
        .contains("^", "String")
        .doesNotContain("behind", "Exception");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void argumentsAreDoneInTheirOrderAndNothingIsRead() throws Exception {
    assertThat(piped("\"not this\"\n", "-e", "var x = 20", "-e", "x + 1"))
        .isEqualTo(new Ended("21\n", 0));
  }

  @Test
  void aProbeWithoutAnAnswerIsTheLast() throws Exception {
    var ended = piped("", "-e", "GET http://127.0.0.1:1/a", "-e", "\"behind\"");
    assertThat(ended.output()).contains("127.0.0.1").doesNotContain("behind");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void aScriptIsDone() throws Exception {
    var script = folder.resolve("a script.jsh");
    Files.writeString(
        script,
        """
        // with a remark
        int twice(int n) {
          return 2 * n;
        }
        %set name squall
        System.out.println(twice(21));
        """);
    assertThat(piped("\"not this\"\n", script.toString()))
        .satisfies(ended -> assertThat(ended.output()).contains("42\n").doesNotContain("not this"))
        .extracting(Ended::code)
        .isEqualTo(0);
  }

  @Test
  void aFileThatIsNotThereIsBadUsage() {
    var run = CommandLineRun.of(folder.resolve("none.jsh").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("squall: there is no command and no file")
        .contains("none.jsh", "squall --help");
  }

  @Test
  void aFolderIsNoScript() {
    assertThat(CommandLineRun.of(folder.toString()).code()).isEqualTo(2);
  }

  @Test
  void anHttpxFileIsRunOtherwise() throws IOException {
    var file = folder.resolve("a.HTTPX");
    Files.writeString(file, "GET /a\n");
    var run = CommandLineRun.of(file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("squall run " + file);
  }
}
