package dev.squall.http;

/** What happens to a connection after an answer. */
public enum KeepAlive {
  /** It stays open for the user's next exchange, where both sides allow that. */
  KEPT,
  /**
   * It is closed: each exchange opens its own. The request should say {@code Connection: close}.
   */
  FRESH
}
