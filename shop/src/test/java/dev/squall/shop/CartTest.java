package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CartTest extends ShopTest {

  private static int users;

  private Client user;

  @BeforeEach
  void signIn() {
    client.close();
    client = Client.loadTestUser(shop, ++users);
    user = client;
  }

  @Test
  void anEmptyCartIsAllZeros() {
    var cart = user.get("/cart");

    assertThat(cart.status()).isEqualTo(200);
    assertThat(cart.text())
        .isEqualTo(
            """
            {"id":"cart-%1$d","user_id":"user-%1$d","items":[],\
            "subtotal":0.00,"tax":0.00,"shipping":0.00,"total":0.00}\
            """
                .formatted(users));
  }

  @Test
  void twoTimes9999CostsExactly22598() {
    var answer = add("prod-123", 2);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text())
        .isEqualTo(
            """
            {"cart":{"id":"cart-%d","items":[{"id":"item-1","product_id":"prod-123","quantity":2,\
            "price":99.99,"subtotal":199.98}],\
            "subtotal":199.98,"tax":16.00,"shipping":10.00,"total":225.98}}\
            """
                .formatted(users));
    assertThat(user.get("/cart").text()).contains("\"total\":225.98");
  }

  @Test
  void theSameProductAddsUp() {
    add("prod-123", 2);
    var answer = add("prod-123", 3);
    var cart = answer.json().path("cart");

    assertThat(cart.path("items")).hasSize(1);
    assertThat(cart.at("/items/0/quantity").asInt()).isEqualTo(5);
    assertThat(answer.text()).contains("\"tax\":40.00,\"shipping\":10.00,\"total\":549.95");
  }

  @Test
  void anItemChangesItsQuantity() {
    var item = add("prod-123", 2).json().at("/cart/items/0/id").asText();

    var answer = user.put("/cart/items/" + item, "{\"quantity\": 1}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/cart/items/0/quantity").asInt()).isEqualTo(1);
    assertThat(answer.json().at("/cart/total").asText()).isEqualTo("117.99");
  }

  @Test
  void anItemIsRemovedAndTheOthersStay() {
    add("prod-1", 1);
    var item = add("prod-123", 2).json().at("/cart/items/1/id").asText();

    var answer = user.delete("/cart/items/" + item);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"message\":\"Item removed from cart\"}");
    assertThat(user.get("/cart").json().path("items")).hasSize(1);
    assertThat(user.delete("/cart/items/" + item).status()).isEqualTo(404);
  }

  @Test
  void theCartIsCleared() {
    add("prod-123", 2);

    assertThat(user.delete("/cart").text()).isEqualTo("{\"message\":\"Cart cleared\"}");
    assertThat(user.get("/cart").json().path("items")).isEmpty();
  }

  @Test
  void anUnknownProductOrItemIsNotFound() {
    assertThat(add("prod-0", 1).status()).isEqualTo(404);
    assertThat(user.put("/cart/items/item-9", "{\"quantity\": 1}").status()).isEqualTo(404);
    assertThat(user.delete("/cart/items/item-9").status()).isEqualTo(404);
  }

  @Test
  void moreThanTheStockIsAConflictAndChangesNothing() {
    var stock = user.get("/products/prod-1").json().path("stock").asInt();
    assertThat(add("prod-1", stock).status()).isEqualTo(201);

    assertThat(add("prod-1", 1).status()).isEqualTo(409);
    assertThat(add("prod-1", Integer.MAX_VALUE).status()).isEqualTo(409);
    assertThat(user.put("/cart/items/item-1", "{\"quantity\": 100000}").status()).isEqualTo(409);
    assertThat(user.get("/cart").json().at("/items/0/quantity").asInt()).isEqualTo(stock);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"product_id\": \"prod-1\", \"quantity\": 0} | quantity must be 1 or more",
        "{\"product_id\": \"prod-1\", \"quantity\": -1} | quantity must be 1 or more",
        "{\"product_id\": \"prod-1\", \"quantity\": 1.5} | quantity must be a whole number",
        "{\"product_id\": \"prod-1\", \"quantity\": \"2\"} | quantity must be a whole number",
        "{\"product_id\": 1, \"quantity\": 2} | product_id must be a string",
        "{} | product_id is missing; quantity is missing",
        "[] | the body is no JSON object"
      })
  void badFieldsAreNamed(String body, String detail) {
    var answer = user.post("/cart/items", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo(detail);
  }

  @Test
  void everyUserHasTheirOwnCart() {
    add("prod-123", 2);
    try (var other = Client.loadTestUser(shop, 999)) {
      assertThat(other.get("/cart").json().path("items")).isEmpty();
    }
  }

  private Client.Reply add(String product, int quantity) {
    return user.post(
        "/cart/items",
        """
        {"product_id": "%s", "quantity": %d}\
        """
            .formatted(product, quantity));
  }
}
