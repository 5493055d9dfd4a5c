package dev.squall.chart;

import java.util.List;

/**
 * What a layer is drawn with. The hues are those that M. Okabe and K. Ito chose for people who
 * cannot tell all colours apart ("Color Universal Design", 2002), lighter on a dark ground; each
 * has dashes of its own, so that a chart can be read in black and white too.
 */
public enum Ink {
  BLUE("#0072b2", "#56b4e9", 4),
  ORANGE("#b86e00", "#f0b13c", 3),
  GREEN("#00805e", "#35c99d", 2),
  PURPLE("#b0528c", "#e39ac6", 5),
  VERMILION("#c44e00", "#ff8a4a", 1),
  SKY("#2a86b8", "#9fd6f7", 6),
  GREY("#6a6f76", "#a3a9b1", 7);

  /** In the order in which runs that are laid over each other take them. */
  static final List<Ink> FOR_RUNS = List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY);

  private final String light;
  private final String dark;
  private final int ansi;

  Ink(String light, String dark, int ansi) {
    this.light = light;
    this.dark = dark;
    this.ansi = ansi;
  }

  /** {@code #rrggbb}. */
  public String on(Theme theme) {
    return switch (theme) {
      case LIGHT -> light;
      case DARK -> dark;
    };
  }

  /** The colour of a terminal's own palette that comes nearest: 1 to 6, and 7 for grey. */
  int ansi() {
    return ansi;
  }

  /** Lengths of strokes and gaps in turn, in pixels; empty for a line without gaps. */
  public List<Double> dashes() {
    return switch (this) {
      case BLUE, GREY -> List.of();
      case ORANGE -> List.of(7.0, 3.0);
      case GREEN -> List.of(2.0, 3.0);
      case PURPLE -> List.of(9.0, 3.0, 2.0, 3.0);
      case VERMILION -> List.of(4.0, 2.0);
      case SKY -> List.of(12.0, 3.0);
    };
  }
}
