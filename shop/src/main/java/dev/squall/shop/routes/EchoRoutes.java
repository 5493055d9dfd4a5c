package dev.squall.shop.routes;

import dev.squall.shop.behaviour.Gate;
import dev.squall.shop.web.Routes;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The WebSocket {@code /ws/echo}. */
public final class EchoRoutes {

  private final Gate gate;
  private @Nullable Echoes echoes;

  private EchoRoutes(Gate gate) {
    this.gate = gate;
  }

  public static void add(Routes routes, Gate gate) {
    routes.upgrade("/ws/echo", new EchoRoutes(gate)::upgrade);
  }

  private boolean upgrade(Request request, Response response, Callback callback) {
    return request.getHeaders().contains(HttpHeader.UPGRADE)
        && echoes(request).upgrade(request, response, callback);
  }

  /** Made by the first handshake: most shops never see one, and it loads many classes. */
  private synchronized Echoes echoes(Request request) {
    if (echoes == null) {
      echoes = Echoes.of(request.getConnectionMetaData().getConnector().getServer(), gate);
    }
    return echoes;
  }
}
