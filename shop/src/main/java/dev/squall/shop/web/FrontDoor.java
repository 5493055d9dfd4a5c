package dev.squall.shop.web;

import dev.squall.shop.behaviour.Conduct;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where every request comes in: finds its route; what controls the shop bypasses its behaviour. */
public final class FrontDoor extends Handler.Abstract.NonBlocking {

  private final Routes routes;
  private final Conduct conduct;
  private final Authentication authentication;

  /** A door to these routes. */
  public FrontDoor(Routes routes, Conduct conduct, Authentication authentication) {
    this.routes = routes;
    this.conduct = conduct;
    this.authentication = authentication;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = request.getHttpURI().getCanonicalPath();
    var found = routes.find(request.getMethod(), path == null ? "*" : path);
    if (found.route().endpoint() instanceof Endpoint.Control control) {
      new ControlExchange(control, found.parameters(), request, response, callback, conduct)
          .begin();
    } else {
      new Exchange(found, request, response, callback, conduct, authentication).begin();
    }
    return true;
  }
}
