package dev.squall.run;

import static dev.squall.Squall.*;

import dev.squall.scenario.Scenario;

/** The ten steps of a purchase, every one checked, five variables carried from step to step. */
final class ShoppingFlow {
  private ShoppingFlow() {}

  static Scenario scenario() {
    return dev.squall.Squall.scenario(
        "shopping",
        post("/auth/register")
            .named("register")
            .json(
                """
                {"email": "shopper-${timestamp}-${UUID}@example.com", "password": "Pass123!", "name": "S ${COUNTER}"}\
                """)
            .check(status().is(201))
            .extract("token", jsonPath("$.token")),
        get("/products?limit=10")
            .named("list")
            .check(status().is(200))
            .extract("product_id", jsonPath("$.products[0].id"))
            .extract("another_id", jsonPath("$.products[1].id")),
        get("/products/${product_id}").named("details").check(jsonPath("$.id").is("${product_id}")),
        pause(millis(1), millis(3)),
        group(
            "cart",
            post("/cart/items")
                .named("add")
                .bearer("${token}")
                .json(
                    """
                    {"product_id": "${product_id}", "quantity": 2}\
                    """)
                .check(status().is(201))
                .extract("cart_id", jsonPath("$.cart.id"))
                .extract("item_id", jsonPath("$.cart.items[0].id")),
            get("/cart").named("view").bearer("${token}").check(jsonPath("$.id").is("${cart_id}")),
            post("/cart/items")
                .named("add another")
                .bearer("${token}")
                .json(
                    """
                    {"product_id": "${another_id}", "quantity": 1}\
                    """)
                .check(status().is(201)),
            put("/cart/items/${item_id}")
                .named("change")
                .bearer("${token}")
                .json(
                    """
                    {"quantity": 3}\
                    """)
                .check(jsonPath("$.cart.items[0].quantity").is(3)),
            get("/cart").named("view").bearer("${token}").check(jsonPath("$.id").is("${cart_id}"))),
        post("/checkout")
            .named("checkout")
            .bearer("${token}")
            .json(
                """
                {"cart_id": "${cart_id}", "shipping_address": {"street": "1 Main St", "city": "SF", "state": "CA",
                 "zip": "94102", "country": "US"}, "payment": {"method": "credit_card", "card_token": "tok_visa_1"}}\
                """)
            .check(status().is(201), jsonPath("$.status").is("confirmed"))
            .extract("order_id", jsonPath("$.order_id")),
        get("/orders/${order_id}")
            .named("order")
            .bearer("${token}")
            .check(status().is(200), jsonPath("$.id").is("${order_id}")));
  }
}
