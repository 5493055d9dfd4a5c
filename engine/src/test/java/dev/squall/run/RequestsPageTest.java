package dev.squall.run;

import static dev.squall.Squall.*;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.stats.Trace.TracedStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of docs/requests.md, which stand here word for word, against the JDK's server. */
@Timeout(60)
class RequestsPageTest {
  private static HttpServer server;

  @BeforeAll
  static void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/echo",
        exchange -> {
          var type = exchange.getRequestHeaders().getFirst("Content-Type");
          exchange.getResponseHeaders().set("Content-Type", type == null ? "" : type);
          answer(exchange, exchange.getRequestBody().readAllBytes());
        });
    server.createContext("/parts", exchange -> answer(exchange, parts(exchange).getBytes(UTF_8)));
    server.createContext(
        "/query", exchange -> say(exchange, exchange.getRequestURI().getRawQuery()));
    server.createContext(
        "/header", exchange -> say(exchange, exchange.getRequestHeaders().entrySet().toString()));
    server.createContext(
        "/login",
        exchange -> {
          exchange.getResponseHeaders().add("Set-Cookie", "theme=dark");
          exchange.getResponseHeaders().add("Set-Cookie", "sid=7f3; Path=/; HttpOnly");
          say(exchange, "");
        });
    server.createContext(
        "/orders.xml",
        exchange ->
            say(
                exchange,
                "<o:orders xmlns:o='urn:o'><order id='7'><total>12.5</total></order></o:orders>"));
    server.createContext(
        "/zipped",
        exchange -> {
          var gzip = new ByteArrayOutputStream();
          try (var to = new GZIPOutputStream(gzip)) {
            to.write("{\"id\": 7}".getBytes(UTF_8));
          }
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          answer(exchange, gzip.toByteArray());
        });
    server.start();
  }

  @AfterAll
  static void close() {
    server.stop(0);
  }

  private static void say(HttpExchange exchange, String text) throws IOException {
    answer(exchange, text.getBytes(UTF_8));
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** A strict reader of RFC 7578: every byte has its place, or the answer says so. */
  private static String parts(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    var boundary = "--" + type.replaceFirst("^multipart/form-data; boundary=", "");
    if (!body.startsWith(boundary + "\r\n") || !body.endsWith("\r\n" + boundary + "--\r\n")) {
      return "no multipart body";
    }
    var inner = body.substring(0, body.length() - boundary.length() - 4);
    var parts = inner.split(Pattern.quote(boundary + "\r\n"), -1);
    var read = new StringBuilder();
    for (var part : Arrays.copyOfRange(parts, 1, parts.length)) {
      int end = part.indexOf("\r\n\r\n");
      if (end < 0 || !part.endsWith("\r\n")) {
        return "no part: " + part;
      }
      var head = part.substring(0, end).replace("Content-Disposition: form-data; ", "");
      var content = part.substring(end + 4, part.length() - 2);
      read.append(head.replace("\r\n", ", ")).append(": ").append(content.length()).append('\n');
    }
    return read.toString();
  }

  private static void works(Step... steps) {
    works(scenario("s", steps));
  }

  private static void works(Scenario scenario) {
    var trace = once(scenario, at("http://127.0.0.1:" + server.getAddress().getPort()));
    assertThat(trace.steps()).extracting(TracedStep::error).containsOnly("");
    assertThat(trace.success()).isTrue();
  }

  @Test
  void bodies() {
    // page
    var json = post("/echo").json("{\"user\": ${VU}}").check(jsonPath("$.user").is(1));
    var text = post("/echo").named("text").text("user ${VU}").check(body().is("user 1"));
    var form =
        post("/echo").named("form").field("name", "Ann Lee").check(body().is("name=Ann+Lee"));
    var bytes = put("/echo").bytes(new byte[] {0, 1, 2});
    var file = put("/echo").named("file").file("pom.xml").check(xpath("count(/*)").is(1));
    var upload =
        post("/parts")
            .part("title", "of ${VU}")
            .filePart("build", "pom.xml")
            .check(body().contains("name=\"title\": 4"))
            .check(body().contains("filename=\"pom.xml\", Content-Type: application/xml"));
    var careful = put("/echo").named("careful").file("pom.xml").expectContinue();
    // end
    works(json, text, form, bytes, file, upload, careful);
  }

  @Test
  void queries() {
    // page
    var search =
        get("/query?page=1")
            .query("q", "caffè & più")
            .query("user", "${VU}")
            .check(body().is("page=1&q=caff%C3%A8%20%26%20pi%C3%B9&user=1"));
    // end
    works(search);
  }

  @Test
  void auth() {
    // page
    var basic =
        get("/header")
            .named("basic")
            .basic("Aladdin", "open sesame")
            .check(body().contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
    var bearer = get("/header").named("bearer").bearer("t-${VU}").check(body().contains("t-1"));
    var virtual = get("/header").named("virtual").header("Host", "shop.example");
    var shop = scenario("shop", basic, bearer, virtual).header("X-Tenant", "acme");
    // end
    works(shop);
  }

  @Test
  void cookies() {
    // page
    var login = post("/login").extract("session", cookie("sid")).check(cookie("sid").is("7f3"));
    var own =
        get("/header")
            .header("Cookie", "sid=${session}; beta=1")
            .check(body().contains("sid=7f3; beta=1"));
    // end
    works(login, own);
  }

  @Test
  void extractors() {
    // page
    var orders =
        get("/orders.xml")
            .extract("order", xpath("//order[1]/@id"))
            .check(xpath("/*[local-name()='orders']/order/total").isBelow(13))
            .check(regex("<total>(.*)</total>").is(12.5), header("Content-Length").exists());
    var zipped = get("/zipped").compressed().check(jsonPath("$.id").is("${order}"));
    var plain = get("/query").named("plain").query("a", 1).noRedirects().check(status().is(200));
    // end
    works(orders, zipped, plain);
  }

  @Test
  void largeBodiesArriveWhole() {
    var large = "0123456789".repeat(50_000);
    works(
        post("/echo").named("shared").text(large).check(body().is(large)),
        post("/echo").named("filled").text("${VU}" + large).check(body().is("1" + large)),
        post("/echo").named("waiting").text(large).expectContinue().check(body().is(large)),
        post("/echo").named("small").text("${VU}").expectContinue().check(body().is("1")));
  }

  @Test
  void thePageShowsWhatIsTestedHere() throws IOException {
    Page.shows("requests.md", 5, RequestsPageTest.class);
  }
}
