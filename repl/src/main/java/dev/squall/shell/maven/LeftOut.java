package dev.squall.shell.maven;

/**
 * A jar that would have been taken, had the session not one of the same group and artifact. Two of
 * one name would be one for the compiler and another for what runs.
 *
 * @param artifact {@code group:artifact}
 * @param asked the version that was asked for
 * @param present the version that is there
 */
public record LeftOut(String artifact, String asked, String present) {
  @Override
  public String toString() {
    return asked.equals(present)
        ? artifact + " " + present
        : artifact + " " + present + " instead of " + asked;
  }
}
