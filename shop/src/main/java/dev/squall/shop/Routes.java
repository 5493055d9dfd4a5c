package dev.squall.shop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All routes of a shop. A path without parameter is found by one look into a table. */
final class Routes {

  static final String UNMATCHED = "unmatched";

  private final List<Route> all = new ArrayList<>();
  private final Map<String, Map<String, Found>> exact = new HashMap<>();
  // By the path before the parameter: "/products/" for "/products/{id}".
  private final Map<String, Map<String, Route>> byPrefix = new HashMap<>();
  private final Found unmatched;

  Routes() {
    unmatched = new Found(new Route("", UNMATCHED, (Endpoint.Open) this::noSuchRoute), "");
    all.add(unmatched.route());
  }

  void open(String method, String template, Endpoint.Open endpoint) {
    add(new Route(method, template, endpoint));
  }

  void signedIn(String method, String template, Endpoint.SignedIn endpoint) {
    add(new Route(method, template, endpoint));
  }

  void control(String method, String template, Endpoint.Control endpoint) {
    add(new Route(method, template, endpoint));
  }

  Found find(String method, String path) {
    var methods = exact.get(path);
    if (methods != null) {
      return methods.getOrDefault(method, unmatched);
    }
    var slash = path.lastIndexOf('/') + 1;
    var route = slash == path.length() ? null : patterned(path).get(method);
    return route == null ? unmatched : new Found(route, path.substring(slash));
  }

  Route unmatched() {
    return unmatched.route();
  }

  /** Every route that counts: all but those that control the shop. */
  Collection<Route> counted() {
    return all.stream().filter(r -> !(r.endpoint() instanceof Endpoint.Control)).toList();
  }

  private void add(Route route) {
    all.add(route);
    var template = route.template();
    if (template.endsWith("}")) {
      var prefix = template.substring(0, template.lastIndexOf('/') + 1);
      byPrefix.computeIfAbsent(prefix, p -> new LinkedHashMap<>()).put(route.method(), route);
    } else {
      exact
          .computeIfAbsent(template, t -> new LinkedHashMap<>())
          .put(route.method(), new Found(route, ""));
    }
  }

  private Map<String, Route> patterned(String path) {
    return byPrefix.getOrDefault(path.substring(0, path.lastIndexOf('/') + 1), Map.of());
  }

  private Answer noSuchRoute(Call call) {
    var request = call.request();
    var path = String.valueOf(request.getHttpURI().getCanonicalPath());
    var methods = new TreeSet<>(exact.getOrDefault(path, Map.of()).keySet());
    methods.addAll(patterned(path).keySet());
    var detail = "there is no %s %s".formatted(request.getMethod(), path);
    return Answer.error(
        404, methods.isEmpty() ? detail : detail + "; there is " + String.join(", ", methods));
  }

  record Found(Route route, String parameter) {}
}
