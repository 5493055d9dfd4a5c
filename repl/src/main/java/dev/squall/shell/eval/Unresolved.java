package dev.squall.shell.eval;

/** A declaration was used whose needs are not there yet. */
public final class Unresolved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unresolved(String what) {
    super(what, null, false, false);
  }
}
