import static dev.squall.Squall.*;

import dev.squall.goal.Goal;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;

/** What visitors come for, in the shares of an ordinary day. */
final class Visits {
  private Visits() {}

  static Mix everyday(String name) {
    return mix(
        name,
        share(40, list()),
        share(20, details()),
        share(15, search()),
        share(10, cart()),
        share(10, login()),
        share(4, checkout()),
        share(1, health()));
  }

  /** What is good enough on an ordinary day, with this limit of errors. */
  static Goal[] goals(double errors) {
    return new Goal[] {
      p95().of("list-products").isBelow(millis(200)),
      p95().of("product-details").isBelow(millis(150)),
      p95().of("search-products").isBelow(millis(400)),
      p95().of("login").isBelow(millis(300)),
      p95().of("add-to-cart").isBelow(millis(250)),
      p95().of("checkout").isBelow(millis(800)),
      p95().of("health").isBelow(millis(50)),
      errorRate().isBelow(errors)
    };
  }

  static Scenario list() {
    return scenario("list", listProducts());
  }

  static Scenario details() {
    return scenario("details", productDetails());
  }

  static Scenario search() {
    return scenario("search", searchProducts());
  }

  static Scenario login() {
    return scenario("login", logIn()).feed(accounts());
  }

  static Scenario cart() {
    return scenario("cart", logIn(), addToCart(), changeQuantity(), removeItem()).feed(accounts());
  }

  static Scenario checkout() {
    return scenario("checkout", logIn(), addToCart(), checkOut()).feed(accounts());
  }

  static Scenario health() {
    return scenario(
        "health",
        get("/health").named("health").check(status().is(200), jsonPath("$.status").is("healthy")));
  }

  /** A thousand accounts in turn: whoever has the same one comes a thousand visits later. */
  static Feed accounts() {
    return csv("examples/data/accounts.csv");
  }

  static Request listProducts() {
    return get("/products?page=${random(1,50)}&limit=20")
        .named("list-products")
        .check(status().is(200), jsonPath("$.products.length()").is(20));
  }

  static Request productDetails() {
    return get("/products/prod-${random(1,1000)}")
        .named("product-details")
        .check(status().is(200), jsonPath("$.price").isAbove(0));
  }

  static Request searchProducts() {
    return get("/products?search=${pick(laptop, phone, wireless, pro, gaming, portable)}&limit=20")
        .named("search-products")
        .check(status().is(200), jsonPath("$.total").isAbove(0));
  }

  static Request register(String email, String name) {
    return post("/auth/register")
        .named("register")
        .json(
            """
            {"email": "%s-${timestamp}@example.com", "password": "Pass123!",
             "name": "%s ${COUNTER}"}\
            """
                .formatted(email, name))
        .check(status().is(201))
        .extract("token", jsonPath("$.token"));
  }

  static Request logIn() {
    return post("/auth/login")
        .named("login")
        .json(
            """
            {"email": "${email}", "password": "${password}"}\
            """)
        .check(status().is(200), jsonPath("$.user.email").is("${email}"))
        .extract("token", jsonPath("$.token"));
  }

  static Request addToCart() {
    return post("/cart/items")
        .named("add-to-cart")
        .bearer("${token}")
        .json(
            """
            {"product_id": "prod-${random(1,1000)}", "quantity": 1}\
            """)
        .check(status().is(201), jsonPath("$.cart.items[0].id").exists())
        .extract("cart_id", jsonPath("$.cart.id"))
        .extract("item_id", jsonPath("$.cart.items[0].id"));
  }

  static Request changeQuantity() {
    return put("/cart/items/${item_id}")
        .named("change-quantity")
        .bearer("${token}")
        .json(
            """
            {"quantity": 3}\
            """)
        .check(status().is(200), jsonPath("$.cart.items[0].quantity").is(3));
  }

  static Request removeItem() {
    return delete("/cart/items/${item_id}")
        .named("remove-item")
        .bearer("${token}")
        .check(status().is(200), jsonPath("$.message").is("Item removed from cart"));
  }

  static Request checkOut() {
    return post("/checkout")
        .named("checkout")
        .bearer("${token}")
        .json(
            """
            {"cart_id": "${cart_id}",
             "shipping_address": {"street": "123 Main St", "city": "San Francisco",
                                  "state": "CA", "zip": "94102", "country": "US"},
             "payment": {"method": "credit_card", "card_token": "tok_visa"}}\
            """)
        .check(status().is(201), jsonPath("$.status").is("confirmed"))
        .extract("order_id", jsonPath("$.order_id"));
  }
}
