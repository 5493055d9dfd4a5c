package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.squall.shop.behaviour.Behaviour;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A shop on an address of this machine that is not loopback: whoever comes there may be anybody.
 */
class FromElsewhereTest {

  @ParameterizedTest
  @CsvSource({
    "GET,    /practice/behaviour",
    "PUT,    /practice/behaviour",
    "DELETE, /practice/behaviour",
    "GET,    /practice/truth",
    "GET,    /practice/certificate"
  })
  void nobodyElseControlsTheShop(String method, String path) throws Exception {
    try (var shop = onOwnAddress();
        var client = new Client(shop)) {
      var answer = client.send(method, path, method.equals("PUT") ? "{\"workers\": 1}" : "");

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.detail()).isEqualTo("/practice is for this machine only");
      assertThat(shop.behaviour()).isEqualTo(Behaviour.GOOD);
    }
  }

  @Test
  void everythingElseIsForThemToo() throws Exception {
    try (var shop = onOwnAddress();
        var client = new Client(shop)) {
      assertThat(client.get("/products/prod-123").status()).isEqualTo(200);
    }
  }

  private static PracticeShop onOwnAddress() throws SocketException {
    var own = ownAddress();
    assumeTrue(own.isPresent(), "this machine has no address but loopback");
    return PracticeShop.start(ShopOptions.defaults().host(own.orElseThrow()));
  }

  private static Optional<String> ownAddress() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(
            a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress() && a.getAddress().length == 4)
        .map(InetAddress::getHostAddress)
        .findFirst();
  }
}
