package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which products a query of {@code GET /products} shows. */
class PagesTest extends ShopTest {

  @ParameterizedTest
  @CsvSource({
    "'', 1000, 50, 20",
    "limit=1, 1000, 1000, 1",
    "limit=100, 1000, 10, 100",
    "limit=99&page=11, 1000, 11, 10",
    "limit=7&page=143, 1000, 143, 6",
    "limit=7&page=144, 1000, 143, 0",
    "limit=20&page=50, 1000, 50, 20",
    "limit=20&page=51, 1000, 50, 0",
    "page=2147483647, 1000, 50, 0",
    "category=books&limit=3&page=67, 200, 67, 2",
    "search=laptop&limit=4&page=4, 15, 4, 3",
    "search=laptop&limit=15, 15, 1, 15",
    "search=laptop&limit=16, 15, 1, 15",
    "search=LAPTOP, 15, 1, 15",
    "category=electronics&search=laptop, 15, 1, 15",
    "category=books&search=laptop, 0, 0, 0",
    "category=none, 0, 0, 0",
    "category=Books, 0, 0, 0",
    "category=, 1000, 50, 20",
    "search=, 1000, 50, 20",
    "limit=007, 1000, 143, 7"
  })
  void aQueryFindsSoManyOnSoManyPages(String query, int total, int pages, int shown) {
    var page = client.get("/products?" + query).json();

    assertThat(page.path("total").asInt()).isEqualTo(total);
    assertThat(page.path("total_pages").asInt()).isEqualTo(pages);
    assertThat(page.path("products")).hasSize(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "electronics | laptop | 15",
        "home | LAMP | -1",
        "none | %C3%A4%20%2B%26%3D%22%5C | 0",
        "%F0%9F%9B%92 | maple%20%26%20co | 0",
        "books | maple+%26+co | -1",
        "books | .* | 0",
        "books | %25 | 0",
        "books | %00 | 0",
        "books | %27%20OR%201=1 | 0"
      })
  void categoryAndSearchAreSaidBackAsTheyWereMeant(String category, String search, int total) {
    var text = search.replace(" ", "%20");
    var page = client.get("/products?category=%s&search=%s".formatted(category, text)).json();

    assertThat(page.path("category").asText()).isEqualTo(decoded(category));
    assertThat(page.path("search").asText()).isEqualTo(decoded(search));
    if (total < 0) {
      assertThat(page.path("total").asInt()).isPositive();
    } else {
      assertThat(page.path("total").asInt()).isEqualTo(total);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "page=0, page",
    "page=-1, page",
    "page=x, page",
    "page=, page",
    "page, page",
    "page=2147483648, page",
    "page=99999999999, page",
    "page=99999999999999999999999, page",
    "page=%D9%A3, page",
    "page=%2B1, page",
    "page=1%00, page",
    "limit=0, limit",
    "limit=-1, limit",
    "limit=-0, limit",
    "limit=101, limit",
    "limit=1.5, limit",
    "limit=1.0, limit",
    "limit=1e9, limit",
    "limit=1e1, limit",
    "limit=0x10, limit",
    "limit=+5, limit",
    "limit=%205, limit",
    "limit=NaN, limit"
  })
  void badNumbersAreNamed(String query, String name) {
    var answer = client.get("/products?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isEqualTo("Bad Request");
    assertThat(answer.detail()).startsWith(name + " must be a whole number");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=5&limit=5, limit",
    "page=1&limit=5&page=2, page",
    "category=books&category=home, category"
  })
  void whatIsGivenTwiceIsRefused(String query, String name) {
    var answer = client.get("/products?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo(name + " is given more than once");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
