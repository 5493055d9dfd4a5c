package dev.squall.http;

import static dev.squall.http.Exchanges.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {

  @Test
  void aConnectionIsKeptAndCounted() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var wire = new Wire(WireSettings.DEFAULT)) {
      var origin = wire.origin(server.endpoint());
      assertThat(wire.counts())
          .isEqualTo(new ConnectionCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
      for (int i = 0; i < 5; i++) {
        var seen = Exchanges.get(origin);
        assertThat(seen.failure).isNull();
        assertThat(seen.body()).isEqualTo("ok");
        assertThat(seen.reused).isEqualTo(i > 0);
        assertThat(seen.connect > 0).isEqualTo(i == 0);
        assertThat(seen.sent).isEqualTo(Exchanges.GET.length);
        assertThat(seen.received).isEqualTo(OK.length());
        assertThat(seen.fullyWritten).isTrue();
        assertThat(seen.started).isLessThan(seen.firstByte);
        assertThat(seen.firstByte).isEqualTo(seen.ended);
      }
      var counts = wire.counts();
      assertThat(counts)
          .isEqualTo(
              new ConnectionCounts(1, 0, 4, 0, 0, 0, 0, 1, 1, 1, counts.connectNanos(), 0, 0));
      assertThat(counts.connectNanos()).isBetween(1L, 1_000_000_000L);
      origin.close();
      origin.close();
      assertThat(wire.counts())
          .isEqualTo(
              new ConnectionCounts(1, 0, 4, 0, 1, 0, 0, 0, 1, 1, counts.connectNanos(), 0, 0));
      assertThat(Exchanges.get(origin).kind()).isEqualTo(FailureKind.CLOSED);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void freshConnectionsAreClosedByUs() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var wire = new Wire(WireSettings.DEFAULT.withKeepAlive(KeepAlive.FRESH));
        var origin = wire.origin(server.endpoint())) {
      for (int i = 0; i < 3; i++) {
        assertThat(Exchanges.get(origin).failure).isNull();
      }
      assertThat(wire.counts().opened()).isEqualTo(3);
      assertThat(wire.counts().closedByUs()).isEqualTo(3);
      assertThat(wire.counts().reused()).isZero();
      assertThat(wire.counts().idle()).isZero();
    }
  }

  @Test
  void aRequestThatAsksToCloseIsTheLastOnItsConnection() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var last = Exchanges.get().facts(false, true, true);
      assertThat(Exchanges.exchange(origin, last, Deadline.NONE).failure).isNull();
      assertThat(Exchanges.get(origin).reused).isFalse();
      assertThat(wire.counts().closedByUs()).isEqualTo(1);
      assertThat(wire.counts().closedByPeer()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok"
      })
  void aServerThatSaysItClosesIsCountedAsClosing(String answer) throws Exception {
    try (var server = ScriptedServer.answering(answer);
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).failure).isNull();
      assertThat(Exchanges.get(origin).reused).isFalse();
      assertThat(wire.counts().closedByPeer()).isEqualTo(2);
      assertThat(wire.counts().closedByUs()).isZero();
    }
  }

  @Test
  void aBodyUntilTheEndOfTheConnectionIsAnAnswer() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              peer.say("HTTP/1.1 200 OK\r\n\r\nall of it");
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var seen = Exchanges.get(origin);
      assertThat(seen.failure).isNull();
      assertThat(seen.body()).isEqualTo("all of it");
      assertThat(seen.received).isEqualTo(28);
      assertThat(wire.counts().closedByPeer()).isEqualTo(1);
    }
  }

  @Test
  void anAnswerToHeadHasNoBody() throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var head = Exchanges.get().facts(true, true, false);
      var limit = Deadline.within(Duration.ofSeconds(5));
      assertThat(Exchanges.exchange(origin, head, limit).failure).isNull();
      assertThat(Exchanges.exchange(origin, head, limit).reused).isTrue();
    }
  }

  @Test
  void wordsThatNobodyAskedForEndAKeptConnectionBeforeItIsUsed() throws Exception {
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              peer.say(OK);
              Thread.sleep(5);
              peer.say("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n");
              peer.untilClosed();
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      assertThat(Exchanges.get(origin).status).isEqualTo(200);
      Thread.sleep(50);
      var seen = Exchanges.get(origin);
      assertThat(seen.status).isEqualTo(200);
      assertThat(seen.reused).isFalse();
      assertThat(wire.counts().closedByPeer()).isEqualTo(1);
      assertThat(wire.counts().opened()).isEqualTo(2);
      assertThat(wire.counts().idle()).isEqualTo(1);
    }
  }

  @Test
  void largeBodiesAndLongHeadersPassThroughASmallBuffer() throws Exception {
    String body = "0123456789".repeat(300_000);
    String answer =
        "HTTP/1.1 200 OK\r\nX: "
            + "x".repeat(9_000)
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (var server = ScriptedServer.answering(answer);
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      for (int i = 0; i < 3; i++) {
        var seen = Exchanges.get(origin);
        assertThat(seen.failure).isNull();
        assertThat(seen.body()).isEqualTo(body);
        assertThat(seen.received).isEqualTo(answer.length());
        assertThat(seen.firstByte).isLessThan(seen.ended);
      }
      assertThat(wire.counts().reused()).isEqualTo(2);
    }
  }

  @Test
  void closingFromAnotherThreadEndsWhatIsInFlight() throws Exception {
    var asked = new CountDownLatch(1);
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              asked.countDown();
              peer.untilClosed();
            });
        var wire = new Wire(WireSettings.DEFAULT)) {
      var origin = wire.origin(server.endpoint());
      var over = Exchanges.start(origin, Exchanges.get(), Deadline.NONE);
      assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(wire.counts().active()).isEqualTo(1);
      origin.close();
      var seen = over.get(2, TimeUnit.SECONDS);
      assertThat(seen.failure)
          .isEqualTo(new Failure(FailureKind.CLOSED, "closed by us after 0 bytes of the answer"));
      assertThat(seen.fullyWritten).isTrue();
      assertThat(wire.counts().active()).isZero();
      assertThat(wire.counts().closedByUs()).isEqualTo(1);
    }
  }

  @Test
  void closingTheWireClosesAll() throws Exception {
    var asked = new CountDownLatch(20);
    try (var server =
        new ScriptedServer((peer, k) -> {
          peer.request();
          asked.countDown();
          peer.untilClosed();
        })) {
      var wire = new Wire(WireSettings.DEFAULT);
      var all = new ArrayList<java.util.concurrent.CompletableFuture<Transcript>>();
      for (int i = 0; i < 20; i++) {
        var origin = wire.origin(server.endpoint());
        all.add(Exchanges.start(origin, Exchanges.get(), Deadline.NONE));
      }
      assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(wire.counts().peakActive()).isEqualTo(20);
      wire.close();
      for (var one : all) {
        assertThat(one.get(2, TimeUnit.SECONDS).kind()).isEqualTo(FailureKind.CLOSED);
      }
      assertThat(wire.counts().closedByUs()).isEqualTo(20);
      assertThat(Exchanges.get(wire.origin(server.endpoint())).kind())
          .isEqualTo(FailureKind.CLOSED);
    }
  }

  @Test
  void interruptingAThreadEndsItsExchange() throws Exception {
    var asked = new CountDownLatch(1);
    try (var server =
            new ScriptedServer((peer, k) -> {
              peer.request();
              asked.countDown();
              peer.untilClosed();
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var seen = new Transcript();
      var user =
          Thread.ofVirtual().start(() -> origin.exchange(Exchanges.get(), Deadline.NONE, seen));
      assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
      user.interrupt();
      assertThat(user.join(Duration.ofSeconds(2))).isTrue();
      assertThat(seen.kind()).isEqualTo(FailureKind.CLOSED);
      assertThat(seen.failure.detail()).startsWith("interrupted");
      assertThat(wire.counts().closedByUs()).isEqualTo(1);
    }
  }

  @Test
  void threadsOfOneUserHaveAConnectionEach() throws Exception {
    var both = new CountDownLatch(2);
    try (var server =
            new ScriptedServer((peer, k) -> {
              while (peer.request()) {
                both.countDown();
                both.await();
                peer.say(OK);
              }
            });
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var one = Exchanges.start(origin, Exchanges.get(), Deadline.NONE);
      var two = Exchanges.start(origin, Exchanges.get(), Deadline.NONE);
      assertThat(one.get(5, TimeUnit.SECONDS).failure).isNull();
      assertThat(two.get(5, TimeUnit.SECONDS).failure).isNull();
      assertThat(wire.counts().peakActive()).isEqualTo(2);
      assertThat(wire.counts().idle()).isEqualTo(2);
      assertThat(Exchanges.get(origin).reused).isTrue();
      assertThat(wire.counts().opened()).isEqualTo(2);
    }
  }

  @Test
  void whatASinkThrowsReachesTheCallerAndEndsTheConnection() throws Exception {
    try (var server = ScriptedServer.answering(OK);
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      var broken =
          new ResponseSink() {
            @Override
            public void head(int status, int minorVersion, byte[] buf, int from, int to) {
              throw new IllegalStateException("broken");
            }

            @Override
            public void end(Timings timings) {}

            @Override
            public void failed(Failure failure, Timings timings) {}
          };
      assertThatThrownBy(() -> origin.exchange(Exchanges.get(), Deadline.NONE, broken))
          .isInstanceOf(IllegalStateException.class);
      assertThat(wire.counts().closedByUs()).isEqualTo(1);
      assertThat(Exchanges.get(origin).failure).isNull();
    } catch (CompletionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    long threads = platformThreads();
    long descriptors = descriptors();
    var bad = new AtomicInteger();
    try (var server =
        new ScriptedServer((peer, k) -> {
          peer.request();
          if (k % 4 == 0) {
            peer.reset();
          } else if (k % 4 == 1) {
            peer.untilClosed();
          } else {
            peer.say(k % 4 == 2 ? "nonsense\r\n" : OK);
          }
        })) {
      try (var wire = new Wire(WireSettings.DEFAULT)) {
        var all = new ArrayList<java.util.concurrent.CompletableFuture<Transcript>>();
        for (int i = 0; i < 200; i++) {
          var origin = wire.origin(server.endpoint());
          all.add(Exchanges.start(origin, Exchanges.get(), Deadline.within(Duration.ofSeconds(1))));
        }
        for (var one : all) {
          bad.addAndGet(one.join().failure == null ? 0 : 1);
        }
        assertThat(bad).hasValue(150);
        assertThat(wire.counts().idle()).isEqualTo(50);
        assertThat(wire.counts().peakIdle()).isEqualTo(50);
      }
    }
    for (int i = 0;
        i < 100 && (descriptors() > descriptors + 5 || platformThreads() > threads);
        i++) {
      Thread.sleep(20);
    }
    assertThat(descriptors()).isLessThanOrEqualTo(descriptors + 5);
    assertThat(platformThreads()).isLessThanOrEqualTo(threads);
  }

  private static long platformThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("squall-"))
        .count();
  }

  private static long descriptors() throws java.io.IOException {
    var open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return 0;
    }
    try (var all = Files.list(open)) {
      return all.count();
    }
  }
}
