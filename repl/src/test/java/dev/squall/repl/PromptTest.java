package dev.squall.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.command.Tour;
import dev.squall.shell.session.Places;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sits at a terminal, enters lines and sees what they give. */
class PromptTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  private static final String COLOUR = "\033\\[[0-9;]*3[0-7][0-9;]*m";

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private final Seen seen = new Seen();
  private CompletableFuture<Integer> code = new CompletableFuture<>();
  private LineDisciplineTerminal terminal;
  private int from;

  /** What the terminal was told to show. */
  private static final class Seen extends java.io.OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
      bytes.write(b);
    }

    @Override
    public synchronized void write(byte[] all, int from, int length) {
      bytes.write(all, from, length);
    }

    synchronized String text() {
      return bytes.toString(UTF_8);
    }
  }

  private void begin() throws IOException {
    var places =
        new Places(
            folder.resolve("config"), folder.resolve("state"), folder, _ -> Optional.empty());
    begin(Opening.of(places), places);
  }

  private void begin(Opening opening, Places places) throws IOException {
    terminal = new LineDisciplineTerminal("test", "xterm-256color", seen, UTF_8);
    terminal.setSize(Size.of(100, 30));
    code =
        CompletableFuture.supplyAsync(
            () -> Prompt.run(terminal, opening, places, environment, "1.2-SNAPSHOT"),
            task -> Thread.ofPlatform().daemon().start(task));
    awaitShown("❯ ");
  }

  @AfterEach
  void end() throws Exception {
    if (!code.isDone()) {
      enter(CTRL_C + "/exit\r");
      code.get(10, TimeUnit.SECONDS);
    }
    terminal.close();
  }

  private void enter(String keys) throws IOException {
    for (byte b : keys.getBytes(UTF_8)) {
      terminal.processInputByte(b & 0xff);
    }
  }

  /** What is shown next holds this text; all of it up to its end. */
  private String awaitShown(String text) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (true) {
      var all = plain(seen.text());
      int at = all.indexOf(text, from);
      if (at >= 0) {
        var shown = all.substring(from, at + text.length());
        from = at + text.length();
        return shown;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("no '" + text + "' in:\n" + all.substring(from));
      }
      Thread.onSpinWait();
    }
  }

  private static String plain(String text) {
    return text.replaceAll(
        "\033\\[[<=>?0-9;$ ]*[a-zA-Z]|\033[=>]|\033\\][^\007]*\007|\033[()].|\r", "");
  }

  private int left() throws Exception {
    return code.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aSessionThatCannotBeMadeIsSaidAndNothingElseCanBeDone() throws Exception {
    begin(
        Opening.of(_ -> {
          throw new IllegalStateException("no compiler");
        }),
        new Places(folder, folder, folder, _ -> Optional.empty()));

    enter("1 + 1\r");

    assertThat(code.get(10, TimeUnit.SECONDS)).isOne();
    assertThat(seen.text()).contains("no session could be made").contains("no compiler");
  }

  @Test
  void aLineGivesItsValueAndIsRemembered() throws Exception {
    begin();
    assertThat(plain(seen.text())).contains("squall 1.2 · Java", "%help", "%tour");
    enter("6 * 7\r");
    awaitShown("\n42\n");
    awaitShown("❯ ");
    enter(CTRL_D);
    assertThat(left()).isZero();
    assertThat(folder.resolve("state/history")).hasContent("6 * 7");
  }

  @Test
  void exitLeavesWithItsCode() throws Exception {
    begin();
    enter("/exit 3\r");
    assertThat(left()).isEqualTo(3);
  }

  @Test
  void whatIsNotAllGoesOnBelow() throws Exception {
    begin();
    enter("int f() {\r");
    awaitShown("… ");
    enter("return 7;\r");
    awaitShown("… ");
    enter("}\r");
    awaitShown("squall ❯ ");
    enter("6 * f()\r");
    awaitShown("\n42\n");
  }

  @Test
  void anErrorShowsWhere() throws Exception {
    begin();
    enter("int x = \"a\";\r");
    assertThat(awaitShown("squall ❯ ")).contains("incompatible types", "^").doesNotContain("bug");
    assertThat(seen.text()).containsPattern(COLOUR);
  }

  @Test
  void theTourStandsAtThePrompt() throws Exception {
    begin();
    enter("%tour\r");
    awaitShown("squall ❯ " + Tour.STOPS.getFirst().line());
    enter(CTRL_C);
    awaitShown("the tour is over");
    awaitShown("squall ❯ ");
  }

  @Test
  void nothingIsColouredWhereNobodyWantsIt() throws Exception {
    environment.put("NO_COLOR", "1");
    begin();
    enter("int x = \"a\";\r");
    awaitShown("incompatible types");
    awaitShown("squall ❯ ");
    assertThat(seen.text()).doesNotContainPattern(COLOUR);
  }
}
