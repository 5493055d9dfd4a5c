package dev.squall.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TerminalImageTest {
  private static final Chart CHART = Throughput.of(Stories.outage()).orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TERM=xterm-256color | NONE",
        "TERM=xterm-kitty KITTY_WINDOW_ID=1 | KITTY",
        "TERM=xterm-256color KITTY_WINDOW_ID=1 | NONE",
        "TERM=xterm-kitty TMUX=/tmp/x | NONE",
        "TERM=screen-256color TERM_PROGRAM=iTerm.app | NONE",
        "TERM=xterm-ghostty | KITTY",
        "TERM=xterm-256color TERM_PROGRAM=iTerm.app | ITERM2",
        "TERM=xterm-256color TERM_PROGRAM=WezTerm COLORTERM=truecolor | ITERM2",
        "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal | NONE",
        "TERM=xterm-256color TERM_PROGRAM=vscode | NONE",
        "TERM=foot | SIXEL",
        "TERM=foot-extra | SIXEL",
        "TERM=dumb TERM_PROGRAM=iTerm.app | NONE",
        "TERM_PROGRAM=iTerm.app | NONE",
        "TERM=tmux-256color SQUALL_IMAGES=sixel | SIXEL",
        "TERM=xterm-kitty SQUALL_IMAGES=none | NONE",
        "TERM=xterm-kitty SQUALL_IMAGES=hologram | KITTY"
      })
  void onlyATerminalThatIsKnownToShowImagesGetsAny(String variables, ImageProtocol expected) {
    Map<String, String> environment =
        Pattern.compile(" ")
            .splitAsStream(variables)
            .map(variable -> variable.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(ImageProtocol.of(environment)).isEqualTo(expected);
  }

  @Test
  void aTerminalSaysWhatItsGroundIs() {
    assertThat(Theme.ofTerminal(Map.of("COLORFGBG", "0;15"))).isEqualTo(Theme.LIGHT);
    assertThat(Theme.ofTerminal(Map.of("COLORFGBG", "15;0"))).isEqualTo(Theme.DARK);
    assertThat(Theme.ofTerminal(Map.of())).isEqualTo(Theme.DARK);
  }

  @ParameterizedTest
  @EnumSource
  void aPngHasTheSizeAndTheGround(Theme theme) throws IOException {
    var png = PixelChart.png(CHART, 400, 200, 2, theme).orElseThrow();
    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isEqualTo(400);
    assertThat(String.format("#%06x", image.getRGB(2, 2) & 0xFFFFFF)).isEqualTo(theme.paper());
    var colours = new HashMap<Integer, Integer>();
    for (int x = 0; x < 800; x++) {
      for (int y = 0; y < 400; y++) {
        colours.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
      }
    }
    assertThat(colours.get(Integer.decode(Ink.BLUE.on(theme)))).isGreaterThan(200);
  }

  @Test
  void kittyGetsThePngInChunks() {
    var png = PixelChart.png(CHART, 720, 360, 2, Theme.DARK).orElseThrow();
    var text = TerminalImage.render(CHART, ImageProtocol.KITTY, 80, 20, Theme.DARK).orElseThrow();
    assertThat(text).startsWith("\u001b_Ga=T,f=100,q=2,c=80,m=1;").endsWith("\u001b\\\n");
    var chunks =
        Pattern.compile("\u001b_G([^;]*);([^\u001b]*)\u001b\\\\").matcher(text).results().toList();
    assertThat(chunks)
        .hasSizeGreaterThan(1)
        .allSatisfy(chunk -> assertThat(chunk.group(2).length()).isLessThanOrEqualTo(4096));
    assertThat(chunks.subList(1, chunks.size() - 1))
        .allSatisfy(chunk -> assertThat(chunk.group(1)).isEqualTo("m=1"));
    assertThat(chunks.getLast().group(1)).isEqualTo("m=0");
    var data = chunks.stream().map(chunk -> chunk.group(2)).collect(Collectors.joining());
    assertThat(Base64.getDecoder().decode(data)).isEqualTo(png);
  }

  @Test
  void itermGetsThePngWithItsSize() {
    assertThat(TerminalImage.iterm2(new byte[] {1, 2, 3}, 80))
        .isEqualTo("\u001b]1337;File=inline=1;size=3;width=80;preserveAspectRatio=1:AQID\u0007\n");
  }

  @Test
  void sixelsAreBandsOfSixRows() {
    var image = new BufferedImage(5, 7, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 5; x++) {
      for (int y = 0; y < 7; y++) {
        image.setRGB(x, y, 0xFFFFFF);
      }
    }
    image.setRGB(1, 0, 0xFF0000);
    image.setRGB(1, 5, 0xFF0000);
    image.setRGB(4, 6, 0xFF0000);
    // White is more frequent, so it comes first: ~ is all six rows, ] the four in the middle.
    assertThat(Sixel.of(image))
        .isEqualTo(
            "\u001bP0;1;0q\"1;1;5;7#0;2;100;100;100#1;2;100;0;0"
                + "#0~]~~~$#1?`???$-#0!4@?$#1!4?@$-\u001b\\");
  }

  @Test
  void aTerminalWithoutImagesGetsNone() {
    assertThat(TerminalImage.render(CHART, ImageProtocol.NONE, 80, 20, Theme.DARK)).isEmpty();
  }
}
