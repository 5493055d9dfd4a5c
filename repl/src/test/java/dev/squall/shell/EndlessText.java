package dev.squall.shell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A text that a pattern may search for ages, until it is told to end. No snippet: not woven. */
public final class EndlessText implements CharSequence {
  private static final Set<String> ENDED = ConcurrentHashMap.newKeySet();

  private final String name;

  /** One that ends with all others of its name. */
  public EndlessText(String name) {
    this.name = name;
  }

  /** Whoever still reads one of this name has read enough. */
  public static void end(String name) {
    ENDED.add(name);
  }

  @Override
  public int length() {
    return 60;
  }

  @Override
  public char charAt(int index) {
    if (ENDED.contains(name)) {
      throw new IllegalStateException("ended");
    }
    return 'a';
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return this;
  }
}
