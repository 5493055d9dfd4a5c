package dev.squall.http;

import static dev.squall.http.Exchanges.OK;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** While one server fails its users, the users of another notice nothing and nothing stays. */
@Timeout(120)
class OtherUsersTest {
  private static final int SUFFERING = 50;
  private static final int HEALTHY = 20;
  private static final Duration LIMIT = Duration.ofMillis(250);

  /** What a server does to everyone who asks it, and what that is called. */
  record Harm(String name, FailureKind kind, ScriptedServer.Script script) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Harm> HARMS =
      List.of(
          new Harm(
              "reset",
              FailureKind.RESET,
              (peer, k) -> {
                peer.request();
                peer.say(OK.substring(0, k % OK.length()));
                peer.reset();
              }),
          new Harm(
              "end",
              FailureKind.TRUNCATED,
              (peer, k) -> {
                peer.request();
                peer.say(OK.substring(0, 1 + k % (OK.length() - 1)));
              }),
          new Harm(
              "silence",
              FailureKind.TOTAL_TIMEOUT,
              (peer, k) -> {
                peer.request();
                peer.say(OK.substring(0, k % OK.length()));
                peer.untilClosed();
              }),
          new Harm("never reads", FailureKind.TOTAL_TIMEOUT, (peer, k) -> Thread.sleep(600)),
          new Harm("no answer", FailureKind.CLOSED_BEFORE_ANSWER, (peer, k) -> peer.request()),
          new Harm(
              "drip",
              FailureKind.TOTAL_TIMEOUT,
              (peer, k) -> {
                peer.request();
                peer.say("HTTP/1.1 200 OK\r\n\r\n");
                while (true) {
                  peer.say("x");
                  Thread.sleep(3);
                }
              }),
          new Harm(
              "nonsense",
              FailureKind.MALFORMED_STATUS_LINE,
              (peer, k) -> {
                peer.request();
                peer.say("220 mail ready\r\n");
                peer.untilClosed();
              }),
          new Harm(
              "bad header",
              FailureKind.MALFORMED_HEADER,
              (peer, k) -> {
                peer.request();
                peer.say("HTTP/1.1 200 OK\r\n\u00ff\u00ff: \0\r\n\r\n");
                peer.untilClosed();
              }),
          new Harm(
              "bad chunk",
              FailureKind.MALFORMED_CHUNK,
              (peer, k) -> {
                peer.request();
                peer.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nz");
                peer.untilClosed();
              }),
          new Harm(
              "two answers",
              FailureKind.UNEXPECTED_BYTES,
              (peer, k) -> {
                peer.request();
                peer.say(OK + OK);
                peer.untilClosed();
              }),
          new Harm(
              "header flood",
              FailureKind.HEADER_TOO_LARGE,
              (peer, k) -> {
                peer.request();
                peer.say("HTTP/1.1 200 OK\r\n");
                peer.say("A: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\r\n".repeat(1_000));
                peer.untilClosed();
              }));

  private static Remains before;
  private static Wire wire;
  private static ScriptedServer healthy;

