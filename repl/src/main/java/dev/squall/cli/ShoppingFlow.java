package dev.squall.cli;

import static dev.squall.Squall.*;

import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;

/**
 * The complete shopping flow: a new account, two products, a cart that changes, a checkout and its
 * order. Think times are a hundredth of a person's, so that a demonstration of seconds sees whole
 * flows.
 */
final class ShoppingFlow {
  private static final double SCALE = 0.01;

  private ShoppingFlow() {}

  static Scenario scenario() {
    return dev.squall.Squall.scenario(
        "shopping",
        post("/auth/register")
            .named("register")
            .json(
                """
                {"email": "shopper-${timestamp}@example.com", "password": "Pass123!", "name": "Shopper ${COUNTER}"}\
                """)
            .check(status().is(201), jsonPath("$.user.email").contains("@example.com"))
            .extract("token", jsonPath("$.token")),
        get("/products?limit=10")
            .named("list products")
            .check(status().is(200), header("Content-Type").contains("json"))
            .extract("product_id", jsonPath("$.products[0].id"))
            .extract("another_product_id", jsonPath("$.products[1].id")),
        think(3, 5),
        get("/products/${product_id}")
            .named("product details")
            .check(
                status().is(200),
                jsonPath("$.id").is("${product_id}"),
                jsonPath("$.price").isAbove(0)),
        think(5, 10),
        post("/cart/items")
            .named("add to cart")
            .bearer("${token}")
            .json(
                """
                {"product_id": "${product_id}", "quantity": 2}\
                """)
            .check(status().is(201), jsonPath("$.cart.items[0].quantity").is(2))
            .extract("cart_id", jsonPath("$.cart.id"))
            .extract("item_id", jsonPath("$.cart.items[0].id")),
        think(2, 3),
        get("/cart")
            .named("view cart")
            .bearer("${token}")
            .check(
                status().is(200),
                jsonPath("$.id").is("${cart_id}"),
                jsonPath("$.items[0].id").is("${item_id}")),
        think(2, 3),
        post("/cart/items")
            .named("add another")
            .bearer("${token}")
            .json(
                """
                {"product_id": "${another_product_id}", "quantity": 1}\
                """)
            .check(
                status().is(201),
                jsonPath("$.cart.items[1].product_id").is("${another_product_id}")),
        think(10, 15),
        put("/cart/items/${item_id}")
            .named("change quantity")
            .bearer("${token}")
            .json(
                """
                {"quantity": 3}\
                """)
            .check(status().is(200), jsonPath("$.cart.items[0].quantity").is(3)),
        think(2, 3),
        get("/cart")
            .named("view cart again")
            .bearer("${token}")
            .check(status().is(200), jsonPath("$.total").isAbove(10)),
        think(2, 3),
        post("/checkout")
            .named("checkout")
            .bearer("${token}")
            .json(
                """
                {"cart_id": "${cart_id}",
                 "shipping_address": {"street": "123 Main St", "city": "San Francisco", "state": "CA",
                                      "zip": "94102", "country": "US"},
                 "payment": {"method": "credit_card", "card_token": "tok_visa_${UUID}"}}\
                """)
            .check(
                status().is(201),
                jsonPath("$.status").is("confirmed"),
                jsonPath("$.confirmation_number").matches("^ORD-\\d{8}$"))
            .extract("order_id", jsonPath("$.order_id")),
        think(30, 60),
        get("/orders/${order_id}")
            .named("view order")
            .bearer("${token}")
            .check(status().is(200), jsonPath("$.id").is("${order_id}")),
        think(5, 5));
  }

  private static Step think(double least, double most) {
    return pause(seconds(least * SCALE), seconds(most * SCALE));
  }
}
