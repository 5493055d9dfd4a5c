package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.shop.PracticeShop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void everyStepIsGreenAndTheShopCountedWhatWasSent() {
    var demo = CommandLineRun.of("demo", "--users", "3", "--for", "2s");

    assertThat(demo.code()).isZero();
    assertThat(demo.out())
        .contains("10 steps, all ok.")
        .contains("token, product_id, another_product_id, cart_id, item_id, order_id")
        .contains("none of them failed")
        .contains("requests itself: every one that was sent")
        .contains("P99.9")
        .contains("register", "view order")
        .contains("Time by percentile");
  }

  @Test
  void iterationsOnAShopThatRunsAlready() {
    try (var shop = PracticeShop.start()) {
      var demo =
          CommandLineRun.of(
              "demo", "--users", "2", "--iterations", "5", "--base", shop.url().toString());

      assertThat(demo.code()).isZero();
      assertThat(demo.out()).contains("5 iterations by 2 users", "requests    50 ");
      assertThat(shop.requests()).isEqualTo(60);
    }
  }

  @Test
  void theLogTellsStepsAndNoSecretAndOnlyWhoAsksHearsIt() {
    var told =
        CommandLineRun.of("demo", "--users", "1", "--iterations", "1", "--log", "debug").err();
    var quiet = CommandLineRun.of("demo", "--users", "1", "--iterations", "1").err();
    var wrong = CommandLineRun.of("demo", "--log", "loud");

    assertThat(told)
        .contains("debug user 1, iteration 0: register: POST /auth/register")
        .contains("token = …")
        .contains("${product_id} = prod-1")
        .contains("check status is 201: ok")
        .doesNotContain("Bearer")
        .doesNotContain("Pass123!");
    assertThat(quiet).doesNotContain("debug");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("loud", "DEBUG, INFO, WARN, ERROR");
  }

  @Test
  void theFileHoldsTheNumbersOfTheScreen() throws IOException {
    var file = folder.resolve("results.json");

    var demo =
        CommandLineRun.of(
            "demo", "--rate", "5", "--for", "2s", "--seed", "7", "--out", file.toString());

    var json = new ObjectMapper().readTree(Files.readString(file));
    assertThat(demo.code()).isZero();
    assertThat(json.at("/load").asText()).isEqualTo("5/s for 2s");
    assertThat(json.at("/seed").asInt()).isEqualTo(7);
    assertThat(json.at("/totals/iterations/scheduled").asInt()).isEqualTo(10);
    assertThat(json.at("/totals/requests").asInt()).isEqualTo(100);
    assertThat(json.at("/totals/ok").asInt()).isEqualTo(100);
    assertThat(json.at("/steps")).hasSize(10);
    assertThat(json.at("/steps/8/status/201").asInt()).isEqualTo(10);
  }

  @Test
  void whereNothingListensItSaysSoAndExitsWithOne() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    var demo = CommandLineRun.of("demo", "--base", "http://127.0.0.1:" + free);

    assertThat(demo.code()).isEqualTo(1);
    assertThat(demo.err()).contains("register", "connection_refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          demo --for soon               | 'soon' is no duration; write 500ms, 10s or 1m30s
          demo --iterations 5 --for 2s  | --iterations goes with neither --rate nor --for
          demo --rate 5 --iterations 5  | --iterations goes with neither --rate nor --for
          demo --users many             | 'many' is not an int
          demo --users 0                | a load needs at least one user, not 0
          demo --rate 0                 | a rate of 0.0 per second cannot be kept
          demo --out results.xls        | --out goes by the ending, .json,
          demo --out nowhere/r.json     | there is no folder
          demo --base ftp://localhost   | not an http URL: ftp://localhost
          demo --cacert nowhere.pem     | there is no file nowhere.pem
          demo --bogus                  | Unknown option: '--bogus'
          """)
  void badUsageIsToldAndExitsWithTwo(String line, String message) {
    var demo = CommandLineRun.of(line.split(" "));

    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.err()).contains(message);
    assertThat(demo.out()).doesNotContain("requests", "shopper");
  }

  @Test
  void controlCPrintsTheReportAndExitsWith130() throws Exception {
    try (var demo = new CommandProcess("demo", "--for", "60s")) {
      demo.awaitLine("Now 20 users for 1m");
      demo.awaitLine("Progress: ");

      demo.signal("INT");
      var text = demo.awaitEnd();

      assertThat(demo.code()).isEqualTo(130);
      assertThat(text).contains("Interrupted:", "All requests (ms)", "every one that was sent");
    }
  }

  @Test
  void terminationPrintsTheReportAndExitsWith143() throws Exception {
    var file = folder.resolve("cut.json");
    try (var demo = new CommandProcess("demo", "--for", "60s", "--out", file.toString())) {
      demo.awaitLine("Progress: ");

      demo.signal("TERM");
      var text = demo.awaitEnd();

      assertThat(demo.code()).isEqualTo(143);
      assertThat(text).contains("All requests (ms)");
      assertThat(
              new ObjectMapper().readTree(Files.readString(file)).at("/totals/requests").asLong())
          .isPositive();
    }
  }
}
