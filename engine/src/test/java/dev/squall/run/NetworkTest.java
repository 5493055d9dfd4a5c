package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.squall.http.Endpoint;
import dev.squall.http.HttpProxy;
import dev.squall.http.KeepAlive;
import dev.squall.http.Routing;
import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.stats.ConnectionSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  private static Routing routing(Option... options) {
    return Network.settings(Options.of(options)).routing();
  }

  private static List<String> problems(Option... options) {
    var thrown =
        catchThrowableOfType(ProblemException.class, () -> Network.settings(Options.of(options)));
    return thrown.problems().stream().map(Problem::what).toList();
  }

  private static HttpProxy proxyOf(String url) {
    return routing(proxy(url)).proxy().orElseThrow();
  }

  @Test
  void whereNothingIsSaidTheWayIsStraight() {
    assertThat(routing()).isEqualTo(Routing.DIRECT);
  }

  @Test
  void addressesAreReadAndHostsAreOfOneCase() {
    var routing = routing(resolve("Shop.TEST", "127.0.0.1", "::1"), dnsTtl(Duration.ofSeconds(3)));
    assertThat(routing.resolved())
        .isEqualTo(
            Map.of(
                "shop.test",
                List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"))));
    assertThat(routing.dnsTtl()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whoReadsTheResultsIsToldWhatTheWireDoes() {
    assertThat(Network.told(Options.DEFAULT)).isEqualTo(ConnectionSettings.DEFAULT);
    assertThat(
            Network.told(
                Options.of(
                    freshConnections(),
                    maxIdleConnections(7),
                    idleConnectionTimeout(Duration.ofMillis(1500)),
                    tcpKeepAlive(Duration.ofMillis(2500)),
                    noDelay(false),
                    insecure(),
                    sharedCookies(),
                    redirects(3),
                    proxy("http://u:secret@proxy.test:3128"))))
        .isEqualTo(
            new ConnectionSettings(
                false, 7, 1.5, 2.5, false, true, "shared", 3, "http://proxy.test:3128"));
    assertThat(Network.told(Options.of(freshCookies())).cookies()).isEqualTo("fresh");
  }

  @Test
  void theWireHasTheLimitsAndThePoolOfTheOptions() {
    var settings =
        Network.settings(
            Options.of(
                connectTimeout(Duration.ofSeconds(1)),
                idleTimeout(Duration.ofSeconds(2)),
                timeout(Duration.ofSeconds(3)),
                freshConnections(),
                maxIdleConnections(7)));
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.idleTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.totalTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.pool().keepAlive()).isEqualTo(KeepAlive.FRESH);
    assertThat(settings.pool().maxIdle()).isEqualTo(7);
    assertThat(Network.settings(Options.DEFAULT).pool().keepAlive()).isEqualTo(KeepAlive.KEPT);
  }

  @Test
  void localAddressesKeepTheirOrder() {
    assertThat(routing(localAddresses("::", "127.0.0.1"), localAddresses("0.0.0.0")).local())
        .containsExactly(
            InetAddress.ofLiteral("::"),
            InetAddress.ofLiteral("127.0.0.1"),
            InetAddress.ofLiteral("0.0.0.0"));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(
            problems(
                resolve("a.test"),
                resolve("b.test", "localhost", "127.0.0.1"),
                resolve("http://c.test", "127.0.0.1"),
                localAddresses("eth0", "192.0.2.1"),
                proxy("https://127.0.0.1:3128")))
        .containsExactlyInAnyOrder(
            "no address is given for a.test",
            "not an address: localhost",
            "resolve takes a host, without scheme and port: http://c.test",
            "not an address: eth0",
            "192.0.2.1 is not an address of this machine",
            "a proxy is spoken to in plain HTTP only, not in https");
  }

  @Test
  void anAddressThatTheProxyWouldNotUseIsAMistake() {
    assertThat(problems(proxy("http://proxy.test:3128"), resolve("shop.test", "127.0.0.1")))
        .containsExactly(
            "the address of shop.test would not be used: the proxy resolves it itself");
    assertThat(
            routing(proxy("http://Proxy.test:3128"), resolve("proxy.TEST", "127.0.0.1")).resolved())
        .containsOnlyKeys("proxy.test");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:3128, 127.0.0.1, 3128",
    "HTTP://proxy.test/, proxy.test, 80",
    "http://squid_proxy:65535, squid_proxy, 65535",
    "http://[::1]:3128, ::1, 3128",
    "http://u:p@[::1]/, ::1, 80",
  })
  void aProxyIsAUrl(String url, String host, int port) {
    assertThat(proxyOf(url).endpoint()).isEqualTo(new Endpoint(host, port));
  }

  @ParameterizedTest
  @CsvSource({
    "http://u:p@h, Basic dTpw",
    "http://u@h, Basic dTo=",
    "http://u:@h, Basic dTo=",
    "http://Aladdin:open%20sesame@h, Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    "http://u:a+b%40c:d@h, Basic dTphK2JAYzpk",
    "http://u:%C3%A9@h, Basic dTrDqQ==",
  })
  void itsUserIsSentAsBasic(String url, String authorization) {
    assertThat(proxyOf(url).authorization()).contains(authorization);
  }

  @Test
  void withoutAUserNothingIsSent() {
    assertThat(proxyOf("http://h:1").authorization()).isEmpty();
    assertThat(proxyOf("http://@h:1").authorization()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:3128, not the URL of a proxy: 127.0.0.1:3128",
    "localhost:3128, not the URL of a proxy: localhost:3128",
    "'', 'not the URL of a proxy: '",
    "http://, not the URL of a proxy: http://",
    "http://h/path, not the URL of a proxy: http://h/path",
    "http://h:1?q, not the URL of a proxy: http://h:1?q",
    "http://u:secret@h:99999999, not the URL of a proxy: …@h:99999999",
    "http://u:se@cret@h:1, not the URL of a proxy: …@h:1",
    "http://u:secret%zz@h, not the URL of a proxy: …@h",
    "http://h:0, no such port: 0",
    "http://h:65536, no such port: 65536",
    "http://[::1::2]:1, not an address: [::1::2]",
    "socks5://u:secret@h:1080, 'a proxy is spoken to in plain HTTP only, not in socks5'",
  })
  void anythingElseIsAMistakeToldWithoutThePassword(String url, String what) {
    assertThat(problems(proxy(url))).containsExactly(what);
  }
}
