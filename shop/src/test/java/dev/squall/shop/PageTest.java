package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The pages for people. */
class PageTest extends ShopTest {

  @Test
  void theHomePageListsEveryOperationInItsGroup() throws Exception {
    var page = client.get("/");
    var xml = parsed(page.text());
    var listed = new ArrayList<String>();
    for (var i = 0; i < xml.getElementsByTagName("summary").getLength(); i++) {
      var summary = (org.w3c.dom.Element) xml.getElementsByTagName("summary").item(i);
      var code = summary.getElementsByTagName("code").item(0).getTextContent();
      listed.add(summary.getElementsByTagName("b").item(0).getTextContent() + " " + code);
    }

    assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Description.ofTheShop().operations().map(Object::toString).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/swagger/index.html"})
  void aPageIsWellFormedAndItsIdsAreItsOwn(String path) throws Exception {
    var xml = parsed(client.get(path).text());
    var ids = new ArrayList<String>();
    var all = xml.getElementsByTagName("*");
    for (var i = 0; i < all.getLength(); i++) {
      var id = all.item(i).getAttributes().getNamedItem("id");
      if (id != null) {
        ids.add(id.getNodeValue());
      }
    }

    assertThat(xml.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/swagger/index.html"})
  void aPageRefersToNothingElsewhereAndForbidsItself(String path) throws Exception {
    var page = client.get(path);
    var xml = parsed(page.text());
    var all = xml.getElementsByTagName("*");
    var links = new ArrayList<String>();
    for (var i = 0; i < all.getLength(); i++) {
      for (var name : List.of("href", "src")) {
        var attribute = all.item(i).getAttributes().getNamedItem(name);
        if (attribute != null) {
          links.add(attribute.getNodeValue());
        }
      }
    }

    assertThat(links)
        .isNotEmpty()
        .allMatch(l -> l.matches("(/|#|data:image/svg).*|[a-z-]+\\.(js|css)"));
    assertThat(page.header("content-security-policy")).startsWith("default-src 'none';");
  }

  @Test
  void everyLinkOfTheHomePageLeadsSomewhere() throws Exception {
    var xml = parsed(client.get("/").text());
    var links = xml.getElementsByTagName("a");

    assertThat(links.getLength()).isGreaterThan(10);
    for (var i = 0; i < links.getLength(); i++) {
      var to = links.item(i).getAttributes().getNamedItem("href").getNodeValue();
      if (to.startsWith("#")) {
        assertThat(client.get("/").text()).contains("<section id=\"" + to.substring(1) + "\">");
      } else {
        assertThat(client.get(to).status()).as(to).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example:8089, http://shop.example:8089/health",
    "127.0.0.1, http://127.0.0.1/health",
    "[::1]:8089, http://[::1]:8089/health"
  })
  void itShowsTheAddressByWhichItWasReached(String host, String url) throws Exception {
    assertThat(raw(host)).contains("curl " + url + "<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"><script>alert(1)</script>",
        "a$(reboot)",
        "a`reboot`",
        "a;reboot",
        "a&amp;b",
        "'a'",
        "a b",
        "a{{groups}}",
        "me@a"
      })
  void aHostThatIsNoneIsNotRepeated(String host) throws Exception {
    assertThat(raw(host))
        .doesNotContain(host)
        .satisfiesAnyOf(
            answer -> assertThat(answer).startsWith("HTTP/1.1 400 "),
            answer ->
                assertThat(answer).contains("curl http://localhost:" + shop.port() + "/health<"));
  }

  @Test
  void everyLineOfTheHomePageReachesItsRoute() throws Exception {
    Curl.isNeeded();
    try (var own = PracticeShop.start();
        var reader = new Client(own)) {
      var xml = parsed(reader.get("/").text());
      var blocks = xml.getElementsByTagName("pre");
      var lines =
          IntStream.range(0, blocks.getLength())
              .mapToObj(i -> blocks.item(i).getTextContent())
              .filter(line -> !line.startsWith("ws:"))
              .toList();

      var status = shell(String.join("\n", lines));

      var seen = own.truth().routes();
      var wanted = new TreeSet<String>();
      Description.ofTheShop()
          .operations()
          .filter(o -> !o.tag().equals("practice") && !o.path().equals("/ws/echo"))
          .map(o -> o.toString().replace("{rest}", "{rest...}"))
          .forEach(wanted::add);
      assertThat(status).isZero();
      assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
      // All signed out by the line for logging out, but none malformed.
      seen.forEach((route, truth) ->
          assertThat(truth.statuses().keySet()).as(route).doesNotContain(400, 405, 415, 500));
    }
  }

  @Test
  void swaggerLeadsToItsPage() {
    var answer = client.get("/swagger");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(client.get(answer.header("location")).text()).contains("id=\"swagger-ui\"");
  }

  @ParameterizedTest
  @CsvSource({
    "index.html,           text/html; charset=utf-8,       no-cache",
    "start.js,             text/javascript; charset=utf-8, no-cache",
    "swagger-ui.css,       text/css; charset=utf-8,        'public, max-age=86400'",
    "swagger-ui-bundle.js, text/javascript; charset=utf-8, 'public, max-age=86400'"
  })
  void swaggersFilesHaveTheirTypes(String file, String type, String caching) {
    var answer = client.get("/swagger/" + file);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo(type);
    assertThat(answer.header("cache-control")).isEqualTo(caching);
    assertThat(answer.text().length()).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/swagger/swagger-ui.js",
        "/swagger/pom.properties",
        "/swagger/..%2Fopenapi.json",
        "/swagger/%2E%2E%2Fopenapi.json",
        "/swagger/..%5Copenapi.json",
        "/swagger/a/b",
        "/swagger/"
      })
  void noOtherFileIsServed(String path) {
    var answer = client.get(path);

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.json().has("detail")).isTrue();
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes(UTF_8)));
  }

  /** The home page as somebody sees it who says another host: what HttpClient does not do. */
  private static String raw(String host) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      socket.setSoTimeout(10_000);
      var request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static int shell(String script) throws Exception {
    var process =
        new ProcessBuilder("sh", "-e")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var in = process.outputWriter(UTF_8)) {
      in.write(script);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
