package dev.squall.shell.reply;

/**
 * How an answer is shown.
 *
 * @param columns of the screen, at least 20
 * @param lines how many the body may take before it is folded, at least 4
 * @param colour whether the terminal's own sixteen colours are used; HTML has its own
 * @param reveals whether secrets are shown
 * @param full whether nothing is folded or cut
 * @param headers whether the headers of the answer are shown
 */
public record View(
    int columns, int lines, boolean colour, boolean reveals, boolean full, boolean headers) {

  private static final int FEWEST_COLUMNS = 20;
  private static final int FEWEST_LINES = 4;

  public View {
    columns = Math.max(FEWEST_COLUMNS, columns);
    lines = Math.max(FEWEST_LINES, lines);
  }

  /** A screen of this size, without colours, folded, secrets masked. */
  public static View of(int columns, int lines) {
    return new View(columns, lines, false, false, false, false);
  }

  /** With colours. */
  public View coloured() {
    return new View(columns, lines, true, reveals, full, headers);
  }

  /** With secrets shown. */
  public View revealed() {
    return new View(columns, lines, colour, true, full, headers);
  }

  /** With nothing folded. */
  public View unfolded() {
    return new View(columns, lines, colour, reveals, true, headers);
  }

  /** With the headers of the answer. */
  public View withHeaders() {
    return new View(columns, lines, colour, reveals, full, true);
  }
}
