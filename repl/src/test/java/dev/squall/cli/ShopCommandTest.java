package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

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

  @Test
  void aPortThatIsTakenIsTold() {
    try (var taken = dev.squall.shop.PracticeShop.start()) {
      var shop = CommandLineRun.of("shop", "--port", Integer.toString(taken.port()));

      assertThat(shop.code()).isEqualTo(2);
      assertThat(shop.err()).contains(Integer.toString(taken.port())).doesNotContain("\tat ");
    }
  }
}
