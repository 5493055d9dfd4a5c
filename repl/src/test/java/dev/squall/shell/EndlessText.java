package dev.squall.shell;

/** A text that a pattern may search for ages, until it is told to end. No snippet: not woven. */
public final class EndlessText implements CharSequence {
  private static volatile boolean ended;

  /** Whoever still reads one has read enough. */
  public static void end() {
    ended = true;
  }

  @Override
  public int length() {
    return 60;
  }

  @Override
  public char charAt(int index) {
    if (ended) {
      throw new IllegalStateException("ended");
    }
    return 'a';
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return this;
  }
}
