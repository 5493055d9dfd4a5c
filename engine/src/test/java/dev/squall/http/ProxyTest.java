package dev.squall.http;

import static dev.squall.http.Connecting.HERE;
import static dev.squall.http.Connecting.by;
import static dev.squall.http.Connecting.through;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ProxyTest {
  private static final String OPEN = "HTTP/1.1 200 Connection established\r\n\r\n";
  private static final Endpoint SHOP = new Endpoint("shop.test", 443, true);

  /** What a proxy was asked, line by line, and nothing behind the empty one. */
  private final LinkedBlockingQueue<List<String>> asked = new LinkedBlockingQueue<>();

  private ScriptedServer proxy(ScriptedServer.Script script) throws Exception {
    return new ScriptedServer((peer, k) -> {
      var text = new StringBuilder();
      while (text.indexOf("\r\n\r\n") < 0) {
        int b = peer.in().read();
        if (b < 0) {
          return;
        }
        text.append((char) b);
      }
      asked.add(text.toString().lines().filter(line -> !line.isEmpty()).toList());
      script.serve(peer, k);
    });
  }

  private static WireSettings via(ScriptedServer proxy) {
    return by(through(new HttpProxy(proxy.endpoint(), Optional.empty())));
  }

  @Test
  void aSecureTargetIsBehindATunnelAndItsNameIsTheProxysAffair() throws Exception {
    try (var proxy =
            proxy((peer, k) -> {
              peer.say(OPEN);
              peer.out().write(peer.in().read());
              peer.untilClosed();
            });
        var socket = Connecting.with(via(proxy)).connect(SHOP)) {
      assertThat(asked.poll(5, TimeUnit.SECONDS))
          .containsExactly("CONNECT shop.test:443 HTTP/1.1", "Host: shop.test:443");
      socket.getOutputStream().write('!');
      assertThat(socket.getInputStream().read()).isEqualTo('!');
    }
  }

  @Test
  void aLiteralOfTheSixthVersionStandsInBrackets() throws Exception {
    try (var proxy = proxy((peer, k) -> peer.say(OPEN));
        var _ = Connecting.with(via(proxy)).connect(new Endpoint("::1", 8443, true))) {
      assertThat(asked.poll(5, TimeUnit.SECONDS)).contains("CONNECT [::1]:8443 HTTP/1.1");
    }
  }

  @Test
  void aProxyThatWantsToKnowWhoAsksIsTold() throws Exception {
    try (var proxy = proxy((peer, k) -> peer.say(OPEN))) {
      var known = new HttpProxy(proxy.endpoint(), Optional.of("Basic dTpw"));
      Connecting.with(by(through(known))).connect(SHOP).close();
      assertThat(asked.poll(5, TimeUnit.SECONDS)).contains("Proxy-Authorization: Basic dTpw");
    }
  }

  @Test
  void aPlainTargetNeedsNoTunnel() throws Exception {
    try (var proxy =
            new ScriptedServer((peer, k) -> peer.say(String.valueOf((char) peer.in().read())));
        var socket = Connecting.with(via(proxy)).connect(new Endpoint("shop.test", 80))) {
      socket.getOutputStream().write('!');
      assertThat(socket.getInputStream().read()).isEqualTo('!');
    }
  }

  @Test
  void theNameOfTheProxyIsResolved() throws Exception {
    try (var proxy = proxy((peer, k) -> peer.say(OPEN))) {
      var named = new Endpoint("proxy.test", proxy.endpoint().port());
      var routing =
          new Routing(
              Map.of("proxy.test", List.of(HERE)),
              List.of(),
              Optional.of(new HttpProxy(named, Optional.empty())),
              Duration.ZERO);
      Connecting.with(by(routing)).connect(SHOP).close();
      assertThat(asked.poll(5, TimeUnit.SECONDS)).contains("CONNECT shop.test:443 HTTP/1.1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 407 Proxy Authentication Required\\r\\nContent-Length: 9\\r\\n\\r\\nwho? you? | answered CONNECT with 407 Proxy Authentication Required
          HTTP/1.1 403 Forbidden\\r\\n\\r\\n     | answered CONNECT with 403 Forbidden
          HTTP/1.0 502\\r\\n\\r\\n               | answered CONNECT with 502
          HTTP/1.1 301 Moved\\r\\n\\r\\n         | answered CONNECT with 301 Moved
          HTTP/1.1 101 Switching\\r\\n\\r\\n     | answered CONNECT with 101 Switching
          HTTP/1.1 100 Go\\r\\n\\r\\nHTTP/1.1 503 No\\r\\n\\r\\n | answered CONNECT with 503 No
          SSH-2.0-OpenSSH_9\\r\\n                | answered CONNECT with something else: the answer does not begin with HTTP/1.
          HTTP/1.1 OK\\r\\n\\r\\n                | answered CONNECT with something else: not a status line
          HTTP/1.1 200 OK\\r\\n\\r\\nhello       | sent 5 bytes into the tunnel
          """)
  void whateverElseAProxyAnswersIsARefusal(String answer, String said) throws Exception {
    var wire = answer.replace("\\r", "\r").replace("\\n", "\n");
    try (var proxy =
        proxy((peer, k) -> {
          peer.say(wire);
          peer.untilClosed();
        })) {
      assertThat(Connecting.with(via(proxy)).fail(SHOP))
          .isEqualTo(
              new Failure(FailureKind.PROXY_REFUSED, "the proxy " + proxy.endpoint() + " " + said));
    }
  }

  @Test
  void anAnswerMayComeInPiecesButHasToCome() throws Exception {
    int length = OPEN.length();
    try (var proxy =
        proxy((peer, k) -> {
          for (int i = 0; i < k; i++) {
            peer.say(OPEN.substring(i, i + 1));
          }
        })) {
      var connecting = Connecting.with(via(proxy));
      for (int k = 0; k < length; k++) {
        assertThat(connecting.fail(SHOP).kind())
            .as("%d bytes", k)
            .isEqualTo(FailureKind.PROXY_REFUSED);
      }
      connecting.connect(SHOP).close();
    }
  }

  @Test
  void aResetIsARefusalToo() throws Exception {
    try (var proxy = proxy((peer, k) -> peer.reset())) {
      var failure = Connecting.with(via(proxy)).fail(SHOP);
      assertThat(failure.kind()).isEqualTo(FailureKind.PROXY_REFUSED);
      assertThat(failure.detail()).contains("gave no answer to CONNECT");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 200 OK\r\n', 'Spam: spam\r\n'",
    "'HTTP/1.1 200 ', 'x'",
    "'HTTP/1.1 100 Go\r\n\r\n', 'HTTP/1.1 100 Go\r\n\r\n'"
  })
  void anAnswerWithoutAnEndIsGivenUp(String start, String more) throws Exception {
    try (var proxy =
        proxy((peer, k) -> {
          peer.say(start);
          while (true) {
            peer.say(more.repeat(100));
          }
        })) {
      var failure = Connecting.with(via(proxy)).fail(SHOP);
      assertThat(failure.kind()).isEqualTo(FailureKind.PROXY_REFUSED);
      assertThat(failure.detail()).contains("longer than we take");
    }
  }

  @Test
  void aSilentProxyEndsWithTheConnectLimit() throws Exception {
    try (var proxy = proxy((peer, k) -> peer.untilClosed());
        var wire = new Wire(via(proxy).withConnectTimeout(Duration.ofMillis(150)));
        var origin = wire.origin(SHOP)) {
      assertThat(Exchanges.get(origin).kind()).isEqualTo(FailureKind.CONNECT_TIMEOUT);
      assertThat(wire.counts().failed()).isOne();
      assertThat(wire.counts().opened()).isZero();
    }
  }

  @Test
  void aDeadProxyIsNotTheTarget() throws Exception {
    var dead = new Endpoint("127.0.0.1", ConnectorTest.deadPort());
    var failure = Connecting.with(by(through(new HttpProxy(dead, Optional.empty())))).fail(SHOP);
    assertThat(failure)
        .isEqualTo(
            new Failure(
                FailureKind.CONNECTION_REFUSED, "the proxy " + dead + ": Connection refused"));
  }

  @Test
  void norIsOneThatNobodyKnows() {
    var named = new HttpProxy(new Endpoint("proxy.test", 3128), Optional.empty());
    var failure = Connecting.with(by(through(named)), ProxyTest::nobody).fail(SHOP);
    assertThat(failure)
        .isEqualTo(new Failure(FailureKind.DNS, "the proxy: unknown host proxy.test"));
  }

  @Test
  void itsPasswordIsNotShown() {
    assertThat(new HttpProxy(SHOP, Optional.of("Basic dTpw"))).hasToString("shop.test:443");
  }

  private static InetAddress[] nobody(String host) throws UnknownHostException {
    throw new UnknownHostException(host);
  }
}
