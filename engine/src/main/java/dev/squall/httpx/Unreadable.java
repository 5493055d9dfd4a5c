package dev.squall.httpx;

/** Leaves an item whose problem has been told; its block goes on behind it. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable() {
    super(null, null, false, false);
  }
}
