package dev.squall.shell.debug;

import dev.squall.secret.Secrets;

/**
 * What of a text a person may see.
 *
 * @param reveals whether that is everything
 */
record Mask(boolean reveals) {
  /** A value under a name that may speak of a secret. */
  String value(String name, String value) {
    return reveals ? value : Secrets.shown(name, Secrets.body(value));
  }

  /** A URL, or path and query. */
  String target(String url) {
    return reveals ? url : Secrets.target(url);
  }

  String body(String body) {
    return reveals ? body : Secrets.body(body);
  }

  /** Request line and headers. */
  String head(String head) {
    return reveals ? head : Secrets.head(head);
  }
}
