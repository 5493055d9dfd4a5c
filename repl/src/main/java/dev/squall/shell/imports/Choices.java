package dev.squall.shell.imports;

/**
 * What is taken of a recording where it could be one or the other.
 *
 * @param pauses whether the time between an answer and the next request becomes a pause
 * @param assets whether pictures, fonts, styles and scripts become steps
 */
public record Choices(boolean pauses, boolean assets) {
  /** Pauses, no assets. */
  public static final Choices USUAL = new Choices(true, false);
}
