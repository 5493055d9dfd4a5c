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

  /**
   * The value of that name, or null where it is absent or empty.
   *
   * @throws Refusal 400 when it is given more than once
   */
  public @Nullable String text(String name) {
    var value = only(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /**
   * The number of that name, or {@code absent} where it is not given.
   *
   * @throws Refusal 400 when it is no whole number within the range, or given more than once
   */
  public int number(String name, int absent, int least, int most) {
    var value = only(name);
    return value == null ? absent : Numbers.within(name, value, least, most);
  }

  private @Nullable String only(String name) {
    var field = values.get(name);
    if (field != null && field.getValues().size() > 1) {
      throw Refusal.badRequest(name + " is given more than once");
    }
    return field == null ? null : field.getValue();
  }
}