  @BeforeAll
  static void open() throws Exception {
    healthy =
        new ScriptedServer((peer, k) -> {
          for (int n = Numbered.number(peer); n >= 0; n = Numbered.number(peer)) {
            String body = "answer " + n;
            peer.say("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
          }
        });
    before = Remains.now();
    wire = new Wire(WireSettings.DEFAULT.withMaxHeaderBytes(8 * 1024));
  }

  @AfterAll
  static void nothingIsLeftBehind() throws Exception {
    try (var _ = healthy) {
      var counts = wire.counts();
      assertThat(counts.active() + counts.idle()).isZero();
      assertThat(counts.closedByPeer() + counts.closedByUs()).isEqualTo(counts.opened());
      // The wire itself and nothing that hangs on it.
      assertThat(Remains.instances()).isLessThanOrEqualTo(before.objects() + 1);
      wire.close();
      var gone = new WeakReference<>(wire);
      wire = null;
      Remains.await(() -> {
        System.gc();
        return gone.refersTo(null)
            && Remains.platformThreads() <= before.threads()
            && Remains.openFiles() <= before.descriptors() + 5;
      });
      assertThat(gone.refersTo(null)).isTrue();
      assertThat(Remains.platformThreads()).isLessThanOrEqualTo(before.threads());
      assertThat(Remains.openFiles()).isLessThanOrEqualTo(before.descriptors() + 5);
      assertThat(Remains.instances()).isLessThanOrEqualTo(before.objects());
    }
  }

  @ParameterizedTest
  @FieldSource("HARMS")
  void whatOneServerDoesIsNobodyElsesConcern(Harm harm) throws Exception {
    try (var server = new ScriptedServer(harm.script())) {
      var suffering = IntStream.range(0, SUFFERING).mapToObj(i -> suffer(server)).toList();
      var over = CompletableFuture.allOf(suffering.toArray(CompletableFuture[]::new));
      var others = IntStream.range(0, HEALTHY).mapToObj(user -> ask(user, 1, over)).toList();
      for (var one : suffering) {
        var seen = one.get(20, TimeUnit.SECONDS);
        assertThat(seen.kind()).isEqualTo(harm.kind());
        assertThat(seen.ends).isEqualTo(1);
        assertThat(seen.ended - seen.began).isLessThan(LIMIT.toNanos() + 500_000_000L);
      }
      for (var other : others) {
        assertThat(other.get(20, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(10);
      }
      assertThat(wire.counts().active()).isZero();
    }
  }

  /** Carriers whose queues never end would not look at whom the scanner wakes (decision 007). */
  @Test
  void usersThatNeverRestDoNotKeepALimitFromStriking() throws Exception {
    try (var server = new ScriptedServer((peer, k) -> peer.untilClosed())) {
      var suffering = IntStream.range(0, SUFFERING).mapToObj(i -> suffer(server)).toList();
      var over = CompletableFuture.allOf(suffering.toArray(CompletableFuture[]::new));
      var others = IntStream.range(0, HEALTHY).mapToObj(user -> ask(user, 0, over)).toList();
      for (var one : suffering) {
        var seen = one.get(20, TimeUnit.SECONDS);
        assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
        assertThat(seen.ended - seen.began).isLessThan(LIMIT.toNanos() + 500_000_000L);
      }
      for (var other : others) {
        assertThat(other.get(20, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(10);
      }
    }
  }

  private static CompletableFuture<Transcript> suffer(ScriptedServer server) {
    var origin = wire.origin(server.endpoint());
    return Exchanges.start(origin, Exchanges.get(), Deadline.within(LIMIT))
        .whenComplete((_, _) -> origin.close());
  }

  /** Asks again and again until the others are over; returns how often. */
  private static FutureTask<Integer> ask(int user, long restMillis, CompletableFuture<Void> over) {
    var task =
        new FutureTask<>(() -> {
          try (var origin = wire.origin(healthy.endpoint())) {
            int asked = 0;
            for (; asked < 10 || !over.isDone(); asked++) {
              int number = user * 1_000_000 + asked;
              var seen = new Transcript();
              origin.exchange(
                  RenderedRequest.of(
                      Parsing.bytes("GET /" + number + " HTTP/1.1\r\nHost: test\r\n\r\n")),
                  Deadline.within(Duration.ofSeconds(5)),
                  seen);
              assertThat(seen.failure).isNull();
              assertThat(seen.body()).isEqualTo("answer " + number);
              assertThat(seen.reused).isEqualTo(asked > 0);
              if (restMillis > 0) {
                Thread.sleep(restMillis); // the servers live on the same carriers
              }
            }
            return asked;
          }
        });
    Thread.ofVirtual().start(task);
    return task;
  }

  @Test
  void twoHundredLimitsAreEachKept() throws Exception {
    try (var server = new ScriptedServer((peer, k) -> peer.untilClosed())) {
      var origins = new ArrayList<Origin>();
      var all = new ArrayList<CompletableFuture<Transcript>>();
      for (int i = 0; i < 200; i++) {
        var origin = wire.origin(server.endpoint());
        origins.add(origin);
        all.add(
            Exchanges.start(origin, Exchanges.get(), Deadline.within(Duration.ofMillis(100 + i))));
      }
      long[] late = new long[all.size()];
      for (int i = 0; i < late.length; i++) {
        var seen = all.get(i).join();
        assertThat(seen.kind()).isEqualTo(FailureKind.TOTAL_TIMEOUT);
        late[i] = seen.ended - seen.began - (100 + i) * 1_000_000L;
      }
      origins.forEach(Origin::close);
      var sorted = IntStream.range(0, late.length).mapToLong(i -> late[i]).sorted().toArray();
      assertThat(sorted[0]).isNotNegative();
      assertThat(sorted[sorted.length - 1]).isLessThan(500_000_000);
    }
  }
}
