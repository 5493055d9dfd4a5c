package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.command.Command;
import dev.squall.shell.command.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/session.md says what the session does. */
class SessionPageTest {
  private static final Pattern CELL = Pattern.compile("\n```squall\n(.*?)\n```\n", Pattern.DOTALL);
  private static final int CELLS = 12;

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/session.md"));
  }

  @Test
  void everyCommandStandsInTheTableWithItsFirstExample() throws IOException {
    var commands = new Commands().all();
    assertThat(page().lines().filter(line -> line.matches("\\| `%\\w.*")).toList())
        .containsExactlyInAnyOrderElementsOf(commands.stream().map(SessionPageTest::row).toList());
  }

  private static String row(Command command) {
    return "| `%%%s` | `%s` | %s | %s|"
        .formatted(
            command.name(),
            command.examples().getFirst().lines().findFirst().orElseThrow(),
            command.summary(),
            command.java().isEmpty() ? " " : "`" + command.java() + "` ");
  }

  @Test
  void everyExampleWorks() throws IOException {
    var cells = CELL.matcher(page()).results().map(cell -> briefly(cell.group(1))).toList();
    assertThat(cells).hasSize(CELLS);
    try (var session = new Shells()) {
      cells.forEach(session::ok);
      assertThat(session.ok("four")).isEqualTo("5");
      assertThat(session.ok("draft().steps().size()")).isEqualTo("6");
      assertThat(session.shell.session().runs().all()).hasSize(6);
      assertThat(session.front.notes)
          .anyMatch(note -> note.startsWith("p lost its value: Point was declared anew"))
          .anyMatch(note -> note.startsWith("warning: run(int) hides every run(…) of Squall"));
      assertThat(session.front.shown)
          .noneMatch(shown -> shown.contains("password123"))
          .noneMatch(shown -> shown.startsWith("✗"));
    }
  }

  /** The same load for a moment, in which each step has a request. */
  private static String briefly(String cell) {
    return cell.replaceAll("(for|in) \\d+s\\b", "$1 300ms").replace("seconds(10)", "millis(300)");
  }

  @Test
  void whatItRefersToIsThere() throws IOException {
    var linked =
        Pattern.compile("]\\((\\w+\\.md)\\)")
            .matcher(page())
            .results()
            .map(link -> link.group(1))
            .distinct()
            .toList();
    assertThat(linked).containsAll(List.of("imports.md", "exports.md"));
    assertThat(linked).allMatch(name -> Files.isRegularFile(Path.of("../docs").resolve(name)));
  }
}
