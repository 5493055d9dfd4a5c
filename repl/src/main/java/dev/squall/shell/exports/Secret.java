package dev.squall.shell.exports;

/**
 * A value that is not in an exported text.
 *
 * @param variable what the environment has to call it: {@code SQUALL_PASSWORD}
 * @param place where it stood, in words
 * @param value what it was; never printed
 */
public record Secret(String variable, String place, String value) {

  /** The line for a shell, with dots for the value. */
  public String export() {
    return "export " + variable + "=…";
  }

  /** Never the value. */
  @Override
  public String toString() {
    return variable + " (" + place + ")";
  }
}
