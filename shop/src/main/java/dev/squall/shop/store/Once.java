package dev.squall.shop.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made by whoever asks for it first, so that no start of a shop waits for it. */
public final class Once<T> implements Supplier<T> {

  private final Supplier<T> making;
  private volatile @Nullable T made;

  /** Makes nothing yet. */
  public Once(Supplier<T> making) {
    this.making = making;
  }

  @Override
  public T get() {
    var known = made;
    return known == null ? make() : known;
  }

  private synchronized T make() {
    var known = made;
    if (known == null) {
      known = making.get();
      made = known;
    }
    return known;
  }
}
