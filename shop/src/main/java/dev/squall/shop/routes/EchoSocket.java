package dev.squall.shop.routes;

import dev.squall.shop.behaviour.Gate;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * Says back what it hears. The next message is read when the echo of the last has left: a client
 * that sends and never reads fills its own buffers and not the shop's. Public, because Jetty looks
 * for its methods from outside.
 */
public final class EchoSocket implements Session.Listener {

  private final Gate gate;
  private volatile @Nullable Session session;

  EchoSocket(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    session = opened;
    opened.demand();
  }

  @Override
  public void onWebSocketText(String message) {
    var current = session;
    if (current != null) {
      var echo = Ping.answer(message);
      gate.pass(() -> current.sendText(echo, goOn(current)));
    }
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    var current = session;
    if (current == null) {
      callback.succeed();
    } else {
      var next = goOn(current);
      gate.pass(() -> current.sendBinary(payload, Callback.from(callback, next::succeed)));
    }
  }

  private static Callback goOn(Session session) {
    return Callback.from(session::demand, failure -> session.disconnect());
  }
}
