package dev.squall.httpx;

import dev.squall.httpx.Token.Kind;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** Items in one line, with commas between them; a comma at its end goes on in the next. */
final class Lists {
  private Lists() {}

  /** Whether a block begins, here or in the next line that has anything. */
  static boolean opensBlock(Tokens in) {
    var mark = in.mark();
    in.passLines();
    boolean opens = in.is("{");
    in.reset(mark);
    return opens;
  }

  /**
   * The items up to a comma that nothing of the kind follows.
   *
   * @param isNext whether what follows a comma is another one
   */
  static <T> Block<T> of(Tokens in, Function<Tokens, T> item, Predicate<Tokens> isNext) {
    var items = new ArrayList<T>();
    items.add(item.apply(in));
    while (in.is(",")) {
      var mark = in.mark();
      in.next();
      in.passLines();
      if (in.peek().kind() == Kind.END || !isNext.test(in)) {
        in.reset(mark);
        break;
      }
      items.add(item.apply(in));
    }
    return Block.of(items);
  }
}
