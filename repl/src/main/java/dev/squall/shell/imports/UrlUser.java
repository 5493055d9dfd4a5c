package dev.squall.shell.imports;

import dev.squall.scenario.Request;

/** Users that are named in URLs. */
final class UrlUser {
  private UrlUser() {}

  /**
   * Shows who asks by basic authentication.
   *
   * @param user as a URL has it: {@code name:password}, encoded
   */
  static Request of(String user, Request request) {
    int colon = user.indexOf(':');
    var name = Url.decoded(colon < 0 ? user : user.substring(0, colon));
    var password = colon < 0 ? "" : Url.decoded(user.substring(colon + 1));
    return request.basic(Literal.of(name), Literal.of(password));
  }
}
