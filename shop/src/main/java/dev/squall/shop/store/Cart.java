package dev.squall.shop.store;

import dev.squall.shop.json.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One user's cart. One lock per cart: a user's requests may come in parallel. */
public final class Cart {

  private static final BigDecimal NONE = new BigDecimal("0.00");

  private final String id;
  private final List<Line> lines = new ArrayList<>(2);
  private int lineNumber;

  public Cart(String id) {
    this.id = id;
  }

  /**
   * Adds to what is there of the product.
   *
   * @throws Refusal 409 when that is more than the stock
   */
  public synchronized View add(Product product, int quantity) {
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.product().id().equals(product.id())) {
        lines.set(
            i, line.quantity(Math.clamp((long) line.quantity() + quantity, 0, Integer.MAX_VALUE)));
        return view(null);
      }
    }
    lines.add(new Line("item-" + (lineNumber + 1), product, 0).quantity(quantity));
    lineNumber++;
    return view(null);
  }

  /**
   * Sets how many of an item are wanted.
   *
   * @throws Refusal 404 when there is no such item, 409 when it is more than the stock
   */
  public synchronized View change(String itemId, int quantity) {
    var index = indexOf(itemId);
    lines.set(index, lines.get(index).quantity(quantity));
    return view(null);
  }

  /**
   * Takes an item out.
   *
   * @throws Refusal 404 when there is no such item
   */
  public synchronized void remove(String itemId) {
    lines.remove(indexOf(itemId));
  }

  public synchronized void clear() {
    lines.clear();
  }

  public synchronized View viewFor(String userId) {
    return view(userId);
  }

  /**
   * Empties the cart into what was bought, once the payment went through.
   *
   * @param payment throws when it does not; the cart then stays as it is
   * @throws Refusal 400 when the cart has another id or is empty
   */
  public synchronized View checkout(String cartId, Runnable payment) {
    if (!id.equals(cartId)) {
      throw Refusal.badRequest("cart_id '" + cartId + "' is not your cart, which is " + id);
    }
    if (lines.isEmpty()) {
      throw Refusal.badRequest("the cart is empty");
    }
    payment.run();
    var bought = view(null);
    lines.clear();
    return bought;
  }

  private int indexOf(String itemId) {
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).id().equals(itemId)) {
        return i;
      }
    }
    throw Refusal.notFound("there is no item '" + itemId + "' in the cart");
  }

  private View view(@Nullable String userId) {
    var items = lines.stream().map(Line::item).toList();
    var totals = Totals.of(items.stream().map(Item::subtotal).reduce(NONE, BigDecimal::add));
    return new View(
        id, userId, items, totals.subtotal(), totals.tax(), totals.shipping(), totals.total());
  }

  /** The cart as answers show it; without the user where the answer is about a change. */
  public record View(
      String id,
      @Nullable String userId,
      List<Item> items,
      BigDecimal subtotal,
      BigDecimal tax,
      BigDecimal shipping,
      BigDecimal total) {}

  public record Item(
      String id, String productId, int quantity, BigDecimal price, BigDecimal subtotal) {}

  private record Line(String id, Product product, int quantity) {

    Line quantity(int other) {
      if (other > product.stock()) {
        throw new Refusal(
            409,
            "only %d of %s are in stock, not %d".formatted(product.stock(), product.id(), other));
      }
      return new Line(id, product, other);
    }

    Item item() {
      var price = product.price();
      return new Item(
          id, product.id(), quantity, price, price.multiply(BigDecimal.valueOf(quantity)));
    }
  }
}
