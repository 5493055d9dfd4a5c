package dev.squall.chart;

import java.util.Locale;

/**
 * A colour under a name, on either ground.
 *
 * @param name as a style sheet calls it
 * @param light {@code #rrggbb}
 * @param dark {@code #rrggbb}
 */
record Tone(String name, String light, String dark) {
  static final Tone PAPER = new Tone("paper", Theme.LIGHT.paper(), Theme.DARK.paper());
  static final Tone TEXT = new Tone("text", Theme.LIGHT.text(), Theme.DARK.text());
  static final Tone FAINT = new Tone("faint", Theme.LIGHT.faint(), Theme.DARK.faint());
  static final Tone GRID = new Tone("grid", Theme.LIGHT.grid(), Theme.DARK.grid());

  static Tone of(Ink ink) {
    return new Tone(ink.name().toLowerCase(Locale.ROOT), ink.on(Theme.LIGHT), ink.on(Theme.DARK));
  }

  String on(Theme theme) {
    return switch (theme) {
      case LIGHT -> light;
      case DARK -> dark;
    };
  }

  /** Between its two, for a ground that nobody knows: a page may paint what it draws itself. */
  String onEither() {
    var mixed = new StringBuilder("#");
    for (int i = 1; i < light.length(); i += 2) {
      int sum = octet(light, i) + octet(dark, i);
      mixed.append("%02x".formatted(sum / 2));
    }
    return mixed.toString();
  }

  private static int octet(String colour, int at) {
    return Integer.parseInt(colour.substring(at, at + 2), 16);
  }
}
