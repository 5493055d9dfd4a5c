package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real answers of a running shop, held against what its OpenAPI description says of them. */
class AnswersAsDescribedTest {

  private static final Description DESCRIPTION = Description.ofTheShop();

  private static final String ADDRESS =
      """
      {"street": "a", "city": "b", "state": "c", "zip": "d", "country": "e"}\
      """;

  static Stream<Description.Operation> operations() {
    // A WebSocket's answer is not one that HttpClient shows.
    return DESCRIPTION.operations().filter(o -> !o.node().path("responses").has("101"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theExampleOfEveryOperationIsAnsweredAsUsual(Description.Operation operation) {
    try (var shop = PracticeShop.start(ShopOptions.defaults().tls());
        var client = customer(shop, operation)) {
      var reply = send(client, operation);

      assertThat(operation.contradictions(reply)).as(reply.text()).isEmpty();
      // Its usual answer is described first.
      var usual = operation.node().path("responses").fieldNames().next();
      assertThat(Integer.toString(reply.status())).matches(usual.replace("X", "\\d"));
    }
  }

  @Test
  void withoutCredentialsTheAnswerIs401() {
    try (var shop = PracticeShop.start();
        var nobody = new Client(shop)) {
      var locked = DESCRIPTION.operations().filter(o -> o.node().has("security")).toList();

      assertThat(locked)
          .hasSizeGreaterThan(8)
          .allSatisfy(operation -> {
            var reply = nobody.send(operation.method(), operation.example(), "");
            assertThat(reply.status()).as("%s", operation).isEqualTo(401);
            assertThat(operation.contradictions(reply)).as("%s", operation).isEmpty();
          });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | GET    | /products?page=0 |",
        "404 | GET    | /products/prod-0 |",
        "400 | POST   | /auth/register           | {}",
        "400 | POST   | /auth/register           | {\"email\": ",
        "409 | POST   | /auth/register           | {'email':'test@example.com','password':'a','name':'b'}",
        "400 | POST   | /auth/login              | []",
        "401 | POST   | /auth/login              | {'email':'test@example.com','password':'a'}",
        "400 | POST   | /cart/items              | {'product_id':'prod-1','quantity':0}",
        "404 | POST   | /cart/items              | {'product_id':'prod-0','quantity':1}",
        "409 | POST   | /cart/items              | {'product_id':'prod-1','quantity':1000000}",
        "400 | PUT    | /cart/items/item-1       | {'quantity':'many'}",
        "404 | PUT    | /cart/items/item-0       | {'quantity':1}",
        "409 | PUT    | /cart/items/item-1       | {'quantity':1000000}",
        "404 | DELETE | /cart/items/item-0 |",
        "400 | POST   | /checkout                | {}",
        "402 | POST   | /checkout                | {'cart_id':'cart-1001','shipping_address':ADDRESS,'payment':{'method':'credit_card','card_token':'tok_none'}}",
        "404 | GET    | /orders/order-0 |",
        "400 | GET    | /bytes/many |",
        "400 | GET    | /bytes/10?format=yaml |",
        "400 | GET    | /delay/60001 |",
        "400 | GET    | /delay/random?max=-1 |",
        "400 | GET    | /error/200 |",
        "404 | GET    | /error/404 |",
        "400 | GET    | /stream?events=0 |",
        "426 | GET    | /ws/echo |",
        "400 | GET    | /get?q=%ff |",
        "400 | POST   | /post?q=%ff              | a",
        "400 | GET    | /anything?q=%ff |",
        "400 | GET    | /anything/below?q=%ff |",
        "400 | GET    | /cookies/set?a=b%20c |",
        "400 | GET    | /status/600 |",
        "418 | GET    | /status/418 |",
        "400 | GET    | /redirect/0 |",
        "400 | GET    | /posts?userId=x |",
        "404 | GET    | /posts/101 |",
        "400 | GET    | /posts/x |",
        "404 | GET    | /posts/101/comments |",
        "400 | POST   | /posts                   | []",
        "400 | GET    | /comments?postId=x |",
        "404 | GET    | /users/11 |",
        "400 | PUT    | /practice/behaviour      | {'latency':'long'}",
        "400 | PUT    | /practice/behaviour      | {'nonsense':1}",
        "404 | GET    | /practice/certificate |",
        "404 | GET    | /swagger/nothing.js |"
      })
  void errorsAreAsDescribed(int status, String method, String path, String body) {
    try (var shop = PracticeShop.start();
        var client = Client.signedIn(shop, "test@example.com", "password123")) {
      putIntoCart(client);

      var reply = client.send(method, path, json(body));

      assertThat(reply.status()).as(reply.text()).isEqualTo(status);
      assertThat(operation(method, path).contradictions(reply)).as(reply.text()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("operationsWithALimit")
  void aBodyOverTheLimitIsAsDescribed(Description.Operation operation) throws IOException {
    try (var shop = PracticeShop.start();
        var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      socket.setSoTimeout(10_000);
      // Announced and never sent: a client that sends it may be cut off before it reads the answer.
      var request =
          operation.method()
              + " "
              + operation.example()
              + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.shutdownOutput();
      var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

      assertThat(answer).startsWith("HTTP/1.1 413 ");
      var body = Description.parsed(answer.substring(answer.indexOf("\r\n\r\n")));
      assertThat(DESCRIPTION.contradictions("/components/schemas/Problem", body)).isEmpty();
    }
  }

  static Stream<Description.Operation> operationsWithALimit() {
    return operations().filter(o -> o.node().path("responses").has("413"));
  }

  /** Somebody in whose case the operation's example is right. */
  private static Client customer(PracticeShop shop, Description.Operation operation) {
    if (!operation.isForUsers()) {
      return new Client(shop);
    }
    var client = Client.signedIn(shop, "test@example.com", "password123");
    putIntoCart(client);
    if (operation.path().equals("/orders/{id}")) {
      var bought =
          client.post(
              "/checkout",
              json(
                  "{'cart_id':'cart-1001','shipping_address':ADDRESS,"
                      + "'payment':{'method':'credit_card','card_token':'tok_visa'}}"));
      assertThat(bought.status()).isEqualTo(201);
    }
    return client;
  }

  private static void putIntoCart(Client client) {
    assertThat(client.post("/cart/items", json("{'product_id':'prod-1','quantity':1}")).status())
        .isEqualTo(201);
  }

  private static Client.Reply send(Client client, Description.Operation operation) {
    var path = operation.example();
    if (operation.node().at("/security/0").has("basic")) {
      return client.send(operation.method(), path, "", "Authorization", "Basic bWU6c2VjcmV0");
    }
    return operation
        .bodies()
        .findFirst()
        .map(body -> {
          var example = DESCRIPTION.document().at(body.getValue()).path("example").toString();
          return client.send(operation.method(), path, example, "Content-Type", body.getKey());
        })
        .orElseGet(() -> client.send(operation.method(), path, ""));
  }

  /**
   * The operation that answers that path: of two templates that fit, the one without parameters.
   */
  private static Description.Operation operation(String method, String path) {
    var bare = path.replaceFirst("\\?.*", "");
    return DESCRIPTION
        .operations()
        .filter(o -> o.method().equals(method) && matches(o.path(), bare))
        .min(Comparator.comparing(o -> o.path().contains("{")))
        .orElseThrow();
  }

  private static boolean matches(String template, String path) {
    return path.matches(template.replace("{rest}", ".+").replaceAll("\\{\\w+}", "[^/]+"));
  }

  private static String json(String text) {
    return text == null ? "" : text.replace('\'', '"').replace("ADDRESS", ADDRESS);
  }
}
