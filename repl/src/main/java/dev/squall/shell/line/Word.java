package dev.squall.shell.line;

/**
 * A word of a line.
 *
 * @param text without its quotes
 * @param from where it begins in the text it stands in
 * @param to behind its last character
 * @param quoted whether it began with a quote, so that nothing in it is a sign
 */
public record Word(String text, int from, int to, boolean quoted) {
  /** Whether it is this word, whatever its case. */
  public boolean is(String other) {
    return text.equalsIgnoreCase(other);
  }
}
