package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.shop.PracticeShop;
import dev.squall.shop.ShopOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code squall run} says of connections, cookies and limits, against the practice shop. */
class ExchangeOptionsTest {
  private static final String HEALTH =
      """
      request health { curl ${base}/health }
      scenario s { run health }
      """;

  private static PracticeShop shop;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start(ShopOptions.defaults().tls());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private record Ran(CommandLineRun run, JsonNode results) {
    long total(String name) {
      return results.at("/totals/" + name).asLong();
    }
  }

  private Ran ran(String text, Object base, String... arguments) throws IOException {
    var file = Files.writeString(folder.resolve("a.httpx"), text);
    var out = folder.resolve("results.json");
    var run =
        CommandLineRun.of(
            Stream.concat(
                    Stream.of("run", file.toString(), "--var", "base=" + base),
                    Stream.concat(Stream.of("--out", out.toString()), Stream.of(arguments)))
                .toArray(String[]::new));
    var written = Files.exists(out) ? Files.readString(out) : "";
    return new Ran(run, new ObjectMapper().readTree(written.isEmpty() ? "{}" : written));
  }

  /** The first user logs in, the second one asks who it is. */
  @ParameterizedTest
  @CsvSource({"shared, 2", "user, 1", "fresh, 1"})
  void aSecondUserIsAuthenticatedByTheFirstOnesCookieWhereCookiesAreShared(String cookies, int ok)
      throws IOException {
    var ran =
        ran(
            """
            request login { curl ${base}/auth/login -d '{"email": "test@example.com", "password": "password123"}' }
            request me { curl ${base}/users/me }
            scenario s {
              if ${VU} == 1 {
                run login
              } else {
                think 300ms
                run me
              }
            }
            """,
            shop.url(),
            "--users",
            "2",
            "--iterations",
            "2",
            "--cookies",
            cookies);

    assertThat(ran.total("ok")).as(ran.run.out() + ran.run.err()).isEqualTo(ok);
    assertThat(ran.total("requests")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"kept, 1", "fresh, 4"})
  void connectionsAreKeptOrNot(String connections, int opened) throws IOException {
    var ran = ran(HEALTH, shop.url(), "--iterations", "4", "--connections", connections);

    assertThat(ran.results.at("/connections/opened").asInt()).isEqualTo(opened);
  }

  @Test
  void certificatesAreVerifiedUnlessSomebodySaysElse() throws Exception {
    var pem = folder.resolve("shop.pem");
    var asked = HttpRequest.newBuilder(URI.create(shop.url() + "/practice/certificate")).build();
    try (var client = HttpClient.newHttpClient()) {
      Files.writeString(pem, client.send(asked, BodyHandlers.ofString()).body());
    }

    assertThat(ran(HEALTH, shop.tlsUrl(), "--iterations", "1").run.code()).isEqualTo(1);
    assertThat(ran(HEALTH, shop.tlsUrl(), "--iterations", "1", "--insecure").run.code()).isZero();
    assertThat(
            ran(HEALTH, shop.tlsUrl(), "--iterations", "1", "--cacert", pem.toString()).run.code())
        .isZero();
  }

  @Test
  void aResolvedNameIsAskedWhereItIsSaidToBe() throws IOException {
    var url = "http://shop.example:" + shop.url().getPort();
    var here = "shop.example:" + shop.url().getPort() + ":127.0.0.1";
    var there = "shop.example:" + shop.url().getPort() + ":10.0.0.1";

    assertThat(ran(HEALTH, url, "--iterations", "1", "--resolve", here).total("ok")).isEqualTo(1);
    assertThat(ran(HEALTH, url, "--iterations", "1", "--resolve", there).run.code()).isEqualTo(2);
  }

  @Test
  void aProxyElsewhereHasToBeAllowedToo() throws IOException {
    var ran = ran(HEALTH, shop.url(), "--iterations", "1", "--proxy", "http://proxy.example:3128");

    assertThat(ran.run.code()).isEqualTo(2);
    assertThat(ran.run.err()).contains("proxy.example, which is not this machine");
  }

