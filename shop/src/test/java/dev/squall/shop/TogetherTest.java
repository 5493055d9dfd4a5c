package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One user on many connections, and many users for one thing: nothing is lost or given twice. */
class TogetherTest extends ShopTest {

  private static final int CLIENTS = 8;
  private static final int EACH = 6;

  @Test
  void whatOneUserAddsInParallelAllAddsUp() throws Exception {
    try (var user = Client.loadTestUser(shop, 1)) {
      var added =
          together(
              CLIENTS * EACH,
              n ->
                  user.post(
                          "/cart/items",
                          "{\"product_id\": \"prod-%d\", \"quantity\": 1}".formatted(1 + n % 2))
                      .status());

      assertThat(added).containsOnly(201);
      var items = user.get("/cart").json().path("items");
      assertThat(items).hasSize(2);
      assertThat(items).allMatch(item -> item.path("quantity").asInt() == CLIENTS * EACH / 2);
    }
  }

  @Test
  void aCartIsBoughtOnceHoweverManyTry() throws Exception {
    try (var user = Client.loadTestUser(shop, 2)) {
      user.post("/cart/items", "{\"product_id\": \"prod-123\", \"quantity\": 2}");

      var answers =
          together(
              CLIENTS,
              n ->
                  user.post(
                          "/checkout",
                          """
                          {"cart_id": "cart-2", "shipping_address": {"street": "s", "city": "c",
                          "state": "s", "zip": "z", "country": "c"},
                          "payment": {"method": "credit_card", "card_token": "tok_visa"}}\
                          """)
                      .status());

      assertThat(answers).containsOnly(201, 400).containsOnlyOnce(201);
      assertThat(user.get("/orders").json().path("orders")).hasSize(1);
    }
  }

  @Test
  void anAddressIsTakenOnceHoweverManyTry() throws Exception {
    var answers =
        together(
            CLIENTS,
            n ->
                client
                    .post(
                        "/auth/register",
                        "{\"email\": \"one@example.com\", \"password\": \"p\", \"name\": \"n\"}")
                    .status());

    assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
  }

  private interface Numbered {
    int status(int number);
  }

  private static List<Integer> together(int times, Numbered call) throws Exception {
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var calls =
          IntStream.range(0, times)
              .mapToObj(n -> (Callable<Integer>) () -> call.status(n))
              .toList();
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
