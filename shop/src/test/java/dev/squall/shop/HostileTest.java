package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of spoilt requests, the same in every run: whatever comes, the answer is HTTP and says
 * what is wrong, or the connection is closed.
 */
class HostileTest extends ShopTest {

  /** So many that every request meets every way of spoiling it. */
  private static final int TIMES = 9_000;

  private static final int AT_ONCE = 4;
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void whateverIsSentTheAnswerIsInOrderAndTheShopLivesOn() throws Exception {
    var calls = new ArrayList<Callable<Void>>();
    for (var request : spoilt(new Random(22))) {
      calls.add(() -> send(request));
    }
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var sent : threads.invokeAll(calls)) {
        sent.get();
      }
    }
    assertThat(client.get("/health").status()).isEqualTo(200);
    assertThat(shop.requests()).isPositive();
  }

  private static Void send(byte[] request) throws IOException {
    var received = RawAnswer.exchange(shop, request);
    try {
      for (var answer : RawAnswer.all(received)) {
        assertInOrder(answer);
      }
    } catch (AssertionError e) {
      var shown = new String(request, 0, Math.min(request.length, 500), ISO_8859_1);
      throw new AssertionError("sent %s%nreceived %s".formatted(shown, received), e);
    }
    return null;
  }

  private static void assertInOrder(RawAnswer answer) throws IOException {
    assertThat(answer.status()).isNotEqualTo(500);
    if (answer.status() >= 400 && !answer.body().isEmpty()) {
      assertThat(answer.headers()).containsEntry("content-type", "application/json");
      var error = JSON.readTree(answer.body().getBytes(ISO_8859_1));
      assertThat(error.path("error").asText()).isNotBlank();
      assertThat(error.path("detail").asText()).isNotBlank().isNotEqualTo("null");
      assertThat(answer.body())
          .doesNotContain(
              "Exception", "\tat ", "\\tat ", "org.eclipse", "jackson", "byte[]", "java.");
    }
  }

  /**
   * Every request spoilt in one way or two; some have another behind them, or odd bytes in them.
   */
  private static List<byte[]> spoilt(Random random) {
    var token = Client.signedIn(shop, "test@example.com", "password123").token();
    var good = good().map(request -> signedIn(request, token)).toList();
    var ways = HostileRequest.ways(random);
    var all = new ArrayList<byte[]>();
    for (var i = 0; i < TIMES; i++) {
      // Every request meets other ways in each round, and after all the rounds every way.
      var request = ways.get((i + i / good.size()) % ways.size()).apply(good.get(i % good.size()));
      if (random.nextInt(3) == 0) {
        request = ways.get(random.nextInt(ways.size())).apply(request);
      }
      var out = new ByteArrayOutputStream();
      out.writeBytes(request.bytes());
      if (random.nextInt(8) == 0) {
        out.writeBytes(good.get(random.nextInt(good.size())).bytes());
      }
      var isFlipped = random.nextInt(8) == 0;
      all.add(isFlipped ? HostileRequest.flipped(out.toByteArray(), random) : out.toByteArray());
    }
    return all;
  }

  private static HostileRequest signedIn(HostileRequest request, String token) {
    return switch (request.target()) {
      case "/auth/logout" -> request; // or else the others would be refused at the door
      case "/users/me" -> request.with("Cookie: session=" + token);
      default -> request.with("Authorization: Bearer " + token);
    };
  }

  /** A good request to every route; none of them makes the shop wait. */
  private static Stream<HostileRequest> good() {
    var order =
        """
        {"cart_id": "cart-1001", "shipping_address": {"street": "s", "city": "c", "state": "s",
        "zip": "z", "country": "c"}, "payment": {"method": "credit_card", "card_token": "tok_visa"}}\
        """;
    var login = "{\"email\": \"test@example.com\", \"password\": \"password123\"}";
    var newcomer = "{\"email\": \"a@b.c\", \"password\": \"p\", \"name\": \"n\"}";
    var item = "{\"product_id\": \"prod-1\", \"quantity\": 1}";
    return Stream.of(
        HostileRequest.of("GET", "/health", ""),
        HostileRequest.of("OPTIONS", "/health", ""),
        HostileRequest.of("PATCH", "/status", "{}"),
        HostileRequest.of("GET", "/products?page=1&limit=2&category=books&search=a", ""),
        HostileRequest.of("GET", "/products/prod-1", ""),
        HostileRequest.of("POST", "/auth/register", newcomer),
        HostileRequest.of("POST", "/auth/login", login),
        HostileRequest.of("GET", "/users/me", ""),
        HostileRequest.of("POST", "/auth/logout", ""),
        HostileRequest.of("GET", "/cart", ""),
        HostileRequest.of("POST", "/cart/items", item),
        HostileRequest.of("PUT", "/cart/items/item-1", "{\"quantity\": 2}"),
        HostileRequest.of("DELETE", "/cart/items/item-9", ""),
        HostileRequest.of("POST", "/checkout", order),
        HostileRequest.of("GET", "/orders", ""),
        HostileRequest.of("GET", "/orders/order-1", ""),
        HostileRequest.of("GET", "/delay/0", ""),
        HostileRequest.of("GET", "/error/404", ""),
        HostileRequest.of("POST", "/post?a=b", "{\"a\": [1, \"b\"]}"),
        HostileRequest.of("GET", "/headers", ""),
        HostileRequest.of("GET", "/cookies/set?k=v", ""),
        HostileRequest.of("GET", "/status/404", ""),
        HostileRequest.of("GET", "/redirect/2", ""),
        HostileRequest.of("GET", "/basic-auth/me/secret", ""),
        HostileRequest.of("DELETE", "/anything/a/b", "{}"),
        HostileRequest.of("GET", "/comments?postId=1", ""),
        HostileRequest.of("GET", "/posts/1", ""),
        HostileRequest.of("GET", "/metrics", ""),
        HostileRequest.of("GET", "/bytes/9?format=json", ""),
        HostileRequest.of("GET", "/stream?events=2", ""),
        HostileRequest.of("GET", "/ws/echo", ""),
        HostileRequest.of("POST", "/devnull", "dropped"),
        HostileRequest.of("PUT", "/practice/behaviour", "{\"workers\": 0}"),
        HostileRequest.of("GET", "/practice/truth", ""),
        HostileRequest.of("GET", "/nowhere", ""));
  }
}
