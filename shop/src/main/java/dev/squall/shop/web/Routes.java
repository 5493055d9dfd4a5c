package dev.squall.shop.web;

import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.truth.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** All routes of a shop. A path without parameter is found by one look into a table. */
public final class Routes {

  static final String UNMATCHED = "unmatched";

  private final Conduct conduct;
  private final List<Route> all = new ArrayList<>();
  private final Map<String, Map<String, Found>> exact = new HashMap<>();
  private final PathTree patterned = new PathTree();
  private final Found unmatched;

  /** No route yet. */
  public Routes(Conduct conduct) {
    this.conduct = conduct;
    unmatched = new Found(route("", UNMATCHED, (Endpoint.Open) this::noSuchRoute), Map.of());
    all.add(unmatched.route());
  }

  /**
   * A GET comes with its HEAD. Parameters are written {@code {name}}, at the end {@code {name...}}.
   */
  public void open(String method, String template, Endpoint.Open endpoint) {
    addWithHead(method, template, endpoint);
  }

  /** The same for users who are signed in. */
  public void signedIn(String method, String template, Endpoint.SignedIn endpoint) {
    addWithHead(method, template, endpoint);
  }

  /** A route whose body is dropped. */
  public void dropping(String method, String template, Endpoint.Dropping endpoint) {
    add(route(method, template, endpoint));
  }

  /** A route that takes over the connection. */
  public void upgrade(String template, Endpoint.Upgrade endpoint) {
    add(route("GET", template, endpoint));
  }

  /** A route that controls the shop. */
  public void control(String method, String template, Endpoint.Control endpoint) {
    var exempt = conduct.exempt(Route.nameOf(method, template));
    add(new Route(method, template, endpoint, new Tally(), exempt));
  }

  Found find(String method, String path) {
    var methods = exact.get(path);
    var found = methods == null ? null : methods.get(method);
    if (found == null && path.startsWith("/")) {
      found = patterned.find(method, path);
    }
    return found == null ? unmatched : found;
  }

  /** Where requests are counted that no route takes. */
  public Route unmatched() {
    return unmatched.route();
  }

  /** Every route that counts: all but those that control the shop. */
  public Collection<Route> counted() {
    return all.stream().filter(r -> !(r.endpoint() instanceof Endpoint.Control)).toList();
  }

  /** Every route that was added, in that order. */
  public Collection<Route> added() {
    return all.subList(1, all.size());
  }

  private Route route(String method, String template, Endpoint endpoint) {
    var name = Route.nameOf(method, template);
    return new Route(method, template, endpoint, new Tally(), conduct.of(name));
  }

  private void addWithHead(String method, String template, Endpoint endpoint) {
    add(route(method, template, endpoint));
    if (method.equals("GET")) {
      add(route("HEAD", template, endpoint));
    }
  }

  private void add(Route route) {
    all.add(route);
    if (route.template().contains("{")) {
      patterned.add(route);
    } else {
      exact
          .computeIfAbsent(route.template(), t -> new HashMap<>())
          .put(route.method(), new Found(route, Map.of()));
    }
  }

  private Answer noSuchRoute(Call call) {
    var request = call.request();
    var path = String.valueOf(request.getHttpURI().getCanonicalPath());
    var methods = new TreeSet<>(exact.getOrDefault(path, Map.of()).keySet());
    if (path.startsWith("/")) {
      methods.addAll(patterned.methods(path).keySet());
    }
    var detail = "there is no %s %s".formatted(request.getMethod(), path);
    return Answer.error(
        404, methods.isEmpty() ? detail : detail + "; there is " + String.join(", ", methods));
  }

  /** A route and what stands for its parameters. */
  record Found(Route route, Map<String, String> parameters) {}
}
