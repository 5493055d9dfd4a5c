package dev.squall.shop.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request told back to its sender. */
final class HttpbinEcho {

  private HttpbinEcho() {}

  /** Without what a body says. */
  static Answer plain(Call call) {
    var request = call.request();
    return Answer.ok(new Plain(args(request), headers(request), origin(request), url(request)));
  }

  static Answer withBody(Call call) {
    return Answer.ok(full(call, null));
  }

  /** With everything: the method too. */
  static Answer anything(Call call) {
    return Answer.ok(full(call, call.request().getMethod()));
  }

  static Answer onlyHeaders(Call call) {
    return Answer.ok(Map.of("headers", headers(call.request())));
  }

  private static Full full(Call call, @Nullable String method) {
    var request = call.request();
    var body = HttpbinBody.of(call);
    return new Full(
        args(request),
        body.data(),
        body.files(),
        body.form(),
        headers(request),
        body.json(),
        method,
        origin(request),
        url(request));
  }

  static HttpbinValues args(Request request) {
    var query = request.getHttpURI().getQuery();
    return HttpbinValues.decoded(query == null ? "" : query, "the query of the URL");
  }

  private static Map<String, String> headers(Request request) {
    var headers = new LinkedHashMap<String, String>();
    var host = request.getHttpURI().getAuthority();
    if (host != null && !request.getHeaders().contains(HttpHeader.HOST)) {
      headers.put("Host", host); // HTTP/2 says it in :authority
    }
    for (var field : request.getHeaders()) {
      // RFC 9113 §8.2.3: cookies that came apart belong together with a semicolon.
      var separator = field.getHeader() == HttpHeader.COOKIE ? "; " : ",";
      headers.merge(titled(field.getName()), text(field), (all, next) -> all + separator + next);
    }
    return headers;
  }

  private static String text(HttpField field) {
    return field.getValue() == null ? "" : field.getValue();
  }

  /** Title-Case, however it was written: HTTP/2 has all names in lower case. */
  private static String titled(String name) {
    var titled = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (var i = 0; i < titled.length(); i++) {
      if (i == 0 || titled.charAt(i - 1) == '-') {
        titled.setCharAt(i, Character.toUpperCase(titled.charAt(i)));
      }
    }
    return titled.toString();
  }

  private static String origin(Request request) {
    return Request.getRemoteAddr(request);
  }

  private static String url(Request request) {
    return request.getHttpURI().toString();
  }

  private record Plain(
      HttpbinValues args, Map<String, String> headers, String origin, String url) {}

  private record Full(
      HttpbinValues args,
      String data,
      HttpbinValues files,
      HttpbinValues form,
      Map<String, String> headers,
      // null is said too: those who read $.json find out that there was none.
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable RawValue json,
      @Nullable String method,
      String origin,
      String url) {}
}
