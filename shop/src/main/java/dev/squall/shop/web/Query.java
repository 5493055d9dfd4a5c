package dev.squall.shop.web;

import dev.squall.shop.json.Numbers;
import dev.squall.shop.json.Refusal;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The query of a request's URL. */
public final class Query {

  private final Fields values;

  private Query(Fields values) {
    this.values = values;
  }

  /**
   * The query of that request.
   *
   * @throws Refusal 400 when the query is not properly percent-encoded UTF-8
   */
  public static Query of(Request request) {
    try {
      return new Query(Request.extractQueryParameters(request));
    } catch (RuntimeException e) {
      throw Refusal.badRequest("the query of the URL is not properly percent-encoded UTF-8");
    }
  }

  /** The value of that name, or null where it is absent or empty. */
  public @Nullable String text(String name) {
    var field = values.get(name);
    return field == null || field.getValue().isEmpty() ? null : field.getValue();
  }

  /**
   * The number of that name, or {@code absent} where it is not given.
   *
   * @throws Refusal 400 when it is no whole number within the range
   */
  public int number(String name, int absent, int least, int most) {
    var field = values.get(name);
    return field == null ? absent : Numbers.within(name, field.getValue(), least, most);
  }
}
