import static dev.squall.Squall.*;

import dev.squall.scenario.Request;

// 5: what is done with a cart. Each visitor registers, so that nobody shares a cart, and then does
// it ten times.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/Cart.java
//   java --class-path "$(./squall classpath)" examples/java/Cart.java adding 5
void main(String... args) {
  Example.perform(args, viewing(), adding(), changing(), removing(), clearing());
}

/** 5.1: a cart with nothing in it. */
Example viewing() {
  var viewCart =
      get("/cart")
          .named("view-cart")
          .bearer("${token}")
          .check(status().is(200), jsonPath("$.items.length()").is(0), jsonPath("$.total").is(0));
  return new Example(
      scenario("viewing", register(), repeat(10, viewCart)),
      users(100).during(minutes(5)),
      p95().of("view-cart").isBelow(millis(250)),
      errorRate().isBelow(percent(0.5)));
}

/** 5.2. */
Example adding() {
  return new Example(
      scenario("adding", register(), repeat(10, addItem())),
      users(200).during(minutes(15)),
      p95().of("add-item").isBelow(millis(300)),
      errorRate().isBelow(percent(0.5)));
}

/** 5.3. */
Example changing() {
  var changeItem =
      put("/cart/items/${item_id}")
          .named("change-item")
          .bearer("${token}")
          .json(
              """
              {"quantity": 5}\
              """)
          .check(
              status().is(200),
              jsonPath("$.cart.items[0].quantity").is(5),
              jsonPath("$.cart.subtotal").is(499.95));
  return new Example(
      scenario("changing", register(), addItem(), repeat(10, changeItem)),
      users(100).during(minutes(10)),
      p95().of("change-item").isBelow(millis(250)),
      errorRate().isBelow(percent(0.5)));
}

/** 5.4: what is removed has to be added before. */
Example removing() {
  var removeItem =
      delete("/cart/items/${item_id}")
          .named("remove-item")
          .bearer("${token}")
          .check(status().is(200), jsonPath("$.message").is("Item removed from cart"));
  return new Example(
      scenario("removing", register(), repeat(10, addItem(), removeItem)),
      users(50).during(minutes(10)),
      p95().of("remove-item").isBelow(millis(250)),
      errorRate().isBelow(percent(0.5)));
}

/** 5.5: twenty carts a second are emptied. */
Example clearing() {
  var clearCart =
      delete("/cart")
          .named("clear-cart")
          .bearer("${token}")
          .check(status().is(200), jsonPath("$.message").is("Cart cleared"));
  return new Example(
      scenario("clearing", register(), addItem(), clearCart),
      perSecond(20).during(minutes(5)),
      p95().of("clear-cart").isBelow(millis(250)),
      errorRate().isBelow(percent(0.5)));
}

Request register() {
  return post("/auth/register")
      .named("register")
      .json(
          """
          {"email": "cart-${timestamp}@example.com", "password": "Pass123!",
           "name": "Cart ${COUNTER}"}\
          """)
      .check(status().is(201))
      .extract("token", jsonPath("$.token"));
}

Request addItem() {
  return post("/cart/items")
      .named("add-item")
      .bearer("${token}")
      .json(
          """
          {"product_id": "prod-123", "quantity": 2}\
          """)
      .check(
          status().is(201),
          jsonPath("$.cart.items[0].product_id").is("prod-123"),
          jsonPath("$.cart.items[0].price").is(99.99))
      .extract("item_id", jsonPath("$.cart.items[0].id"));
}
