package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What carts cost, against whole cents counted here: no decimal is rounded twice the same way. */
class TotalsTest extends ShopTest {

  private static int users;

  @BeforeEach
  void signIn() {
    client.close();
    client = Client.loadTestUser(shop, ++users);
  }

  @Test
  void everyRemainderOfTheTaxIsRoundedHalfUp() {
    // 8 % of whole cents repeats after 25 of them, and 9999 has no factor in common with 25.
    add("prod-123", 1);
    var item = cart().at("/items/0/id").asText();
    for (var quantity = 1; quantity <= 50; quantity++) {
      var answer = client.put("/cart/items/" + item, "{\"quantity\": " + quantity + "}");

      assertThat(answer.status()).isEqualTo(200);
      assertCosts(answer.json().path("cart"), 9999L * quantity);
    }
  }

  @Test
  void cartsOfManyProductsCostTheSumOfTheirLines() {
    var products = new ArrayList<JsonNode>();
    for (var page = 1; page <= 10; page++) {
      client.get("/products?limit=100&page=" + page).json().path("products").forEach(products::add);
    }
    var random = new Random(5);
    for (var carts = 0; carts < 20; carts++) {
      client.delete("/cart");
      var expected = 0L;
      for (var product : sample(products, random)) {
        var quantity = random.nextInt(1, product.path("stock").asInt() + 1);
        add(product.path("id").asText(), quantity);
        expected += cents(product.path("price")) * quantity;
      }
      assertCosts(cart(), expected);
    }
  }

  private static List<JsonNode> sample(List<JsonNode> products, Random random) {
    return random.ints(0, products.size()).distinct().limit(5).mapToObj(products::get).toList();
  }

  private static void assertCosts(JsonNode cart, long subtotal) {
    var lines = 0L;
    for (var item : cart.path("items")) {
      assertThat(cents(item.path("subtotal")))
          .isEqualTo(cents(item.path("price")) * item.path("quantity").asInt());
      lines += cents(item.path("subtotal"));
    }
    var tax = (subtotal * 8 + 50) / 100;
    assertThat(lines).isEqualTo(subtotal);
    assertThat(cents(cart.path("subtotal"))).isEqualTo(subtotal);
    assertThat(cents(cart.path("tax"))).isEqualTo(tax);
    assertThat(cents(cart.path("shipping"))).isEqualTo(1000);
    assertThat(cents(cart.path("total"))).isEqualTo(subtotal + tax + 1000);
  }

  private static long cents(JsonNode money) {
    var value = money.decimalValue();
    assertThat(value.scale()).as("two decimals in %s", value).isEqualTo(2);
    return value.multiply(BigDecimal.valueOf(100)).longValueExact();
  }

  private JsonNode cart() {
    return client.get("/cart").json();
  }

  private void add(String product, int quantity) {
    var answer =
        client.post(
            "/cart/items",
            "{\"product_id\": \"%s\", \"quantity\": %d}".formatted(product, quantity));
    assertThat(answer.status()).isEqualTo(201);
  }
}
