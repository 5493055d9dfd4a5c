package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shop.store.Orders;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest extends ShopTest {

  private static final String ADDRESS =
      """
      {"street": "123 Main St", "city": "San Francisco", "state": "CA", "zip": "94102", "country": "US"}\
      """;

  private static int users;

  private Client user;

  @BeforeEach
  void fillACart() {
    client.close();
    client = Client.loadTestUser(shop, ++users);
    user = client;
    user.post("/cart/items", "{\"product_id\": \"prod-123\", \"quantity\": 2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_visa", "tok_visa_42", "tok_mastercard_x", "tok_amex"})
  void aGoodCardBuysTheCart(String card) {
    var answer = checkout(card);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("status").asText()).isEqualTo("confirmed");
    assertThat(answer.text()).contains("\"total\":225.98");
    assertThat(answer.json().path("confirmation_number").asText()).matches("ORD-\\d{8}");
    assertThat(user.get("/cart").json().path("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tok_stolen", "tok_vis", "TOK_VISA", "visa", " tok_visa", "4111111111111111"})
  void anyOtherCardIsDeclinedAndTheCartStays(String card) {
    var answer = checkout(card);

    assertThat(answer.status()).isEqualTo(402);
    assertThat(answer.json().path("error").asText()).isEqualTo("Payment Required");
    assertThat(answer.detail()).isEqualTo("the card was declined");
    assertThat(user.get("/cart").json().path("items")).hasSize(1);
    assertThat(user.get("/orders").json().path("orders")).isEmpty();
  }

  @Test
  void anEmptyCartCannotBeBought() {
    user.delete("/cart");

    var answer = checkout("tok_visa");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo("the cart is empty");
  }

  @Test
  void anotherCartCannotBeBought() {
    var answer = checkout("cart-1000", "tok_visa", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("cart-1000");
  }

  @Test
  void everyBadFieldOfACheckoutIsNamed() {
    var answer =
        user.post(
            "/checkout",
            """
            {"shipping_address": {"street": "x"}, "billing_address": 1, "payment": {"method": "cash"}}\
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .contains(
            "cart_id is missing",
            "shipping_address.city is missing",
            "shipping_address.country is missing",
            "billing_address must be an object",
            "payment.method must be credit_card",
            "payment.card_token is missing");
  }

  @Test
  void anOrderIsListedAndShownWithItemsAndAddress() {
    var id = checkout("tok_visa").json().path("order_id").asText();

    var listed = user.get("/orders").json().path("orders");
    var order = user.get("/orders/" + id).json();

    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("id").asText()).isEqualTo(id);
    assertThat(listed.get(0).path("total").asText()).isEqualTo("225.98");
    assertThat(Instant.parse(listed.get(0).path("created_at").asText())).isBefore(Instant.MAX);
    assertThat(order.fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "user_id",
            "status",
            "items",
            "subtotal",
            "tax",
            "shipping",
            "total",
            "shipping_address",
            "billing_address",
            "confirmation_number",
            "created_at");
    assertThat(order.path("id").asText()).isEqualTo(id);
    assertThat(order.path("user_id").asText()).isEqualTo("user-" + users);
    assertThat(order.path("status").asText()).isEqualTo("confirmed");
    assertThat(order.path("items"))
        .singleElement()
        .hasToString(
            """
            {"id":"item-1","product_id":"prod-123","quantity":2,"price":99.99,"subtotal":199.98}\
            """);
    assertThat(order.path("total").asText()).isEqualTo("225.98");
    assertThat(order.path("shipping_address").toString())
        .isEqualTo(ADDRESS.replace("\": ", "\":").replace(", \"", ",\""));
    assertThat(order.path("billing_address")).isEqualTo(order.path("shipping_address"));
    assertThat(order.path("confirmation_number").asText()).matches("ORD-\\d{8}");
    assertThat(order.path("created_at")).isEqualTo(listed.get(0).path("created_at"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"street", "city", "state", "zip", "country"})
  void everyPartOfAnAddressIsNeededAndBounded(String part) {
    var without = ADDRESS.replace(part, "other");
    var answer = buy(without, ", \"billing_address\": " + without);
    var long201 =
        ADDRESS.replaceAll(
            "\"%s\": \"[^\"]*".formatted(part), "\"%s\": \"%s".formatted(part, "a".repeat(201)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .isEqualTo(
            "shipping_address.%1$s is missing; billing_address.%1$s is missing".formatted(part));
    assertThat(buy(long201, "").detail())
        .isEqualTo("shipping_address.%s must be at most 200 characters".formatted(part));
    assertThat(user.get("/cart").json().path("items")).hasSize(1);
  }

  @Test
  void aBillingAddressOfItsOwnIsKept() {
    var billing = ", \"billing_address\": " + ADDRESS.replace("123 Main St", "9 Bank St");
    var id = checkout("cart-" + users, "tok_visa", billing).json().path("order_id").asText();

    var order = user.get("/orders/" + id).json();

    assertThat(order.at("/billing_address/street").asText()).isEqualTo("9 Bank St");
    assertThat(order.at("/shipping_address/street").asText()).isEqualTo("123 Main St");
  }

  @Test
  void anotherUsersOrderLooksLikeNone() {
    var id = checkout("tok_visa").json().path("order_id").asText();

    try (var other = Client.loadTestUser(shop, 999)) {
      assertThat(other.get("/orders/" + id).status()).isEqualTo(404);
      assertThat(other.get("/orders").json().path("orders")).isEmpty();
    }
    assertThat(user.get("/orders/order-999999").status()).isEqualTo(404);
  }

  @Test
  void ordersDoNotUseUpStockAndTheNewestHundredAreKept() {
    var before = user.get("/products/prod-123").json().path("stock").asInt();
    var last = "";
    for (var i = 0; i <= Orders.KEPT; i++) {
      user.post("/cart/items", "{\"product_id\": \"prod-123\", \"quantity\": 50}");
      var answer = checkout("tok_visa");
      assertThat(answer.status()).isEqualTo(201);
      last = answer.json().path("order_id").asText();
    }

    assertThat(user.get("/products/prod-123").json().path("stock").asInt()).isEqualTo(before);
    assertThat(user.get("/orders").json().path("orders")).hasSize(Orders.KEPT);
    assertThat(user.get("/orders/" + last).status()).isEqualTo(200);
  }

  private Client.Reply checkout(String card) {
    return checkout("cart-" + users, card, "");
  }

  private Client.Reply checkout(String cart, String card, String more) {
    return checkout(cart, card, ADDRESS, more);
  }

  private Client.Reply buy(String address, String more) {
    return checkout("cart-" + users, "tok_visa", address, more);
  }

  private Client.Reply checkout(String cart, String card, String address, String more) {
    return user.post(
        "/checkout",
        """
        {"cart_id": "%s", "shipping_address": %s%s, "payment": {"method": "credit_card", "card_token": "%s"}}\
        """
            .formatted(cart, address, more, card));
  }
}
