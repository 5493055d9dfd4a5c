package dev.squall.shell.display;

/**
 * Who looks.
 *
 * @param columns how wide a line may be, in cells
 * @param rows how many lines are seen at once
 * @param colour whether text may have ANSI's colours
 * @param reveals whether secrets are shown
 */
public record View(int columns, int rows, boolean colour, boolean reveals) {
  /** A terminal of old, and most notebooks. */
  public static final View PLAIN = new View(80, 24, false, false);

  /** The same with secrets. */
  public View revealing() {
    return new View(columns, rows, colour, true);
  }
}
