package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A Postman collection (2.0 and 2.1) as one scenario; its folders become groups. */
final class PostmanReader {
  private final String file;
  private final JsonNode root;
  private final Findings findings;
  private final GivenValues given = new GivenValues();
  private final StepNames names = new StepNames();
  private final PostmanVariables variables;
  private final PostmanAuth auth;
  private final PostmanBody bodies;
  private final PostmanScripts scripts;
  private Origins origins = new Origins(Optional.empty());

  /**
   * What an item stands in.
   *
   * @param auth that holds there
   * @param folder its name; empty at the top
   * @param pointer of its items
   */
  private record Around(JsonNode auth, String folder, String pointer) {}

  PostmanReader(String file, JsonNode root) {
    this.file = file;
    this.root = root;
    this.findings = new Findings(file);
    this.variables = new PostmanVariables(root.path("variable"), given, findings);
    this.auth = new PostmanAuth(variables, findings);
    this.bodies = new PostmanBody(variables, findings);
    this.scripts = new PostmanScripts(variables, findings);
  }

  Taken read() {
    origins = origins();
    root.path("event").forEach(event -> scripts.tell(event, "#/event"));
    var around = new Around(PostmanAuth.inherited(root, MissingNode.getInstance()), "", "#/item");
    var steps = steps(root.path("item"), around);
    variables.tell();
    given.tell(findings);
    var scenario =
        new Scenario(
            ScenarioNames.ofTitle(root.path("info").path("name").asText(), file),
            steps,
            origins.base().filter(origin -> Url.parse(origin).isPresent()));
    for (var each : given.all()) {
      scenario = scenario.variable(each.name(), each.value().text());
    }
    return new Taken("Postman", Plannable.of(scenario, findings).stream().toList(), findings.all());
  }

  private Origins origins() {
    var all = new ArrayList<String>();
    urls(root.path("item"), all);
    var found = Origins.of(all);
    var base = found.base().filter(origin -> Url.parse(origin).isPresent());
    if (base.isEmpty() && !all.isEmpty()) {
      findings.add(
          "#/variable",
          "most URLs begin with "
              + Shown.url(found.base().orElse("").isEmpty() ? "/" : found.base().orElse(""))
              + ", which has no value: the paths have no base to stand on",
          "name it: %base http://localhost:8089, or at(\"…\") in Java");
      return found;
    }
    new HashSet<>(all)
        .stream()
            .filter(
                origin -> base.filter(origin::equals).isEmpty() && Url.parse(origin).isPresent())
            .sorted()
            .forEach(origin ->
                findings.add(
                    "requests to " + Shown.url(origin),
                    "taken with a whole URL: another base will not move them",
                    "drop what is no part of the system under test"));
    return found;
  }

  private void urls(JsonNode items, List<String> origins) {
    for (var item : items) {
      if (item.path("item").isArray()) {
        urls(item.path("item"), origins);
      } else {
        var url = PostmanUrl.of(url(item.path("request")), variables);
        origins.add(url.origin().orElse(url.unknown()));
      }
    }
  }

  private static JsonNode url(JsonNode request) {
    return request.isTextual() ? request : request.path("url");
  }

  private List<Step> steps(JsonNode items, Around around) {
    var steps = new ArrayList<Step>();
    int number = 0;
    for (var item : items) {
      var pointer = around.pointer() + "/" + number++;
      var name = item.path("name").asText();
      var place = name.isBlank() ? pointer : pointer + " (" + Shown.name(name) + ")";
      if (item.path("item").isArray()) {
        item.path("event").forEach(event -> scripts.tell(event, place));
        var inner =
            steps(
                item.path("item"),
                new Around(PostmanAuth.inherited(item, around.auth()), name, pointer + "/item"));
        if (!inner.isEmpty()) {
          var shown = Shown.name(name);
          steps.add(new Step.Group(shown.isEmpty() ? "folder" : shown, inner));
        }
      } else {
        request(item, around, place).ifPresent(steps::add);
      }
    }
    return steps;
  }

  private Optional<Request> request(JsonNode item, Around around, String place) {
    var node = item.path("request");
    var url = PostmanUrl.of(url(node), variables);
    var origin = url.origin().orElse(url.unknown());
    if (url.origin().isEmpty() && !origins.isBase(origin)) {
      findings.add(
          place,
          "nothing says where it goes: " + Shown.url(url.unknown() + url.path()),
          "give the variable a value in the collection");
      return Optional.empty();
    }
    var method = node.path("method").asText("GET").strip().toUpperCase(Locale.ROOT);
    var path = url.template(variables, given, item.path("name").asText());
    var request = Request.of(method, origins.isBase(origin) ? path : origin + path);
    request =
        Requests.named(
            request, names.unique(item.path("name").asText(), around.folder(), request.endpoint()));
    request = headers(request, node.path("header"), place);
    var shown = PostmanAuth.inherited(node, around.auth());
    request =
        url.user().isPresent() && !shown.isObject()
            ? UrlUser.of(url.user().get(), request)
            : auth.on(request, shown, place);
    request = bodies.on(request, node.path("body"), place);
    if (!item.path("protocolProfileBehavior").path("followRedirects").asBoolean(true)) {
      request = request.noRedirects();
    }
    return Optional.of(scripts.on(request, item.path("event"), place));
  }

  private Request headers(Request request, JsonNode headers, String place) {
    var with = request;
    if (headers.isTextual()) {
      for (var line : headers.asText().lines().toList()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          with =
              header(
                  with, line.substring(0, colon).strip(), line.substring(colon + 1).strip(), place);
        }
      }
      return with;
    }
    for (var header : headers) {
      if (!header.path("disabled").asBoolean()) {
        with =
            header(with, header.path("key").asText().strip(), header.path("value").asText(), place);
      }
    }
    return with;
  }

  private Request header(Request request, String name, String value, String place) {
    var small = name.toLowerCase(Locale.ROOT);
    boolean ofClient =
        small.equals("content-length")
            || small.equals("transfer-encoding")
            || small.equals("expect");
    if (name.isEmpty()) {
      return request;
    }
    if (ofClient || !Requests.isToken(name) || !Requests.isOneLine(value)) {
      findings.add(
          place,
          "the header "
              + Shown.text(name)
              + (ofClient ? " is left out: Squall writes it itself" : " cannot be sent as it is"),
          "");
      return request;
    }
    return request.header(name, variables.template(value));
  }
}
