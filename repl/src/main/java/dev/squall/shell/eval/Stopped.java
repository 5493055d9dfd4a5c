package dev.squall.shell.eval;

/**
 * Ends code whose evaluation or run was stopped. An error, so that few catch it; who does meets the
 * next one at his next loop or call.
 */
public final class Stopped extends Error {
  private static final long serialVersionUID = 1L;

  Stopped() {
    super("stopped", null, false, false);
  }
}
