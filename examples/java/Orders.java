import static dev.squall.Squall.*;

import dev.squall.scenario.Request;

// 6: checking out, and looking at orders.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/Orders.java
//   java --class-path "$(./squall classpath)" examples/java/Orders.java checkout 5
void main(String... args) {
  Example.perform(args, checkingOut(), orderDetails(), orderHistory());
}

/** 6.1: ten orders a second. */
Example checkingOut() {
  return new Example(
      scenario("checkout", register(), addItem(), checkout()),
      perSecond(10).during(minutes(20)),
      p95().of("checkout").isBelow(seconds(1)),
      errorRate().isBelow(percent(0.5)));
}

/** 6.2: one order, looked at ten times. */
Example orderDetails() {
  var viewOrder =
      get("/orders/${order_id}")
          .named("view-order")
          .bearer("${token}")
          .check(
              status().is(200),
              jsonPath("$.id").is("${order_id}"),
              jsonPath("$.total").is("${total}"),
              jsonPath("$.items.length()").is(1));
  return new Example(
      scenario("order-details", register(), addItem(), checkout(), repeat(10, viewOrder)),
      users(150).during(minutes(15)),
      p95().of("view-order").isBelow(millis(200)),
      errorRate().isBelow(percent(0.5)));
}

/** 6.3. */
Example orderHistory() {
  var listOrders =
      get("/orders")
          .named("list-orders")
          .bearer("${token}")
          .check(
              status().is(200),
              jsonPath("$.orders.length()").is(1),
              jsonPath("$.orders[0].id").is("${order_id}"));
  return new Example(
      scenario("order-history", register(), addItem(), checkout(), repeat(10, listOrders)),
      users(100).during(minutes(10)),
      p95().of("list-orders").isBelow(millis(200)),
      errorRate().isBelow(percent(0.5)));
}

Request register() {
  return post("/auth/register")
      .named("register")
      .json(
          """
          {"email": "buyer-${timestamp}@example.com", "password": "Pass123!",
           "name": "Buyer ${COUNTER}"}\
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
          {"product_id": "prod-${random(1,1000)}", "quantity": 1}\
          """)
      .check(status().is(201))
      .extract("cart_id", jsonPath("$.cart.id"))
      .extract("total", jsonPath("$.cart.total"));
}

Request checkout() {
  return post("/checkout")
      .named("checkout")
      .bearer("${token}")
      .json(
          """
          {"cart_id": "${cart_id}",
           "shipping_address": {"street": "123 Main St", "city": "San Francisco",
                                "state": "CA", "zip": "94102", "country": "US"},
           "billing_address": {"street": "1 Market St", "city": "San Francisco",
                               "state": "CA", "zip": "94105", "country": "US"},
           "payment": {"method": "credit_card", "card_token": "tok_visa"}}\
          """)
      .check(
          status().is(201),
          jsonPath("$.status").is("confirmed"),
          jsonPath("$.total").is("${total}"),
          jsonPath("$.confirmation_number").matches("^ORD-[0-9]{8}$"))
      .extract("order_id", jsonPath("$.order_id"));
}
