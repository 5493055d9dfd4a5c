package dev.squall.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A name and a password as Authorization and Proxy-Authorization carry them (RFC 7617). */
public final class BasicCredentials {
  private BasicCredentials() {}

  /**
   * The value of the header, in UTF-8 within.
   *
   * @param user holds no colon: the server would take what follows it for the password
   */
  public static String of(String user, String password) {
    return "Basic " + encoded(user, password);
  }

  /** What stands behind {@code Basic}. */
  public static String encoded(String user, String password) {
    var credentials = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(credentials);
  }
}
