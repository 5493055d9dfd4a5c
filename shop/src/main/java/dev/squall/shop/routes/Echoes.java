package dev.squall.shop.routes;

import dev.squall.shop.behaviour.Gate;
import dev.squall.shop.json.Refusal;
import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.compression.DeflaterPool;
import org.eclipse.jetty.util.compression.InflaterPool;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Turns requests into WebSocket connections that echo (RFC 6455). */
final class Echoes {

  /** Bytes of a message; a longer one closes the connection with 1009. */
  static final int LIMIT = 64 * 1024;

  // Like any other connection's: a virtual user may think for as long as it likes.
  private static final Duration IDLE = Duration.ofMinutes(15);

  private final ServerWebSocketContainer container;
  private final Gate gate;

  private Echoes(ServerWebSocketContainer container, Gate gate) {
    this.container = container;
    this.gate = gate;
  }

  /** Those of a server that runs already. */
  static Echoes of(Server server, Gate gate) {
    // What joins a server that runs has to be started apart.
    LifeCycle.start(InflaterPool.ensurePool(server));
    LifeCycle.start(DeflaterPool.ensurePool(server));
    var container = ServerWebSocketContainer.ensure(server);
    container.setMaxTextMessageSize(LIMIT);
    container.setMaxBinaryMessageSize(LIMIT);
    container.setMaxFrameSize(LIMIT);
    container.setIdleTimeout(IDLE);
    container.setInvocationType(InvocationType.NON_BLOCKING);
    server.addManaged(container);
    return new Echoes(container, gate);
  }

  /**
   * Takes over the connection.
   *
   * @return whether this was a handshake at all
   * @throws Refusal 400 when the handshake breaks the protocol
   */
  boolean upgrade(Request request, Response response, Callback callback) {
    try {
      return container.upgrade((rq, rs, cb) -> new EchoSocket(gate), request, response, callback);
    } catch (HttpException.RuntimeException | WebSocketException e) {
      throw Refusal.badRequest("the WebSocket handshake is malformed: " + e.getMessage());
    }
  }
}
