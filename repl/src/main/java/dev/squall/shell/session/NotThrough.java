package dev.squall.shell.session;

/** What a command had evaluated did not go through; its text is what a person is told. */
public final class NotThrough extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With all that is told. */
  public NotThrough(String text) {
    super(text, null, false, false);
  }
}
