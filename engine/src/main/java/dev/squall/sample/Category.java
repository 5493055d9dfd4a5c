package dev.squall.sample;

import java.util.Locale;

/**
 * The first reason that fits why a request failed, in the order of the constants' meaning, not of
 * their place.
 */
public enum Category {
  /** A 4xx where no check speaks of the status. */
  CLIENT_ERROR,
  /** A 5xx where no check speaks of the status. */
  SERVER_ERROR,
  /** No complete answer within the limit: the time is censored, not measured. */
  TIMEOUT_ERROR,
  /** DNS, refused, reset, truncated. */
  NETWORK_ERROR,
  /** Handshake or certificate. */
  TLS_ERROR,
  /** A malformed answer or one beyond a limit. */
  OTHER_ERROR,
  /** An answer that a check did not accept. */
  CHECK_FAILED,
  /**
   * An unknown or unsafe variable, or an extractor that a later step needs and that found nothing.
   */
  SCRIPT_ERROR;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in reports and files: {@code client_error} and so on. */
  public String label() {
    return label;
  }
}
