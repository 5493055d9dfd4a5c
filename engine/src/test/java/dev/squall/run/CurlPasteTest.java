package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.run.RecordingServer.Received;
import dev.squall.scenario.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser copies arrives as the browser would have sent it. */
@Timeout(30)
class CurlPasteTest {

  private static String copied(String browser) throws IOException {
    var name = "/dev/squall/httpx/" + browser + ".sh";
    try (var file = Objects.requireNonNull(CurlPasteTest.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Received received(String command) throws IOException {
    try (var server = RecordingServer.answering("{}")) {
      var here = command.replace("curl 'https://bikes.example", "curl '" + server.url());
      var trace = once(scenario("pasted", curl(here)));
      assertThat(trace.success()).isTrue();
      return server.received().getFirst();
    }
  }

  /** The lines of a head but for the one that names the server. */
  private static List<String> lines(Received received) {
    return received.head().lines().filter(line -> !line.startsWith("Host:")).toList();
  }

  @Test
  void aCopyOfChromeArrivesByteForByte() throws IOException {
    var received = received(copied("chrome"));
    assertThat(String.join("\n", lines(received)))
        .isEqualTo(
            """
            POST /api/graphql?op=Basket&tags[]=a HTTP/1.1
            accept: application/graphql-response+json, application/json
            accept-language: de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7
            cache-control: no-cache
            content-type: application/json
            Cookie: consent=yes; _ga=GA1.1.1180417513.1760000001; \
            _ga_Q7X2=GS2.1.s1760000001$o30$g1$t1760000102$j58$l0$h0; \
            session=eyJpZCI6NDJ9.c2ln; theme="dark"
            dnt: 1
            origin: https://bikes.example
            pragma: no-cache
            priority: u=1, i
            referer: https://bikes.example/basket?from=mail&step=2
            sec-ch-ua: "Chromium";v="142", "Some!Brand";v="99", "It's";v="7"
            sec-ch-ua-arch: ""
            sec-ch-ua-mobile: ?0
            sec-ch-ua-platform: "Linux"
            sec-fetch-dest: empty
            sec-fetch-mode: cors
            sec-fetch-site: same-origin
            user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 \
            (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36
            x-csrf-token: a$b$$c/+==
            x-empty:\s
            x-request-id: 0f8c2c0e-7d6b-4f0e-9a57-1d6c7a5b9d11
            Content-Length: %d
            """
                .formatted(received.body().getBytes(StandardCharsets.UTF_8).length));
    assertThat(received.body())
        .isEqualTo(
            """
            {"operationName":"Basket","variables":{"id":"b-17","note":"Don't ring!\\n5 ℃ \\"soon\\"",\
            "path":"C:\\\\tmp"},"query":"query Basket($id: ID!, $note: String) {\\n  \
            basket(id: $id, note: $note) {\\n    items { id price }\\n  }\\n}"}\
            """);
  }

  @Test
  void aCopyOfFirefoxArrivesByteForByte() throws IOException {
    var received = received(copied("firefox"));
    assertThat(String.join("\n", lines(received)))
        .isEqualTo(
            """
            POST /login?next=%2Fbasket&lang=d%C3%A9 HTTP/1.1
            User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
            Accept-Language: de,en-US;q=0.7,en;q=0.3
            Accept-Encoding: gzip, deflate, br, zstd
            Content-Type: application/x-www-form-urlencoded
            Origin: https://bikes.example
            Sec-GPC: 1
            Connection: keep-alive
            Referer: https://bikes.example/login
            Cookie: _ga_Q7X2=GS2.1.s1760000001$o30$g1$t1760000102; cart=%7B%22n%22%3A2%7D; seen=1
            Upgrade-Insecure-Requests: 1
            Sec-Fetch-Dest: document
            Sec-Fetch-Mode: navigate
            Sec-Fetch-Site: same-origin
            Sec-Fetch-User: ?1
            Priority: u=0, i
            Pragma: no-cache
            Cache-Control: no-cache
            TE: trailers
            Content-Length: 96
            """);
    assertThat(received.body())
        .isEqualTo(
            "user=me%40bikes.example&password=p%24ss+w%C3%B6rt%26x&csrf=$2y$10$abc"
                + "&remember=&remember=on&flag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chrome", "firefox"})
  void aCopyIsPrintedAndReadBack(String browser) throws IOException {
    var request = curl(copied(browser));
    assertThat(curl(toCurl(request))).isEqualTo(request);
  }

  @Test
  void aDollarSignBehindABackslashIsOneEvenWhereItsNameIsKnown() throws IOException {
    var received =
        received("curl 'https://bikes.example/' -d \"q=\\$VU\\${VU}&u=$VU\" -H \"a: \\$VU-${VU}\"");
    assertThat(received.body()).isEqualTo("q=$VU${VU}&u=1");
    assertThat(received.headers("a")).containsExactly("$VU-1");
  }

  @Test
  void aVariableInAFormIsEncodedAndTheRestOfItIsNot() throws IOException {
    var received = received("curl 'https://bikes.example/' -d 'a=b c&d=${pick(x & y)}'");
    assertThat(received.body()).isEqualTo("a=b c&d=x+%26+y");
    assertThat(received.headers("Content-Type"))
        .containsExactly("application/x-www-form-urlencoded");
  }

  @Test
  void whatIsSaidOfConnectionsIsAnOption() throws IOException {
    var command = "curl --resolve a.test:80:127.0.0.1 http://a.test:";
    try (var server = RecordingServer.answering("{}")) {
      var text = command + server.port() + "/x";
      Request request = curl(text);
      assertThat(once(scenario("s", request), curlOptions(text)).success()).isTrue();
      assertThat(server.asked()).containsExactly("GET /x");
    }
  }
}
