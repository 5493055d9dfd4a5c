package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductsTest extends ShopTest {

  @Test
  void thereAreOneThousandProductsTwentyOnAPage() {
    var page = client.get("/products").json();

    assertThat(page.path("total").asInt()).isEqualTo(1000);
    assertThat(page.path("page").asInt()).isEqualTo(1);
    assertThat(page.path("limit").asInt()).isEqualTo(20);
    assertThat(page.path("total_pages").asInt()).isEqualTo(50);
    assertThat(page.path("products")).hasSize(20);
    assertThat(page.at("/products/0/id").asText()).isEqualTo("prod-1");
    assertThat(page.has("category")).isFalse();
    assertThat(page.has("search")).isFalse();
  }

  @Test
  void thePagesTogetherHoldEveryProductOnce() {
    var ids = new HashSet<String>();
    for (var page = 1; page <= 10; page++) {
      client
          .get("/products?limit=100&page=" + page)
          .json()
          .path("products")
          .forEach(p -> ids.add(p.path("id").asText()));
    }
    assertThat(ids).hasSize(1000).contains("prod-1", "prod-123", "prod-1000");
  }

  @Test
  void aPageBehindTheLastIsEmpty() {
    var page = client.get("/products?page=2147483647&limit=100");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().path("products")).isEmpty();
    assertThat(page.json().path("total").asInt()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"electronics", "clothing", "books", "sports", "home"})
  void everyCategoryHasTwoHundred(String category) {
    var page = client.get("/products?limit=50&category=" + category).json();

    assertThat(page.path("total").asInt()).isEqualTo(200);
    assertThat(page.path("category").asText()).isEqualTo(category);
    assertThat(page.path("products"))
        .hasSize(50)
        .allMatch(p -> p.path("category").asText().equals(category));
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "Laptop", "LAPTOP"})
  void exactlyFifteenAreLaptops(String search) {
    var page = client.get("/products?search=" + search).json();

    assertThat(page.path("total").asInt()).isEqualTo(15);
    assertThat(page.path("total_pages").asInt()).isEqualTo(1);
    assertThat(page.path("search").asText()).isEqualTo(search);
    assertThat(page.path("products"))
        .hasSize(15)
        .allMatch(p -> p.path("name").asText().contains("Laptop"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "wireless", "pro", "gaming", "portable", "shirt", "book"})
  void theUsualSearchesFindSomething(String search) {
    assertThat(client.get("/products?search=" + search).json().path("total").asInt())
        .isPositive()
        .isLessThan(1000);
  }

  @Test
  void categoryAndSearchNarrowTogether() {
    assertThat(total("category=electronics&search=laptop")).isEqualTo(15);
    assertThat(total("category=books&search=laptop")).isZero();
    assertThat(total("category=nothing")).isZero();
  }

  @Test
  void oneProductHasEveryField() {
    var product = client.get("/products/prod-123").json();

    assertThat(product.fieldNames())
        .toIterable()
        .containsExactly("id", "name", "description", "price", "category", "stock", "image_url");
    assertThat(product.path("id").asText()).isEqualTo("prod-123");
    assertThat(product.path("price").decimalValue()).isEqualTo(new BigDecimal("99.99"));
    assertThat(product.path("stock").isInt()).isTrue();
  }

  @Test
  void everyProductIsWhole() {
    var count = 0;
    for (var page = 1; page <= 10; page++) {
      for (JsonNode p : client.get("/products?limit=100&page=" + page).json().path("products")) {
        var id = "prod-" + ++count;
        assertThat(p.path("id").asText()).isEqualTo(id);
        assertThat(p.path("name").asText()).isNotBlank();
        assertThat(p.path("description").asText()).isNotBlank();
        assertThat(p.path("stock").intValue()).isPositive();
        assertThat(p.path("image_url").asText()).isEqualTo("/images/" + id + ".jpg");
        assertThat(p.path("price").decimalValue())
            .as("the price of %s", id)
            .isBetween(new BigDecimal("9.99"), new BigDecimal("1999.99"))
            .hasScaleOf(2);
      }
    }
    assertThat(count).isEqualTo(1000);
  }

  @Test
  void aListShowsAProductAsItsOwnAddressDoes() {
    for (JsonNode p : client.get("/products?search=laptop").json().path("products")) {
      assertThat(client.get("/products/" + p.path("id").asText()).json()).isEqualTo(p);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prod-0",
        "prod-1001",
        "prod-01",
        "PROD-1",
        "1",
        "prod-1%20",
        "%3Cb%3E",
        "%F0%9F%9B%92"
      })
  void anythingElseIsNoProduct(String id) {
    var answer = client.get("/products/" + id);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail()).startsWith("there is no product '");
  }

  @Test
  void anUnknownProductIsNotFound() {
    var answer = client.get("/products/prod-1001");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail()).contains("prod-1001");
  }

  @Test
  void theSameSeedSellsTheSameAndAnotherSeedOther() {
    try (var same = PracticeShop.start();
        var other = PracticeShop.start(ShopOptions.defaults().seed(7));
        var sameClient = new Client(same);
        var otherClient = new Client(other)) {
      var here = client.get("/products?limit=100").text();

      assertThat(sameClient.get("/products?limit=100").text()).isEqualTo(here);
      assertThat(otherClient.get("/products?limit=100").text()).isNotEqualTo(here);
      assertThat(otherClient.get("/products?search=laptop").json().path("total").asInt())
          .isEqualTo(15);
      assertThat(otherClient.get("/products/prod-123").json().path("price").asText())
          .isEqualTo("99.99");
    }
  }

  private int total(String query) {
    return client.get("/products?" + query).json().path("total").asInt();
  }
}
