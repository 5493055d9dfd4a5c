package dev.squall.shop;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: frozen? – free worker? – body – latency – the route – frozen? – answer.
 * No step holds a thread while it waits, so ten thousand slow requests cost ten thousand small
 * objects.
 */
final class Exchange implements Callback {

  private static final String SERVICE_TIME = "X-Service-Time-Us";

  private final Route route;
  private final String parameter;
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Conduct conduct;
  private final Authentication authentication;
  private @Nullable Answer answer;

  Exchange(
      Routes.Found found,
      Request request,
      Response response,
      Callback callback,
      Conduct conduct,
      Authentication authentication) {
    this.route = found.route();
    this.parameter = found.parameter();
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.conduct = conduct;
    this.authentication = authentication;
  }

  void begin() {
    route.tally().arrived();
    conduct.gate().pass(() -> conduct.workers().enter(this::readBody));
  }

  private void readBody() {
    BodyReader.read(
        request,
        body -> conduct.linger(() -> conduct.gate().pass(() -> perform(body))),
        refusal -> send(refusal.answer()),
        this::failed);
  }

  private void perform(byte[] body) {
    var said = answerOf(new Call(request, parameter, body));
    conduct.after(said.delayNanos(), () -> send(said));
  }

  private Answer answerOf(Call call) {
    try {
      return switch (route.endpoint()) {
        case Endpoint.Open open -> open.answer(call);
        case Endpoint.Control control -> control.answer(call);
        case Endpoint.SignedIn signedIn ->
            signedIn.answer(call, authentication.visitor(call.request()));
      };
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (RuntimeException bug) {
      System.getLogger("dev.squall.shop")
          .log(System.Logger.Level.ERROR, "the practice shop failed at " + route.name(), bug);
      return Answer.error(500, "the practice shop has a bug");
    }
  }

  private void send(Answer said) {
    answer = said;
    conduct.gate().pass(this::write);
  }

  private void write() {
    var said = Objects.requireNonNull(answer);
    var micros = stamp(request, response);
    // Before the answer leaves: who has read an answer finds it in the truth.
    route.tally().served(micros);
    response.setStatus(said.status());
    var headers = response.getHeaders();
    for (var header : said.headers()) {
      headers.add(header);
    }
    response.write(true, ByteBuffer.wrap(said.body()), this);
  }

  /** Puts the service time so far into the answer's headers, and returns it in microseconds. */
  static long stamp(Request request, Response response) {
    var micros = (System.nanoTime() - request.getHeadersNanoTime()) / 1_000;
    response.getHeaders().put(new HttpField(SERVICE_TIME, Long.toString(micros)));
    return micros;
  }

  @Override
  public void succeeded() {
    conduct.workers().leave();
    callback.succeeded();
  }

  @Override
  public void failed(Throwable cause) {
    conduct.workers().leave();
    callback.failed(cause);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
