package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.squall.shell.Shells;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was probed and kept, saved and run: the server is asked the same things. */
class KeptProbesTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + new TreeMap<>(exchange.getRequestHeaders())
            + " "
            + body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("Set-Cookie", "sid=s1; Path=/");
    var answer =
        "{\"token\": \"t-1\", \"id\": \"o-7\", \"products\": [{\"id\": \"prod-1\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Test
  void theServerSeesTheSameRequestsAndSecretsAreNotInTheFile()
      throws IOException, InterruptedException {
    List<String> probed;
    String saved;
    try (var shell = new Shells()) {
      shell.ok("%base " + base());
      shell.ok("POST /auth/login email=test@example.com password=hunter2-secret");
      shell.ok("%extract token $.token");
      shell.ok("%check status 200");
      shell.ok("%keep login");
      shell.ok("GET /products limit==10 sort==price Accept:application/json");
      shell.ok("%extract id $.products[0].id\n%keep browse");
      shell.ok("GET /products/${id}\n%check $.id exists\n%keep details");
      shell.ok(
          "POST /cart/items 'Authorization:Bearer ${token}' product_id=${id} quantity:=2\n%keep add");
      shell.ok(
          "curl -X POST "
              + base()
              + "/orders -H 'Authorization: Bearer ${token}' -H 'X-Api-Key: key-4711' -d '{\"card_number\": \"4111111111111111\"}'\n"
              + "%extract order $.id\n%keep order");
      probed = List.copyOf(asked);
      saved = shell.ok("%save shop.httpx");
      var file = shell.folder.resolve("shop.httpx");
      assertThat(Files.readString(file))
          .doesNotContain("hunter2-secret", "key-4711", "4111111111111111")
          .contains("env.SQUALL_PASSWORD");
      assertThat(saved).contains("export SQUALL_PASSWORD=…");

      try (var other = new Shells(shell.folder)) {
        assertThat(other.ok("%load shop.httpx")).contains("5 steps");
        assertThat(other.ok("%steps")).contains("login", "browse", "details", "add", "order");
        assertThat(other.ok("draft().steps().size()")).isEqualTo("5");
      }
      asked.clear();
      runWithSecrets(file.toString());
    }
    assertThat(asked).containsExactlyElementsOf(probed);
  }

  private static void runWithSecrets(String file) throws IOException, InterruptedException {
    var secrets =
        Map.of(
            "SQUALL_PASSWORD", "hunter2-secret",
            "SQUALL_X_API_KEY", "key-4711",
            "SQUALL_CARD_NUMBER", "4111111111111111");
    try (var run =
        new CommandProcess(secrets, "run", file, "--users", "1", "--iterations", "1", "--quiet")) {
      var printed = run.awaitEnd();
      assertThat(run.code()).as(printed).isZero();
    }
  }
}
