package dev.squall.shop.store;

import dev.squall.shop.json.Fields;
import dev.squall.shop.json.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The orders of one user, the newest {@value #KEPT} of them: a load test that buys for hours as the
 * same user must neither fill the memory nor make {@code GET /orders} slower and slower.
 */
public final class Orders {

  /** How many are kept. */
  public static final int KEPT = 100;

  private final LinkedHashMap<String, Order> newest = LinkedHashMap.newLinkedHashMap(1);

  public synchronized void add(Order order) {
    newest.put(order.id(), order);
    if (newest.size() > KEPT) {
      var _ = newest.pollFirstEntry();
    }
  }

  public synchronized List<Summary> summaries() {
    return newest.values().stream()
        .map(o -> new Summary(o.id(), o.status(), o.total(), o.createdAt()))
        .toList();
  }

  /**
   * One order of this user.
   *
   * @throws Refusal 404 when this user has no such order, whoever else may have it
   */
  public synchronized Order get(String id) {
    var order = newest.get(id);
    if (order == null) {
      throw Refusal.notFound("you have no order '" + id + "'");
    }
    return order;
  }

  public record Order(
      String id,
      String userId,
      String status,
      List<Cart.Item> items,
      BigDecimal subtotal,
      BigDecimal tax,
      BigDecimal shipping,
      BigDecimal total,
      Address shippingAddress,
      Address billingAddress,
      String confirmationNumber,
      String createdAt) {}

  public record Summary(String id, String status, BigDecimal total, String createdAt) {}

  public record Address(String street, String city, String state, String zip, String country) {

    private static final int LONGEST = 200;

    public static Address of(Fields fields) {
      return new Address(
          line(fields, "street"),
          line(fields, "city"),
          line(fields, "state"),
          line(fields, "zip"),
          line(fields, "country"));
    }

    /** A user's orders are kept, and so must be small. */
    private static String line(Fields fields, String name) {
      var line = fields.text(name);
      fields.require(line.length() <= LONGEST, name, "must be at most " + LONGEST + " characters");
      return line;
    }
  }
}
