package dev.squall.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.assertj.core.api.Assertions;

/**
 * Many exchanges on connections of their own, some at a time, each told to its server by a number
 * in its path. None may leave a connection behind.
 */
final class Numbered {
  private static final int AT_A_TIME = 64;

  /** What the server does on the connection whose request bore that number. */
  interface Script {
    void serve(ScriptedServer.Peer peer, int number) throws IOException, InterruptedException;
  }

  private Numbered() {}

  /** Makes one exchange for each number below {@code count}; the n-th transcript is of number n. */
  static List<Transcript> exchanges(int count, Deadline deadline, Script script) throws Exception {
    return exchanges(count, deadline, n -> false, script);
  }

  /** The same with HEAD instead of GET for some numbers. */
  static List<Transcript> exchanges(
      int count, Deadline deadline, IntFunction<Boolean> isHead, Script script) throws Exception {
    var over = new ArrayList<CompletableFuture<Transcript>>(count);
    try (var server = new ScriptedServer((peer, k) -> script.serve(peer, number(peer)));
        var wire = new Wire(WireSettings.DEFAULT.withKeepAlive(KeepAlive.FRESH));
        var origin = wire.origin(server.endpoint())) {
      for (int n = 0; n < count; n++) {
        if (n >= AT_A_TIME) {
          over.get(n - AT_A_TIME).join();
        }
        over.add(Exchanges.start(origin, request(n, isHead.apply(n)), deadline));
      }
      var seen = over.stream().map(CompletableFuture::join).toList();
      Assertions.assertThat(seen).allMatch(one -> one.ends == 1);
      var counts = wire.counts();
      Assertions.assertThat(counts.active() + counts.idle()).isZero();
      Assertions.assertThat(counts.opened()).isEqualTo(count);
      Assertions.assertThat(counts.closedByPeer() + counts.closedByUs()).isEqualTo(count);
      return seen;
    }
  }

  private static RenderedRequest request(int number, boolean head) {
    String method = head ? "HEAD" : "GET";
    return RenderedRequest.of(
            Parsing.bytes(method + " /" + number + " HTTP/1.1\r\nHost: test\r\n\r\n"))
        .facts(head, true, false);
  }

  /** Reads a request and returns the number in its path, -1 if there is none. */
  static int number(ScriptedServer.Peer peer) throws IOException {
    int number = 0;
    int b = peer.in().read();
    while (b >= 0 && b != '/') {
      b = peer.in().read();
    }
    for (b = peer.in().read(); b >= '0' && b <= '9'; b = peer.in().read()) {
      number = number * 10 + b - '0';
    }
    return peer.request() ? number : -1;
  }
}
