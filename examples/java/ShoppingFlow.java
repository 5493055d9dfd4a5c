import static dev.squall.Squall.*;

import dev.squall.scenario.Request;

// 4: a shopper from the registration to the confirmed order.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/ShoppingFlow.java
//   java --class-path "$(./squall classpath)" examples/java/ShoppingFlow.java shopping 10
void main(String... args) {
  Example.perform(args, shopping(), inRealTime());
}

/** The ten steps without much thought: everybody buys. */
Example shopping() {
  var hesitation = pause(millis(100), millis(500));
  return new Example(
      scenario(
          "shopping",
          register(),
          hesitation,
          listProducts(),
          hesitation,
          productDetails(),
          hesitation,
          addToCart(),
          hesitation,
          viewCart(),
          hesitation,
          addAnother(),
          hesitation,
          changeQuantity(),
          hesitation,
          viewCart(),
          hesitation,
          checkout(),
          hesitation,
          viewOrder(),
          hesitation),
      users(10).during(seconds(30)),
      p95().isBelow(millis(500)),
      errorRate().isBelow(percent(1)));
}

/**
 * 4: the same at people's pace. Of ten, one leaves at the product, one at the cart and one before
 * the checkout: seven buy.
 */
Example inRealTime() {
  return new Example(
      scenario(
          "shopping-real-time",
          register(),
          listProducts(),
          pause(seconds(3), seconds(5)),
          productDetails(),
          pause(seconds(5), seconds(10)),
          leave(percent(11.2)),
          addToCart(),
          pause(seconds(2), seconds(3)),
          viewCart(),
          pause(seconds(2), seconds(3)),
          leave(percent(11.2)),
          pause(seconds(10), seconds(15)),
          addAnother(),
          changeQuantity(),
          pause(seconds(2), seconds(3)),
          viewCart(),
          pause(seconds(2), seconds(3)),
          leave(percent(11.2)),
          pause(seconds(30), seconds(60)),
          checkout(),
          viewOrder(),
          pause(seconds(5))),
      users(50).during(minutes(30)),
      p95().of("add-to-cart").isBelow(millis(500)),
      p95().of("view-cart").isBelow(millis(500)),
      p95().of("add-another").isBelow(millis(500)),
      p95().of("change-quantity").isBelow(millis(500)),
      p95().of("checkout").isBelow(seconds(1)),
      errorRate().isBelow(percent(2)));
}

Request register() {
  return post("/auth/register")
      .named("register")
      .json(
          """
          {"email": "shopper-${timestamp}@example.com", "password": "Pass123!",
           "name": "Shopper ${COUNTER}"}\
          """)
      .check(status().is(201), jsonPath("$.user.email").contains("@example.com"))
      .extract("token", jsonPath("$.token"));
}

Request listProducts() {
  return get("/products?limit=10")
      .named("list-products")
      .check(status().is(200), header("Content-Type").contains("json"))
      .extract("product_id", jsonPath("$.products[0].id"))
      .extract("another_product_id", jsonPath("$.products[1].id"));
}

Request productDetails() {
  return get("/products/${product_id}")
      .named("product-details")
      .check(
          status().is(200), jsonPath("$.id").is("${product_id}"), jsonPath("$.price").isAbove(0));
}

Request addToCart() {
  return post("/cart/items")
      .named("add-to-cart")
      .bearer("${token}")
      .json(
          """
          {"product_id": "${product_id}", "quantity": 2}\
          """)
      .check(status().is(201), jsonPath("$.cart.items[0].quantity").is(2))
      .extract("cart_id", jsonPath("$.cart.id"))
      .extract("item_id", jsonPath("$.cart.items[0].id"));
}

Request addAnother() {
  return post("/cart/items")
      .named("add-another")
      .bearer("${token}")
      .json(
          """
          {"product_id": "${another_product_id}", "quantity": 1}\
          """)
      .check(status().is(201), jsonPath("$.cart.items[1].product_id").is("${another_product_id}"));
}

Request viewCart() {
  return get("/cart")
      .named("view-cart")
      .bearer("${token}")
      .check(status().is(200), jsonPath("$.id").is("${cart_id}"), jsonPath("$.total").isAbove(10));
}

Request changeQuantity() {
  return put("/cart/items/${item_id}")
      .named("change-quantity")
      .bearer("${token}")
      .json(
          """
          {"quantity": 3}\
          """)
      .check(status().is(200), jsonPath("$.cart.items[0].quantity").is(3));
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
           "payment": {"method": "credit_card", "card_token": "tok_visa_${UUID}"}}\
          """)
      .check(
          status().is(201),
          jsonPath("$.status").is("confirmed"),
          jsonPath("$.confirmation_number").matches("^ORD-[0-9]{8}$"))
      .extract("order_id", jsonPath("$.order_id"));
}

Request viewOrder() {
  return get("/orders/${order_id}")
      .named("view-order")
      .bearer("${token}")
      .check(status().is(200), jsonPath("$.id").is("${order_id}"));
}
