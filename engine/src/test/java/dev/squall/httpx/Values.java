package dev.squall.httpx;

import java.util.Optional;

/**
 * What stands for a place in all requests of a scenario, once one has shown it.
 *
 * @param token what a server gave at the login
 */
record Values(Optional<String> token) {
  static final Values NONE = new Values(Optional.empty());
}
