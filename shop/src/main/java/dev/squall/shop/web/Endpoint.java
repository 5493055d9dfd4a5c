package dev.squall.shop.web;

import dev.squall.shop.store.Visitor;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a route does with a request. */
public sealed interface Endpoint {

  /** Open to everyone. */
  non-sealed interface Open extends Endpoint {
    Answer answer(Call call);
  }

  /** For a user with a valid token, 401 otherwise. */
  non-sealed interface SignedIn extends Endpoint {
    Answer answer(Call call, Visitor visitor);
  }

  /** Open to everyone; the body may be of any length and is dropped as it comes. */
  non-sealed interface Dropping extends Endpoint {
    Answer answer(Call call, long dropped);
  }

  /** Takes over the connection. */
  non-sealed interface Upgrade extends Endpoint {
    /**
     * Takes over the connection, or leaves it as it is.
     *
     * @param callback completed by whoever took over
     * @return whether it took over; if not, nothing was answered
     */
    boolean upgrade(Request request, Response response, Callback callback);
  }

  /** Controls the shop: from loopback only, never counted, delayed or frozen. */
  non-sealed interface Control extends Endpoint {
    Answer answer(Call call);
  }
}
