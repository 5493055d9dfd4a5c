package dev.squall.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was entered is there again, in the next session without its secrets. */
class PromptHistoryTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("state/history");
  }

  private PromptHistory opened() {
    var history = new PromptHistory(file());
    history.open();
    return history;
  }

  private static List<String> lines(PromptHistory history) {
    return StreamSupport.stream(history.spliterator(), false).map(History.Entry::line).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a\nb", "\\", "\\n", "\\\\n\n\\", "\"\\t\"", "é漢🦑\n", "a\\"})
  void escapedThereAndBack(String text) {
    assertThat(PromptHistory.escaped(text)).doesNotContain("\n");
    assertThat(PromptHistory.unescaped(PromptHistory.escaped(text))).isEqualTo(text);
  }

  @Test
  void anyTextIsEscapedThereAndBack() {
    var random = new Random(11);
    for (int round = 0; round < 500; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append("\\\nn\"a".charAt(random.nextInt(5)));
      }
      assertThat(PromptHistory.unescaped(PromptHistory.escaped(text.toString())))
          .isEqualTo(text.toString());
    }
  }

  @Test
  void theLinesOfAnotherSystemAreTheSame() {
    assertThat(PromptHistory.escaped("a\r\nb")).isEqualTo("a\\nb");
  }

  @Test
  void aBackslashAtTheEndOfAFileThatSomebodyWroteStays() {
    assertThat(PromptHistory.unescaped("a\\")).isEqualTo("a\\");
  }

  @Test
  void theNextSessionHasWhatWasEntered() {
    var first = opened();
    first.add("var x = 1");
    first.add("int f() {\n  return 1;\n}");
    first.add("\"a\\nb\"");
    assertThat(lines(opened()))
        .containsExactly("var x = 1", "int f() {\n  return 1;\n}", "\"a\\nb\"");
  }

  @Test
  void whatWasReadIsNotWrittenAgain() throws IOException {
    opened().add("1");
    opened().add("2");
    opened();
    assertThat(Files.readAllLines(file())).containsExactly("1", "2");
  }

  @Test
  void secretsAreHereAndNotInTheFile() throws IOException {
    var history = opened();
    history.add("%set token s3cr3t");
    history.add("GET /a 'Authorization:Bearer s3cr3t'\nX-Api-Key: s3cr3t");
    history.add("var password = \"s3cr3t\";");
    assertThat(lines(history)).hasSize(3).allMatch(line -> line.contains("s3cr3t"));
    assertThat(Files.readString(file()))
        .doesNotContain("s3cr3t")
        .contains("%set token ${env.SQUALL_TOKEN}", "var password = \"${env.SQUALL_PASSWORD}\"");
    assertThat(lines(opened())).hasSize(3).noneMatch(line -> line.contains("s3cr3t"));
  }

  @Test
  void twoSessionsWriteToOneFile() {
    var one = opened();
    var other = opened();
    one.add("1");
    other.add("2");
    one.add("3");
    assertThat(lines(one)).containsExactly("1", "3");
    assertThat(lines(other)).containsExactly("2");
    assertThat(lines(opened())).containsExactly("1", "2", "3");
  }

  @Test
  void nobodyElseReadsTheFile() throws IOException {
    opened().add("1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatCannotBeReadIsNone() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe, '\n'});
    var history = opened();
    assertThat(lines(history)).isEmpty();
    history.add("1");
    assertThat(lines(history)).containsExactly("1");
  }

  @Test
  void aFolderWhereTheFileShouldBeIsNone() throws IOException {
    Files.createDirectories(file());
    var history = opened();
    history.add("1");
    history.add("2");
    assertThat(lines(history)).containsExactly("1", "2");
    assertThat(file()).isEmptyDirectory();
  }

  @Test
  void aFileWhereItsFolderShouldBeIsNone() throws IOException {
    Files.writeString(folder.resolve("state"), "");
    var history = opened();
    history.add("1");
    assertThat(lines(history)).containsExactly("1");
    assertThat(folder.resolve("state")).isEmptyFile();
  }

  @Test
  void aFileThatHasGrownLongKeepsItsEnd() throws IOException {
    Files.createDirectories(file().getParent());
    Files.write(file(), IntStream.rangeClosed(1, 10_001).mapToObj(i -> "line " + i).toList());
    assertThat(lines(opened())).last().isEqualTo("line 10001");
    assertThat(Files.readAllLines(file()))
        .hasSize(5_000)
        .startsWith("line 5002")
        .endsWith("line 10001");
  }

  @Test
  void whatBeginsWithABlankOrIsTheSameAgainIsNotKept() throws IOException {
    var history = opened();
    remembering(history);
    history.add("1");
    history.add("1");
    history.add(" 2");
    assertThat(lines(history)).containsExactly("1");
    assertThat(Files.readAllLines(file())).containsExactly("1");
  }

  /** As the prompt sets it. */
  private static void remembering(PromptHistory history) throws IOException {
    var terminal =
        TerminalBuilder.builder()
            .system(false)
            .streams(InputStream.nullInputStream(), new ByteArrayOutputStream())
            .type("xterm-256color")
            .encoding(StandardCharsets.UTF_8)
            .build();
    history.attach(
        LineReaderBuilder.builder()
            .terminal(terminal)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .build());
  }
}
