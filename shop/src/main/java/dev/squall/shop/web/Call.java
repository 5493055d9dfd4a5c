package dev.squall.shop.web;

import dev.squall.shop.json.Fields;
import java.util.Map;
import org.eclipse.jetty.server.Request;

/** One request as a route sees it: the parameters of its path, and its body. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only read
public record Call(Request request, Map<String, String> parameters, byte[] body) {

  /** The part of the path that stands for {@code {name}} in the route's template, decoded. */
  public String parameter(String name) {
    var value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route's template has no {" + name + "}");
    }
    return value;
  }

  /** The query of the URL. */
  public Query query() {
    return Query.of(request);
  }

  /**
   * The fields of the body.
   *
   * @throws dev.squall.shop.json.Refusal 400 when the body is no JSON object
   */
  public Fields fields() {
    return Fields.of(body);
  }
}
