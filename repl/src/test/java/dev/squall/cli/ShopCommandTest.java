package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopCommandTest {
  @Test
  void itPrintsItsAddressAnswersAndLeavesCleanlyOnControlC() throws Exception {
    try (var shop = new CommandProcess("shop", "--port", "0", "--latency", "fixed:1ms")) {
      var address = shop.awaitLine("listens at").replaceAll(".*(http://\\S+).*", "$1");

      try (var client = HttpClient.newHttpClient()) {
        var answer =
            client.send(
                HttpRequest.newBuilder(URI.create(address + "/health")).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
      }
      shop.signal("INT");

      assertThat(shop.awaitEnd()).contains("answered 1 requests").doesNotContain("Exception");
      assertThat(shop.code()).isEqualTo(130);
    }
  }

  @Test
  void aLatencyThatIsNoneIsRefused() {
    var shop = CommandLineRun.of("shop", "--latency", "slow");

    assertThat(shop.code()).isEqualTo(2);
    assertThat(shop.err()).contains("'slow' is no latency", "lognormal:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "--latency | fixed:61s | between 0ms and 60s",
        "--workers | many | a whole number, 0 (no limit) or more, not 'many'",
        "--workers | -1 | workers is 0 (no limit) or more",
        "--errors | 2%:200 | Invalid value '2%:200' for --errors: an error's status is between",
        "--resets | 101% | between 0% and 100%",
        "--bandwidth | fast | is no bandwidth: use none, 500B/s",
        "--fault | POST /checkout: slow | 'slow' is no fault: write latency=fixed:20ms",
        "--fault | POST /chekout: errors=1% | nearest are POST /checkout",
        "--behaviour | nowhere.json | there is no file nowhere.json"
      })
  void aBadFaultIsRefused(String option, String value, String what) {
    var shop = CommandLineRun.of("shop", "--port", "0", option, value);

    assertThat(shop.code()).isEqualTo(2);
    assertThat(shop.err()).contains(what).doesNotContain("\tat ");
  }

  @Test
  void aBadFileIsToldWhere(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("shop.json"), "{\n  \"latency\": \"slow\"\n}");

    var shop = CommandLineRun.of("shop", "--behaviour", file.toString());

    assertThat(shop.code()).isEqualTo(2);
    assertThat(shop.err()).contains(file + ": line 2, column 3: latency: 'slow' is no latency");
  }

  @Test
  void theFlagsGoOnTopOfTheFile(@TempDir Path folder) throws Exception {
    var file =
        Files.writeString(
            folder.resolve("shop.json"),
            """
            {"latency": "fixed:1ms", "errors": "1%", "routes": {"GET /cart": {"workers": 2}}}
            """);
    var flags = List.of("--errors", "100%:503", "--fault", "GET /health: errors=0%");
    var command = new ArrayList<>(List.of("shop", "--port", "0", "--behaviour", file.toString()));
    command.addAll(flags);
    try (var shop = new CommandProcess(command.toArray(String[]::new))) {
      var address = shop.awaitLine("listens at").replaceAll(".*(http://\\S+).*", "$1");
      shop.awaitLine("misbehaves: latency=fixed:1ms errors=100%:503");

      try (var client = HttpClient.newHttpClient()) {
        assertThat(status(client, address + "/products")).isEqualTo(503);
        assertThat(status(client, address + "/health")).isEqualTo(200);
      }
      shop.signal("INT");
      assertThat(shop.awaitEnd()).contains("answered 2 requests");
    }
  }

  private static int status(HttpClient client, String url) throws Exception {
    return client
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void aPortThatIsTakenIsTold() {
    try (var taken = dev.squall.shop.PracticeShop.start()) {
      var shop = CommandLineRun.of("shop", "--port", Integer.toString(taken.port()));

      assertThat(shop.code()).isEqualTo(2);
      assertThat(shop.err()).contains(Integer.toString(taken.port())).doesNotContain("\tat ");
    }
  }
}
