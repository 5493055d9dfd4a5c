package dev.squall.stats;

import dev.squall.secret.Secrets;

/**
 * A header as it came or went.
 *
 * @param name as written
 * @param value without white space around it
 */
public record HeaderLine(String name, String value) {
  /** As it is written, a secret as an ellipsis. */
  @Override
  public String toString() {
    return name + ": " + Secrets.shown(name, value);
  }
}
