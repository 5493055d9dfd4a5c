package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shop.PracticeShop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that can be watched from outside. */
class WatchOptionsTest {
  private static PracticeShop shop;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private String[] run(String options) throws IOException {
    var file = folder.resolve("a.httpx");
    Files.writeString(file, "request health { curl " + shop.url() + "/health }\n");
    return ("run " + file + " --users 1 --iterations 3 " + options).split(" ");
  }

  @Test
  void theFinalValuesAreThereUntilSomebodyEndsIt() throws Exception {
    try (var command = new CommandProcess(run("--prometheus 0 --linger 60s"));
        var client = HttpClient.newHttpClient()) {
      var where = command.awaitLine("Metrics for Prometheus: ").replaceFirst(".*: ", "");
      command.awaitLine("Still to be watched for 60 s");

      var scraped =
          client.send(HttpRequest.newBuilder(URI.create(where)).build(), BodyHandlers.ofString());

      assertThat(scraped.body()).containsPattern("squall_requests_total\\{run_id=\"[^\"]+\"} 3.0");
      command.signal("INT");
      assertThat(command.awaitEnd()).doesNotContain("Stopping");
      assertThat(command.code()).isEqualTo(130);
    }
  }

  @Test
  void withoutLingeringItEndsWithItsReport() throws IOException {
    var command = CommandLineRun.of(run("--prometheus 0 --prometheus-namespace mine"));

    assertThat(command.code()).isZero();
    assertThat(command.out())
        .containsPattern("Metrics for Prometheus: http://127.0.0.1:\\d+/metrics")
        .doesNotContain("Still to be watched");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prometheus", "--live"})
  void aTakenPortIsToldBeforeAnythingIsSent(String option) throws IOException {
    long before = shop.requests();
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var command = CommandLineRun.of(run(option + " " + taken.getLocalPort()));

      assertThat(command.code()).isEqualTo(2);
      assertThat(command.err())
          .contains(
              option + " cannot listen on 127.0.0.1 port " + taken.getLocalPort() + ": Address");
    }
    assertThat(shop.requests()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--prometheus 70000                         | '70000' is no address to listen on; write 9090",
        "--prometheus 0 --prometheus-namespace a-b  | 'a-b' begins no metric's name: letters,",
        "--prometheus-namespace mine                | --prometheus-namespace goes with --prometheus",
        "--live 0.0.0.0                             | '0.0.0.0' is no address to listen on; write 9090",
        "--linger 5s                                | --linger goes with --prometheus or --live"
      })
  void whatMakesNoSenseIsTold(String options, String message) throws IOException {
    var command = CommandLineRun.of(run(options));

    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).contains(message);
  }

  @Test
  void theDemoIsWatchedAlike() {
    var demo =
        CommandLineRun.of(
            ("demo --users 1 --iterations 1 --prometheus 0 --base " + shop.url()).split(" "));

    assertThat(demo.code()).isZero();
    assertThat(demo.out()).contains("Metrics for Prometheus: http://127.0.0.1:");
  }
}
