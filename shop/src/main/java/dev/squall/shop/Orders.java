package dev.squall.shop;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The orders of one user, the newest {@value #KEPT} of them: a load test that buys for hours as the
 * same user must neither fill the memory nor make {@code GET /orders} slower and slower.
 */
final class Orders {

  static final int KEPT = 100;

  private final LinkedHashMap<String, Order> newest = LinkedHashMap.newLinkedHashMap(1);

  synchronized void add(Order order) {
    newest.put(order.id(), order);
    if (newest.size() > KEPT) {
      var _ = newest.pollFirstEntry();
    }
  }

  synchronized List<Summary> summaries() {
    return newest.values().stream()
        .map(o -> new Summary(o.id(), o.status(), o.total(), o.createdAt()))
        .toList();
  }

  /**
   * @throws Refusal 404 when this user has no such order, whoever else may have it
   */
  synchronized Order get(String id) {
    var order = newest.get(id);
    if (order == null) {
      throw Refusal.notFound("you have no order '" + id + "'");
    }
    return order;
  }

  record Order(
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

  record Summary(String id, String status, BigDecimal total, String createdAt) {}

  record Address(String street, String city, String state, String zip, String country) {

    static Address of(Fields fields) {
      return new Address(
          fields.text("street"),
          fields.text("city"),
          fields.text("state"),
          fields.text("zip"),
          fields.text("country"));
    }
  }
}
