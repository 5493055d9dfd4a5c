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
  void exactlyTheStockFitsIntoACartAndOneMoreDoesNot() {
    var stock = user.get("/products/prod-1").json().path("stock").asInt();

    assertThat(add("prod-1", stock + 1).status()).isEqualTo(409);
    assertThat(user.get("/cart").json().path("items")).isEmpty();
    assertThat(add("prod-1", stock - 1).status()).isEqualTo(201);
    var item = add("prod-1", 1).json().at("/cart/items/0/id").asText();

    var more = add("prod-1", 1);
    assertThat(more.status()).isEqualTo(409);
    assertThat(more.detail())
        .isEqualTo("only %d of prod-1 are in stock, not %d".formatted(stock, stock + 1));
    assertThat(add("prod-1", Integer.MAX_VALUE).status()).isEqualTo(409);
    assertThat(change(item, "" + (stock + 1)).status()).isEqualTo(409);
    assertThat(change(item, "" + stock).status()).isEqualTo(200);
    assertThat(user.get("/cart").json().at("/items/0/quantity").asInt()).isEqualTo(stock);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | quantity must be 1 or more",
        "-1 | quantity must be 1 or more",
        "-0 | quantity must be 1 or more",
        "-2147483648 | quantity must be 1 or more",
        "1.5 | quantity must be a whole number",
        "2.0 | quantity must be a whole number",
        "1e400 | quantity must be a whole number",
        "\"2\" | quantity must be a whole number",
        "true | quantity must be a whole number",
        "[2] | quantity must be a whole number",
        "{} | quantity must be a whole number",
        "null | quantity is missing",
        "2147483648 | quantity must be between -2147483648 and 2147483647",
        "99999999999 | quantity must be between -2147483648 and 2147483647"
      })
  void aBadQuantityIs400AndChangesNothing(String quantity, String detail) {
    var item = add("prod-1", 1).json().at("/cart/items/0/id").asText();

    var added =
        user.post("/cart/items", "{\"product_id\": \"prod-1\", \"quantity\": " + quantity + "}");
    var changed = change(item, quantity);

    assertThat(added.status()).isEqualTo(400);
    assertThat(added.detail()).isEqualTo(detail);
    assertThat(changed.status()).isEqualTo(400);
    assertThat(changed.detail()).isEqualTo(detail);
    assertThat(user.get("/cart").json().at("/items/0/quantity").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
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
    var item = add("prod-123", 2).json().at("/cart/items/0/id").asText();
    try (var other = Client.loadTestUser(shop, 999)) {
      assertThat(other.get("/cart").json().path("items")).isEmpty();
      assertThat(other.delete("/cart/items/" + item).status()).isEqualTo(404);
      assertThat(other.put("/cart/items/" + item, "{\"quantity\": 9}").status()).isEqualTo(404);
      assertThat(other.delete("/cart").status()).isEqualTo(200);
    }
    assertThat(user.get("/cart").json().at("/items/0/quantity").asInt()).isEqualTo(2);
  }

  private Client.Reply change(String item, String quantity) {
    return user.put("/cart/items/" + item, "{\"quantity\": " + quantity + "}");
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
