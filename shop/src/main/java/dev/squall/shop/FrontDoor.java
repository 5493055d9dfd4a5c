package dev.squall.shop;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where every request comes in: finds its route; what controls the shop bypasses its behaviour. */
final class FrontDoor extends Handler.Abstract.NonBlocking {

  private final Routes routes;
  private final Conduct conduct;
  private final Authentication authentication;

  FrontDoor(Routes routes, Conduct conduct, Authentication authentication) {
    this.routes = routes;
    this.conduct = conduct;
    this.authentication = authentication;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var path = request.getHttpURI().getCanonicalPath();
    var found = routes.find(request.getMethod(), path == null ? "*" : path);
    if (found.route().endpoint() instanceof Endpoint.Control control) {
      control(control, request, response, callback);
    } else {
      new Exchange(found, request, response, callback, conduct, authentication).begin();
    }
    return true;
  }

  private static void control(
      Endpoint.Control control, Request request, Response response, Callback callback) {
    BodyReader.read(
        request,
        body ->
            write(controlled(control, new Call(request, "", body)), request, response, callback),
        refusal -> write(refusal.answer(), request, response, callback),
        callback::failed);
  }

  private static Answer controlled(Endpoint.Control control, Call call) {
    var remote = call.request().getConnectionMetaData().getRemoteSocketAddress();
    if (!(remote instanceof InetSocketAddress a && a.getAddress().isLoopbackAddress())) {
      return Answer.error(403, "/practice is for this machine only");
    }
    try {
      return control.answer(call);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private static void write(Answer answer, Request request, Response response, Callback callback) {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::add);
    Exchange.stamp(request, response);
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}
