package dev.squall.http;

import static dev.squall.http.Exchanges.OK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What becomes of connections between exchanges. */
class PoolTest {
  private static final Deadline LIMIT = Deadline.within(Duration.ofSeconds(5));

  private static WireSettings settings(PoolSettings pool) {
    return WireSettings.DEFAULT.withPool(pool);
  }

  /** One answer a connection, closed afterwards without a word; then answers without end. */
  private static ScriptedServer closingTheFirst() throws Exception {
    return new ScriptedServer((peer, k) -> {
      while (peer.request()) {
        peer.say(OK);
        if (k == 0) {
          return;
        }
      }
    });
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 2_000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void whatMayBeSentTwiceIsSentAgainOnceAKeptConnectionTurnsOutToBeClosed() throws Exception {
    try (var server = closingTheFirst();
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      Thread.sleep(20);
      var seen = Exchanges.get(origin);
      assertThat(seen.failure).isNull();
      assertThat(seen.retries).containsExactly(FailureKind.STALE_CONNECTION);
      assertThat(seen.ends).isEqualTo(1);
      assertThat(seen.body()).isEqualTo("ok");
      assertThat(seen.reused).isFalse();
      assertThat(seen.connect).isPositive();
      assertThat(seen.sent).isEqualTo(Exchanges.GET.length);
      assertThat(seen.began).isLessThan(seen.started);
      var counts = wire.counts();
      assertThat(counts.staleRetries()).isEqualTo(1);
      assertThat(counts.opened()).isEqualTo(2);
      assertThat(counts.reused()).isEqualTo(1);
      assertThat(counts.closedByPeer()).isEqualTo(1);
      assertThat(counts.idle()).isEqualTo(1);
    }
  }

  @Test
  void whatMayNotBeSentTwiceIsStaleInstead() throws Exception {
    try (var server = closingTheFirst();
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      Thread.sleep(20);
      var post = Exchanges.get().facts(false, false, false);
      var seen = Exchanges.exchange(origin, post, LIMIT);
      assertThat(seen.kind()).isEqualTo(FailureKind.STALE_CONNECTION);
      assertThat(seen.failure.detail()).isEqualTo("the server had closed the kept connection");
      assertThat(seen.retries).isEmpty();
      assertThat(seen.received).isZero();
      assertThat(wire.counts().staleRetries()).isZero();
      assertThat(wire.counts().closedByPeer()).isEqualTo(1);
      assertThat(Exchanges.get(origin).failure).isNull();
    }
  }

  @Test
  void aByteOfTheAnswerForbidsAnotherAttempt() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              peer.say(OK);
              peer.request();
              peer.say("H");
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      var seen = Exchanges.get(origin);
      assertThat(seen.kind()).isEqualTo(FailureKind.TRUNCATED);
      assertThat(seen.retries).isEmpty();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatClosesEveryTimeIsTriedAgainOnceAndNotForEver() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              if (k == 0) {
                peer.say(OK);
              }
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      Thread.sleep(20);
      var seen = Exchanges.get(origin);
      assertThat(seen.kind()).isEqualTo(FailureKind.CLOSED_BEFORE_ANSWER);
      assertThat(seen.retries).hasSize(1);
      assertThat(server.connections()).isEqualTo(2);
      assertThat(wire.counts().active()).isZero();
    }
  }

  @Test
  void theTotalLimitHoldsOverBothAttempts() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              if (k == 0) {
                peer.say(OK);
              } else {
                peer.untilClosed();
              }
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      Thread.sleep(20);
      var seen =
          Exchanges.exchange(origin, Exchanges.get(), Deadline.within(Duration.ofMillis(150)));
      assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
      assertThat(seen.retries).hasSize(1);
      assertThat(seen.ended - seen.began).isBetween(150_000_000L, 1_150_000_000L);
    }
  }

  @Test
  void aConnectionThatLiesIdleForTooLongIsClosedByUsAndTheNextExchangeOpensAnother()
      throws Exception {
    var closed = new CountDownLatch(1);
    try (var server =
            new ScriptedServer((peer, k) -> {
              while (peer.request()) {
                peer.say(OK);
              }
              closed.countDown();
            });
        var wire = new Wire(settings(PoolSettings.DEFAULT.withIdleTimeout(Duration.ofMillis(80))));
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      assertThat(wire.counts().idle()).isEqualTo(1);
      closed.await(); // the server sees it without any further exchange
      until(() -> wire.counts().idle() == 0);
      assertThat(wire.counts().idleTimeouts()).isEqualTo(1);
      assertThat(wire.counts().closedByUs()).isEqualTo(1);
      var seen = Exchanges.get(origin);
      assertThat(seen.failure).isNull();
      assertThat(seen.reused).isFalse();
      assertThat(seen.retries).isEmpty();
      assertThat(wire.counts().staleRetries()).isZero();
      assertThat(wire.counts().opened()).isEqualTo(2);
    }
  }

  @Test
  void whatIsUsedAgainInTimeStays() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var wire =
            new Wire(settings(PoolSettings.DEFAULT.withIdleTimeout(Duration.ofSeconds(20))));
        var origin = wire.origin(server.endpoint())) {
      for (int i = 0; i < 20; i++) {
        assertThat(Exchanges.get(origin).failure).isNull();
        Thread.sleep(10);
      }
      assertThat(wire.counts().opened()).isEqualTo(1);
      assertThat(wire.counts().idleTimeouts()).isZero();
    }
  }

  @Test
  void noMoreLieIdleThanAreKept() throws Exception {
    var all = new CountDownLatch(5);
    try (var server =
            new ScriptedServer((peer, k) -> {
              while (peer.request()) {
                all.countDown();
                all.await();
                peer.say(OK);
              }
            });
        var wire = new Wire(settings(PoolSettings.DEFAULT.withMaxIdle(2)));
        var origin = wire.origin(server.endpoint())) {
      var atOnce = new ArrayList<CompletableFuture<Transcript>>();
      for (int i = 0; i < 5; i++) {
        atOnce.add(Exchanges.start(origin, Exchanges.get(), LIMIT));
      }
      atOnce.forEach(one -> assertThat(one.join().failure).isNull());
      until(() -> wire.counts().active() == 0);
      var counts = wire.counts();
      assertThat(counts.opened()).isEqualTo(5);
      assertThat(counts.idle()).isEqualTo(2);
      assertThat(counts.poolOverflow()).isEqualTo(3);
      assertThat(counts.closedByUs()).isEqualTo(3);
      assertThat(counts.peakActive()).isEqualTo(5);
      assertThat(Exchanges.get(origin).reused).isTrue();
    }
  }

  @Test
  void withNoneKeptEachExchangeOpensItsOwn() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var wire = new Wire(settings(PoolSettings.DEFAULT.withMaxIdle(0)));
        var origin = wire.origin(server.endpoint())) {
      for (int i = 0; i < 3; i++) {
        assertThat(Exchanges.get(origin).failure).isNull();
      }
      assertThat(wire.counts().opened()).isEqualTo(3);
      assertThat(wire.counts().poolOverflow()).isEqualTo(3);
      assertThat(wire.counts().idle()).isZero();
    }
  }

  @Test
  void aKeptConnectionIsTakenBeforeAnotherIsOpened() throws Exception {
    var both = new CountDownLatch(2);
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              both.countDown();
              both.await();
              peer.say(k == 0 ? OK : OK.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
              if (k == 0) {
                while (peer.request()) {
                  peer.say(OK);
                }
              }
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var one = Exchanges.start(origin, Exchanges.get(), LIMIT);
      var two = Exchanges.start(origin, Exchanges.get(), LIMIT);
      assertThat(one.join().failure).isNull();
      assertThat(two.join().failure).isNull();
      for (int i = 0; i < 3; i++) {
        assertThat(Exchanges.get(origin).reused).isTrue();
      }
      assertThat(wire.counts().opened()).isEqualTo(2);
    }
  }
}