  @Test
  void aTimeoutEndsWhatTakesLonger() throws IOException {
    var slow = "request slow { curl ${base}/delay/2000 }\nscenario s { run slow }\n";

    var ran = ran(slow, shop.url(), "--iterations", "1", "--timeout", "100ms");

    assertThat(ran.total("failed")).isEqualTo(1);
    assertThat(ran.run.out()).contains("timeout");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cookies none | --cookies",
        "--connections often | --connections",
        "--timeout soon | is no duration",
        "--resolve shop.example | --resolve takes HOST:PORT:ADDRESS",
        "--key a.pem | --key belongs to a --cert",
        "--cert nowhere.pem | nowhere.pem",
        "--cacert nowhere.pem | nowhere.pem",
        "--proxy ://x | proxy",
        "--max-idle -1 | idle",
        "--quiet --verbose | --quiet goes with neither",
        "--stages 1m:5 --users 3 | --stages says how many",
        "--stages 5 | are no stages",
        "--expect p95>soon | --expect:1:5",
        "--expect p95of | --expect:1:1",
        "--data rows=rows.csv | the data rows",
      })
  void whatCannotBeIsSaidBeforeAnythingIsSent(String arguments, String said) throws IOException {
    long before = shop.requests();
    var all = Stream.of("--iterations", "1");
    var words =
        Stream.concat(
                arguments.contains("--stages") ? Stream.<String>of() : all,
                List.of(arguments.split(" ", -1)).stream())
            .toArray(String[]::new);

    var ran = ran(HEALTH, shop.url(), words);

    assertThat(ran.run.code()).as(ran.run.out()).isEqualTo(2);
    assertThat(ran.run.err()).contains(said);
    assertThat(shop.requests()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "--rate 0 --for 1s",
    "--users 0 --for 1s",
    "--for 0s --users 1",
    "--iterations 1 --timeout 0s",
    "--iterations 1 --base nonsense",
    "--stages 0s:5"
  })
  void whatTheCommandLineGetsWrongIsNotBlamedOnTheFile(String arguments) throws IOException {
    var ran =
        ran(
            "request a { curl /health }\nscenario s { load 4 vus for 8s\n run a }\n",
            "x",
            (arguments + (arguments.contains("--base") ? "" : " --base " + shop.url()))
                .split(" ", -1));

    assertThat(ran.run.code()).as(ran.run.out()).isEqualTo(2);
    assertThat(ran.run.err())
        .doesNotContain("a.httpx:")
        .doesNotContainPattern("seconds\\(|users\\(|perSecond\\(");
  }

  @ParameterizedTest
  @CsvSource({"shop.example", "SHOP.example", "shop.example:80", "http://shop.example/path"})
  void aHostIsAllowedHoweverItWasCopied(String host) throws IOException {
    var ran = ran(HEALTH, "http://shop.example", "--iterations", "1", "--dry-run", "--allow", host);

    assertThat(ran.run.code()).as(ran.run.err()).isZero();
    assertThat(folder.resolve("results.json")).doesNotExist();
  }

  @Test
  void aDryRunReadsCertificatesToo() throws IOException {
    var ran = ran(HEALTH, shop.tlsUrl(), "--iterations", "1", "--dry-run", "--cacert", "no.pem");

    assertThat(ran.run.code()).isEqualTo(2);
    assertThat(ran.run.err()).contains("no.pem");
  }

  @Test
  void aGoalOfAStepThatIsNotThereIsNoGoal() throws IOException {
    var ran = ran(HEALTH, shop.url(), "--iterations", "1", "--expect", "p95 of helth < 1s");

    assertThat(ran.run.code()).isEqualTo(2);
    assertThat(ran.run.err()).contains("no step is called helth; did you mean health?");
  }

  @Test
  void otherRowsStandInForTheFilesOwn() throws IOException {
    var rows = Files.writeString(folder.resolve("other.csv"), "name\nprod-7\nprod-8\n");
    var text =
        """
        data name = [prod-1]
        request one { curl ${base}/products/${name}
          assert body.id in [prod-7, prod-8] }
        scenario s { run one }
        """;

    var ran = ran(text, shop.url(), "--iterations", "2", "--data", "name=" + rows);

    assertThat(ran.total("ok")).as(ran.run.out() + ran.run.err()).isEqualTo(2);
  }
}
