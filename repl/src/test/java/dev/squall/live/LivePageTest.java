package dev.squall.live;

import static dev.squall.Squall.at;
import static dev.squall.Squall.get;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.start;
import static dev.squall.Squall.status;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.Squall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LivePageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final String EVIL = "</script><img src=x onerror=alert(1)> \" ' &lt;";

  private static KnownServer server;

  @BeforeAll
  static void open() throws IOException {
    server = new KnownServer();
  }

  @AfterAll
  static void close() {
    server.close();
    CLIENT.close();
  }

  private static LivePage page() throws IOException {
    return LivePage.open(ListenAddress.parse("0"));
  }

  private static HttpResponse<String> ask(LivePage page, String path, String method)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(page.url()).resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  @Test
  void thePageAdmitsNothingButItsOwnStyleAndScript() throws Exception {
    try (var page = page()) {
      var first = ask(page, "/", "GET");
      var second = ask(page, "/", "GET");

      var policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
      var nonce = NONCE.matcher(first.body());
      assertThat(nonce.results().map(found -> found.group(1)).distinct()).hasSize(1);
      assertThat(nonce.reset().find()).isTrue();
      assertThat(policy)
          .startsWith("default-src 'none'; script-src 'nonce-" + nonce.group(1) + "'")
          .contains("style-src 'nonce-" + nonce.group(1) + "'", "connect-src 'self'")
          .doesNotContain("unsafe");
      assertThat(second.body()).doesNotContain(nonce.group(1));
      assertThat(first.body()).doesNotContain("http:", "https:", "{nonce}", "{style}", "{script}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing, GET, 404",
    "/events/, GET, 404",
    "/, POST, 405",
    "/, HEAD, 405",
    "/events, DELETE, 405"
  })
  void thereIsNothingElseAndNothingToChange(String path, String method, int status)
      throws Exception {
    try (var page = page()) {
      var answer = ask(page, path, method);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:1, 200",
    "localhost, 200",
    "[::1]:8090, 200",
    "192.168.1.2:8090, 200",
    "evil.example:8090, 403",
    "127.0.0.1.evil.example, 403",
    "localhost.evil.example:80, 403",
    "'', 403"
  })
  void aNameThatSomebodyElseMayOwnIsRefused(String host, int status) throws IOException {
    try (var page = page()) {
      assertThat(statusFor(page, "Host: " + host + "\r\n")).isEqualTo(status);
    }
  }

  private static int statusFor(LivePage page, String header) throws IOException {
    int port = URI.create(page.url()).getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(("GET / HTTP/1.1\r\n" + header + "\r\n").getBytes(StandardCharsets.US_ASCII));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(in.readLine().substring(9, 12));
    }
  }

  @Test
  void aViewerSeesTheRunGoOnAndEnd() throws Exception {
    try (var page = page();
        var run =
            start(scenario("s", get("/ok")), users(1).during(millis(60_000)), at(server.url()))) {
      page.show(new Snapshots(run));
      var events = URI.create(page.url()).resolve("/events");
      var answer =
          CLIENT.send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("text/event-stream; charset=utf-8");
      try (var lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).isEqualTo("retry: 2000");
        assertThat(lines.readLine()).isEmpty();
        var now = told(lines, "state");
        assertThat(now.path("state").asText()).isEqualTo("running");
        assertThat(now.at("/parts/figures").asText()).contains("<dt>running for</dt>");
        run.stop();
        var results = run.await();
        var end = lastTold(lines);

        assertThat(end.path("state").asText()).isEqualTo(results.generator().verdict().label());
        assertThat(end.at("/parts/figures").asText())
            .contains("<dt>requests</dt><dd>" + shown(results.totals().requests()) + "</dd>");
        assertThat(end.at("/parts/throughput").asText()).startsWith("<svg ");
        assertThat(lines.readLine()).isNull();
      }
      // Who comes when it is over sees how it ended.
      assertThat(ask(page, "/events", "GET").body()).startsWith("retry: 2000\n\nevent: done\n");
    }
  }

  private static String shown(long count) {
    return dev.squall.sheet.Numbers.count(count);
  }

  private static JsonNode told(BufferedReader lines, String event) throws IOException {
    assertThat(lines.readLine()).isEqualTo("event: " + event);
    var data = lines.readLine();
    assertThat(lines.readLine()).isEmpty();
    return JSON.readTree(data.substring("data: ".length()));
  }

  private static JsonNode lastTold(BufferedReader lines) throws IOException {
    while (true) {
      var event = lines.readLine();
      var data = lines.readLine();
      assertThat(lines.readLine()).isEmpty();
      if (event.equals("event: done")) {
        return JSON.readTree(data.substring("data: ".length()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesAreHarmless(boolean running) {
    var results =
        Squall.run(
            scenario(EVIL, get("/missing").named(EVIL).check(status().is(200))),
            users(1).iterations(1),
            at(server.url()));

    var told = LiveFrame.told(results, running);

    assertThat(told.parts().keySet())
        .contains("what", "figures", "throughput", "latency", "percentiles", "errors", "steps");
    for (var part : told.parts().values()) {
      assertThat(part).doesNotContain("<img", "</script", "<script");
    }
    assertThat(told.parts().get("steps")).contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)");
    assertThat(told.parts().get("what")).contains("&lt;/script&gt;", "&quot; &#39; &amp;lt;");
  }

  /** The script takes styles out of pictures by how they are written. */
  @Test
  void thePagesScriptKnowsHowAPictureIsStyled() {
    var results = Squall.run(scenario("s", get("/ok")), users(1).iterations(5), at(server.url()));

    var picture = LiveFrame.told(results, false).parts().get("percentiles");

    var plain =
        picture
            .replaceAll("<style>([^<]*)</style>", "")
            .replaceAll("(<svg [^>]*?) style=\"[^\"]*\"", "$1");
    assertThat(picture).contains("<style>");
    assertThat(plain).doesNotContain("<style", " style=", "<script", " on");
  }
}
