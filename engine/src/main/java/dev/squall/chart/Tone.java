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
}
