package dev.squall.httpx;

import java.util.Optional;

/**
 * A line of a block: an item, a comment of its own, or an item with the comment that follows it.
 *
 * @param gap whether a blank line stands before it
 */
record Line<T>(boolean gap, Optional<T> item, Optional<Comment> comment) {

  static <T> Line<T> of(T item) {
    return new Line<>(false, Optional.of(item), Optional.empty());
  }

  Line<T> gap(boolean before) {
    return before == gap ? this : new Line<>(before, item, comment);
  }
}
