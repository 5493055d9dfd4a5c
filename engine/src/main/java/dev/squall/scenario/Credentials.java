package dev.squall.scenario;

/**
 * Who somebody says they are (RFC 7617); both may hold variables.
 *
 * @param user without a colon
 * @param password never printed
 */
public record Credentials(Template user, Template password) {
  /** Never the password. */
  @Override
  public String toString() {
    return user.toString();
  }
}
