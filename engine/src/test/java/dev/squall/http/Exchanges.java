package dev.squall.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Exchanges on virtual threads, as a load makes them. */
final class Exchanges {
  static final byte[] GET = Parsing.bytes("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private Exchanges() {}

  static RenderedRequest get() {
    return RenderedRequest.of(GET).facts(false, true, false);
  }

  /** One request, and a limit that only a hanging test reaches. */
  static Transcript get(Origin origin) {
    return exchange(origin, get(), Deadline.within(Duration.ofSeconds(5)));
  }

  static Transcript exchange(Origin origin, RenderedRequest request, Deadline deadline) {
    return start(origin, request, deadline).join();
  }

  static CompletableFuture<Transcript> start(
      Origin origin, RenderedRequest request, Deadline deadline) {
    var over = new CompletableFuture<Transcript>();
    Thread.ofVirtual()
        .start(() -> {
          var seen = new Transcript();
          try {
            origin.exchange(request, deadline, seen);
            over.complete(seen);
          } catch (Throwable e) {
            over.completeExceptionally(e);
          }
        });
    return over;
  }

  /** What one exchange with a server that plays that script comes to. */
  static Transcript with(ScriptedServer.Script script) throws Exception {
    try (var server = new ScriptedServer(script);
        var wire = new Wire(WireSettings.DEFAULT);
        var origin = wire.origin(server.endpoint())) {
      return get(origin);
    }
  }

  static Transcript withAnswer(String answer) throws Exception {
    return with((peer, k) -> {
      peer.request();
      peer.say(answer);
      peer.untilClosed();
    });
  }
}
