package dev.squall.httpx;

/**
 * Where a node stands in its text. Every span equals every other, so that nodes compare by meaning.
 *
 * @param from index of the first character, from 0
 * @param to index behind the last one
 */
public record Span(int from, int to) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Span;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
