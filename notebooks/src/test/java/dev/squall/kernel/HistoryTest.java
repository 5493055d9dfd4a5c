package dev.squall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that were entered, in this session and in others. */
class HistoryTest {
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    file = folder.resolve("notebooks/history.jsonl");
  }

  private static List<String> asked(History history, String content) {
    return history.asked(Client.json(content)).stream()
        .map(entry -> entry.session() + ":" + entry.line() + ":" + entry.code())
        .toList();
  }

  private History session(String... cells) {
    var history = new History(file);
    for (int i = 0; i < cells.length; i++) {
      history.add(i + 1, cells[i]);
    }
    return history;
  }

  @Test
  void theLastOnesAreToldWithThoseOfSessionsBefore() {
    session("1", "2 + 2");
    var history = session("1", "3");

    assertThat(asked(history, "{'hist_access_type': 'tail', 'n': 3}"))
        .containsExactly("1:2:2 + 2", "2:1:1", "2:2:3");
  }

  @Test
  void aRangeIsOfThisSessionOrOfOneBeforeIt() {
    session("a", "b", "c");
    var history = session("d", "e");

    assertThat(asked(history, "{'hist_access_type': 'range', 'session': 0, 'start': 1, 'stop': 2}"))
        .containsExactly("2:1:d");
    assertThat(asked(history, "{'hist_access_type': 'range', 'session': -1, 'start': 2}"))
        .containsExactly("1:2:b", "1:3:c");
    assertThat(asked(history, "{'hist_access_type': 'range', 'session': 1, 'start': 1, 'stop': 2}"))
        .containsExactly("1:1:a");
    assertThat(asked(history, "{'hist_access_type': 'range', 'session': 7}")).isEmpty();
  }

  @Test
  void aPatternFindsEachOnceWhereThatIsWanted() {
    var history = session("1", "2 + 2", "1");

    assertThat(asked(history, "{'hist_access_type': 'search', 'pattern': '?*+*'}"))
        .containsExactly("1:2:2 + 2");
    assertThat(asked(history, "{'hist_access_type': 'search', 'pattern': '*', 'unique': true}"))
        .containsExactly("1:2:2 + 2", "1:3:1");
    assertThat(asked(history, "{'hist_access_type': 'search', 'pattern': '*', 'n': 1}"))
        .containsExactly("1:3:1");
  }

  @Test
  void whatACellGaveStandsBesideIt() {
    var history = session("1", "2");
    history.gave(2, "two");
    history.gave(1, "of a cell that is not the last one");

    assertThat(history.asked(Client.json("{'hist_access_type': 'tail', 'n': 2}")))
        .extracting(History.Entry::output)
        .containsExactly("", "two");
  }

  @Test
  void twoKernelsAtOnceHaveNumbersOfTheirOwn() {
    var one = new History(file);
    var other = new History(file);
    one.add(1, "of one");
    other.add(1, "of the other");

    assertThat(asked(new History(file), "{'hist_access_type': 'tail', 'n': 9}"))
        .containsExactly("1:1:of one", "2:1:of the other");
  }

  @Test
  void secretsAreNotInIt() throws IOException {
    var history = session("GET /orders Authorization:'Bearer abcdef0123456789'");

    assertThat(Files.readString(file)).contains("GET /orders").doesNotContain("abcdef0123456789");
    assertThat(asked(history, "{'hist_access_type': 'tail', 'n': 1}").getFirst())
        .doesNotContain("abcdef0123456789");
  }

  @Test
  void halfALineOfAProcessThatWasKilledIsPassedOver() throws IOException {
    session("1");
    Files.writeString(file, Files.readString(file) + "{\"session\": 1, \"li");

    assertThat(asked(new History(file), "{'hist_access_type': 'tail', 'n': 9}"))
        .containsExactly("1:1:1");
  }

  @Test
  void itDoesNotGrowForEver() throws IOException {
    Files.createDirectories(folder.resolve("notebooks"));
    Files.writeString(
        file,
        IntStream.rangeClosed(1, 10_100)
            .mapToObj(i -> "{\"session\":1,\"line\":" + i + ",\"code\":\"c" + i + "\"}")
            .collect(Collectors.joining("\n", "", "\n")));

    var history = new History(file);

    assertThat(asked(history, "{'hist_access_type': 'tail', 'n': 99999}"))
        .hasSize(10_000)
        .startsWith("1:101:c101");
    assertThat(Files.readAllLines(file)).hasSize(10_001);
  }

  @Test
  void whereItCannotBeWrittenTheSessionGoesOn() throws IOException {
    Files.writeString(folder.resolve("notebooks"), "a file in the place of a folder");

    var history = session("1");

    assertThat(asked(history, "{'hist_access_type': 'tail', 'n': 9}")).containsExactly("1:1:1");
  }
}
