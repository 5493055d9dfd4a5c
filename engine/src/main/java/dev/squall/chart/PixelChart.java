package dev.squall.chart;

import java.awt.AWTError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A chart as an image; the same drawing as {@link SvgChart}. */
public final class PixelChart {
  private PixelChart() {}

  /**
   * A PNG. Empty where Java cannot paint: without the desktop module, its native libraries or any
   * font, as in many containers.
   *
   * @param width of the drawing; its words have 11 to 15 such pixels
   * @param height of the drawing
   * @param scale pixels of the image for each of the drawing: 2 is sharp on fine screens
   */
  public static Optional<byte[]> png(Chart chart, int width, int height, int scale, Theme theme) {
    return image(chart, width, height, scale, theme).flatMap(PixelChart::png);
  }

  static Optional<BufferedImage> image(Chart chart, int width, int height, int scale, Theme theme) {
    try {
      var image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
      var graphics = image.createGraphics();
      try {
        graphics.scale(scale, scale);
        Painter.paint(chart, new PixelCanvas(graphics, theme), width, height);
      } finally {
        graphics.dispose();
      }
      return Optional.of(image);
    } catch (LinkageError | AWTError | InternalError | RuntimeException e) {
      // What a missing font configuration throws differs from JDK to JDK; none of it is promised.
      return Optional.empty();
    }
  }

  private static Optional<byte[]> png(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      return ImageIO.write(image, "png", bytes)
          ? Optional.of(bytes.toByteArray())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
