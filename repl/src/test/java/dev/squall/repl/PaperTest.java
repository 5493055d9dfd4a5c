package dev.squall.repl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters are written whole, however their bytes come. */
class PaperTest {
  private static final String ALL = "aé漢🦑z";

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "é", "漢", "🦑", ALL, "\n"})
  void wholeCharactersAreAll(String text) {
    var bytes = text.getBytes(UTF_8);
    assertThat(Paper.wholeCharacters(bytes)).isEqualTo(bytes.length);
  }

  @Test
  void aCutCharacterWaitsForItsRest() {
    for (var character : new String[] {"é", "漢", "🦑"}) {
      var bytes = ("a" + character).getBytes(UTF_8);
      for (int length = 2; length < bytes.length; length++) {
        assertThat(Paper.wholeCharacters(Arrays.copyOf(bytes, length)))
            .as("%s of %s bytes", character, length)
            .isEqualTo(1);
      }
    }
  }

  @Test
  void everyBeginningIsWholeCharactersAndAtMostThreeBytes() {
    var bytes = ALL.getBytes(UTF_8);
    for (int length = 0; length <= bytes.length; length++) {
      int whole = Paper.wholeCharacters(Arrays.copyOf(bytes, length));
      assertThat(whole).isBetween(length - 3, length);
      assertThat(ALL).startsWith(new String(bytes, 0, whole, UTF_8));
    }
  }

  @Test
  void whatIsNoCharacterWaitsForNothing() {
    var bytes = new byte[] {'a', (byte) 0x80, (byte) 0xbf, (byte) 0x80, (byte) 0x80, (byte) 0x80};
    for (int length = 0; length <= bytes.length; length++) {
      assertThat(Paper.wholeCharacters(Arrays.copyOf(bytes, length))).isEqualTo(length);
    }
  }

  @Test
  void bytesOneByOneGiveTheSameText() throws IOException {
    var seen = new ByteArrayOutputStream();
    try (var terminal = terminal(seen)) {
      var stream = new Paper(terminal, new Object()).stream();
      for (byte b : (ALL + "\n" + ALL).getBytes(UTF_8)) {
        stream.write(b);
      }
      terminal.flush();
      // a terminal made of streams writes on a thread of its own
      long end = System.nanoTime() + 5_000_000_000L;
      while (!seen.toString(UTF_8).endsWith("z\r\n" + ALL)
          && !seen.toString(UTF_8).endsWith("z\n" + ALL)
          && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
    assertThat(seen.toString(UTF_8).replace("\r", "")).endsWith(ALL + "\n" + ALL);
  }

  private static Terminal terminal(ByteArrayOutputStream out) throws IOException {
    return TerminalBuilder.builder()
        .system(false)
        .streams(InputStream.nullInputStream(), out)
        .type("xterm-256color")
        .encoding(UTF_8)
        .build();
  }
}
