package dev.squall.chart;

import java.util.Base64;
import java.util.Optional;

/** A chart in real pixels, framed for a terminal that shows images. */
public final class TerminalImage {
  private static final int COLUMN_PIXELS = 9;
  private static final int ROW_PIXELS = 18;
  private static final int KITTY_CHUNK = 4096;
  private static final String ESCAPE = "\u001b";

  private TerminalImage() {}

  /**
   * What has to be printed, with the end of its line. Empty where the terminal shows no images or
   * Java cannot paint: {@link TerminalChart} is for these.
   *
   * @param columns how many columns it takes
   * @param rows about how many rows it takes
   */
  public static Optional<String> render(
      Chart chart, ImageProtocol protocol, int columns, int rows, Theme theme) {
    int width = columns * COLUMN_PIXELS;
    int height = rows * ROW_PIXELS;
    return switch (protocol) {
      case NONE -> Optional.empty();
      case KITTY -> PixelChart.png(chart, width, height, 2, theme).map(png -> kitty(png, columns));
      case ITERM2 ->
          PixelChart.png(chart, width, height, 2, theme).map(png -> iterm2(png, columns));
      case SIXEL ->
          PixelChart.image(chart, width, height, 1, theme).map(image -> Sixel.of(image) + "\n");
    };
  }

  /** In chunks of at most 4096 characters; q=2: the terminal is not to answer. */
  static String kitty(byte[] png, int columns) {
    var data = Base64.getEncoder().encodeToString(png);
    var text = new StringBuilder();
    for (int from = 0; from < data.length(); from += KITTY_CHUNK) {
      int to = Math.min(data.length(), from + KITTY_CHUNK);
      text.append(ESCAPE)
          .append("_G")
          .append(from == 0 ? "a=T,f=100,q=2,c=" + columns + "," : "")
          .append(to < data.length() ? "m=1;" : "m=0;")
          .append(data, from, to)
          .append(ESCAPE)
          .append('\\');
    }
    return text.append('\n').toString();
  }

  static String iterm2(byte[] png, int columns) {
    return ESCAPE
        + "]1337;File=inline=1;size=%d;width=%d;preserveAspectRatio=1:"
            .formatted(png.length, columns)
        + Base64.getEncoder().encodeToString(png)
        + "\u0007\n";
  }
}
