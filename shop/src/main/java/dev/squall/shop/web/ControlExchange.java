package dev.squall.shop.web;

import dev.squall.shop.behaviour.Bandwidth;
import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.json.Refusal;
import java.net.InetSocketAddress;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A request that controls the shop: answered at once, whatever happens to the others. */
final class ControlExchange implements BodyReader.Sink {

  private final Endpoint.Control endpoint;
  private final Map<String, String> parameters;
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Conduct conduct;

  ControlExchange(
      Endpoint.Control endpoint,
      Map<String, String> parameters,
      Request request,
      Response response,
      Callback callback,
      Conduct conduct) {
    this.conduct = conduct;
    this.endpoint = endpoint;
    this.parameters = parameters;
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  void begin() {
    var remote = request.getConnectionMetaData().getRemoteSocketAddress();
    if (remote instanceof InetSocketAddress from && from.getAddress().isLoopbackAddress()) {
      BodyReader.keep(request, this);
    } else {
      write(Answer.error(403, "/practice is for this machine only"));
    }
  }

  @Override
  public void read(byte[] bytes, long length, boolean waited) {
    try {
      write(endpoint.answer(new Call(request, parameters, bytes)));
    } catch (Refusal refusal) {
      refused(refusal);
    } catch (RuntimeException bug) {
      System.getLogger("dev.squall.shop")
          .log(System.Logger.Level.ERROR, "the practice shop's controls failed", bug);
      write(Answer.error(500, "the practice shop has a bug"));
    }
  }

  @Override
  public void refused(Refusal refusal) {
    write(Answer.of(refusal));
  }

  @Override
  public void failed(Throwable cause) {
    callback.failed(cause);
  }

  private void write(Answer answer) {
    var _ = Writing.head(answer, request, response);
    Writing.body(answer.body(), Bandwidth.UNLIMITED, conduct, request, response, callback);
  }
}
