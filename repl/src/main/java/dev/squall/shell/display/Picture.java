package dev.squall.shell.display;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Pictures as those see them who can: what begins with the bytes of a format is one of it. */
public final class Picture {
  private static final int LONGEST_BEGIN = 1024;

  private Picture() {}

  /** A picture in one of the formats that pages show; nothing where it is none. */
  public static Optional<Bundle> of(byte[] picture) {
    return type(picture)
        .map(type ->
            Bundle.text("a picture, " + type + ", " + picture.length + " bytes")
                .with(
                    type,
                    type.equals(Bundle.SVG)
                        ? new String(picture, StandardCharsets.UTF_8)
                        : Base64.getEncoder().encodeToString(picture)));
  }

  /** Of Java's own kind. */
  static Bundle of(RenderedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bundle.text("a picture of " + image.getWidth() + " x " + image.getHeight())
        .with("image/png", Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  private static Optional<String> type(byte[] bytes) {
    var begin =
        new String(bytes, 0, Math.min(bytes.length, LONGEST_BEGIN), StandardCharsets.ISO_8859_1);
    if (begin.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (begin.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (begin.startsWith("GIF87a") || begin.startsWith("GIF89a")) {
      return Optional.of("image/gif");
    }
    if (begin.startsWith("RIFF") && begin.startsWith("WEBP", 8)) {
      return Optional.of("image/webp");
    }
    return begin.stripLeading().startsWith("<") && begin.contains("<svg")
        ? Optional.of(Bundle.SVG)
        : Optional.empty();
  }
}
