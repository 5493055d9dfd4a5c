// shopping, written by Squall for Gatling 3.13 or later:
// src/test/java/ShoppingSimulation.java of a project with Gatling's plugin.
// Before it runs: export SQUALL_PASSWORD=…
// Before it runs: export SQUALL_CARD_TOKEN=…
import static io.gatling.javaapi.core.CoreDsl.*;
import static io.gatling.javaapi.http.HttpDsl.*;

import io.gatling.javaapi.core.*;
import io.gatling.javaapi.http.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

public class ShoppingSimulation extends Simulation {
  private static final AtomicLong COUNTER = new AtomicLong();
  HttpProtocolBuilder protocol =
      http;

  ScenarioBuilder shopping =
      scenario("shopping")
          .exec(
              exec(
                  session -> session
                      .set("COUNTER", COUNTER.getAndIncrement())
                      .set("SQUALL_CARD_TOKEN", System.getenv("SQUALL_CARD_TOKEN"))
                      .set("SQUALL_PASSWORD", System.getenv("SQUALL_PASSWORD"))))
          .exec(
              exitBlockOnFail()
                  .on(
                      http("register")
                          .post("http://localhost:8089/auth/register")
                          .header("Content-Type", "application/json")
                          .body(
                              StringBody(
                                  """
                                  {"email": "shopper-#{currentTimeMillis()}@example.com", "password": #{SQUALL_PASSWORD.jsonStringify()}, "name": "Shopper #{COUNTER}"}\
                                  """))
                          .check(
                              status().is(201),
                              jsonPath("$.user.email")
                                  .transform(text -> text.contains("@example.com"))
                                  .is(true),
                              jsonPath("$.token").saveAs("token")),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500)),
                      http("list-products")
                          .get("http://localhost:8089/products?limit=10")
                          .check(
                              status().is(200),
                              header("Content-Type")
                                  .transform(text -> text.contains("json"))
                                  .is(true),
                              jsonPath("$.products[0].id").saveAs("product_id"),
                              jsonPath("$.products[1].id").saveAs("another_product_id")),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500)),
                      http("product-details")
                          .get("http://localhost:8089/products/#{product_id}")
                          .check(
                              status().is(200),
                              jsonPath("$.id").isEL("#{product_id}"),
                              jsonPath("$.price").ofDouble().gt(0.0)),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500)),
                      http("add-to-cart")
                          .post("http://localhost:8089/cart/items")
                          .header("Authorization", "Bearer #{token}")
                          .header("Content-Type", "application/json")
                          .body(
                              StringBody(
                                  """
                                  {"product_id": #{product_id.jsonStringify()}, "quantity": 2}\
                                  """))
                          .check(
                              status().is(201),
                              jsonPath("$.cart.items[0].quantity").is("2"),
                              jsonPath("$.cart.id").saveAs("cart_id"),
                              jsonPath("$.cart.items[0].id").saveAs("item_id")),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500)),
                      http("view-cart")
                          .get("http://localhost:8089/cart")
                          .header("Authorization", "Bearer #{token}")
                          .check(
                              status().is(200),
                              jsonPath("$.id").isEL("#{cart_id}"),
                              jsonPath("$.total").ofDouble().gt(10.0)),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500)),
                      http("add-another")
                          .post("http://localhost:8089/cart/items")
                          .header("Authorization", "Bearer #{token}")
                          .header("Content-Type", "application/json")
                          .body(
                              StringBody(
                                  """
                                  {"product_id": #{another_product_id.jsonStringify()}, "quantity": 1}\
                                  """))
                          .check(
                              status().is(201),
                              jsonPath("$.cart.items[1].product_id").isEL("#{another_product_id}")),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500)),
                      http("change-quantity")
                          .put("http://localhost:8089/cart/items/#{item_id}")
                          .header("Authorization", "Bearer #{token}")
                          .header("Content-Type", "application/json")
                          .body(StringBody("{\"quantity\": 3}"))
                          .check(status().is(200), jsonPath("$.cart.items[0].quantity").is("3")),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500)),
                      http("view-cart")
                          .get("http://localhost:8089/cart")
                          .header("Authorization", "Bearer #{token}")
                          .check(
                              status().is(200),
                              jsonPath("$.id").isEL("#{cart_id}"),
                              jsonPath("$.total").ofDouble().gt(10.0)),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500)),
                      http("checkout")
                          .post("http://localhost:8089/checkout")
                          .header("Authorization", "Bearer #{token}")
                          .header("Content-Type", "application/json")
                          .body(
                              StringBody(
                                  """
                                  {
                                      "cart_id": #{cart_id.jsonStringify()},
                                      "shipping_address": {"street": "123 Main St", "city": "San Francisco", "state": "CA", "zip": "94102", "country": "US"},
                                      "payment": {"method": "credit_card", "card_token": "#{SQUALL_CARD_TOKEN}#{randomUuid()}"}
                                    }\
                                  """))
                          .check(
                              status().is(201),
                              jsonPath("$.status").is("confirmed"),
                              jsonPath("$.confirmation_number")
                                  .transform(
                                      text -> Pattern.compile("^ORD-[0-9]{8}$").matcher(text).find())
                                  .is(true),
                              jsonPath("$.order_id").saveAs("order_id")),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500)),
                      http("view-order")
                          .get("http://localhost:8089/orders/#{order_id}")
                          .header("Authorization", "Bearer #{token}")
                          .check(status().is(200), jsonPath("$.id").isEL("#{order_id}")),
                      pause(Duration.ofMillis(100), Duration.ofMillis(500))));

  {
    setUp(shopping.injectClosed(constantConcurrentUsers(10).during(Duration.ofSeconds(30))))
        .protocols(protocol)
        .assertions(
            global().responseTime().percentile(95.0).lt(500),
            global().failedRequests().percent().lt(1.0));
  }
}
