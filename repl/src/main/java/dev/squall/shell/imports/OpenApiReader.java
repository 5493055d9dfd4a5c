package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A description of an API (OpenAPI 3.0 and 3.1) as one scenario: a step for each operation. */
final class OpenApiReader {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final Set<String> ABOUT_A_PATH =
      Set.of("$ref", "summary", "description", "servers", "parameters");

  private final String file;
  private final JsonNode root;
  private final Findings findings;
  private final References references;
  private final GivenValues given = new GivenValues();
  private final StepNames names = new StepNames();
  private final Servers servers;
  private final OpenApiParameters parameters;
  private final OpenApiBodies bodies;
  private final OpenApiSecurity security;

  OpenApiReader(String file, JsonNode root) {
    this.file = file;
    this.root = root;
    this.findings = new Findings(file);
    this.references = new References(root, findings);
    var examples = new Examples(references, new SampleValues(references, findings));
    this.servers = new Servers(root, findings);
    this.parameters = new OpenApiParameters(references, examples, given, findings);
    this.bodies = new OpenApiBodies(references, examples, findings);
    this.security = new OpenApiSecurity(root, references, given, findings);
  }

  Taken read() {
    var usual = servers.usual();
    var steps = new ArrayList<Step>();
    for (var operation : operations()) {
      step(operation, usual).ifPresent(steps::add);
    }
    parameters.tell();
    tellRest();
    given.tell(findings);
    var plain =
        new Scenario(
            ScenarioNames.ofTitle(root.path("info").path("title").asText(), file),
            steps,
            usual.origin());
    var scenario = plain;
    for (var each : given.all()) {
      scenario = scenario.variable(each.name(), each.value().text());
    }
    return new Taken("OpenAPI", Plannable.of(scenario, findings).stream().toList(), findings.all());
  }

  private List<OpenApiOperation> operations() {
    var operations = new ArrayList<OpenApiOperation>();
    for (var path : root.path("paths").properties()) {
      var pointer = Places.pointer("#/paths", path.getKey());
      if (path.getKey().startsWith("/")) {
        var item = references.resolved(path.getValue(), pointer);
        item.properties()
            .forEach(entry -> operation(path.getKey(), entry, item, pointer, operations));
      } else if (!isExtension(path.getKey())) {
        findings.add(pointer, "a path begins with /", "");
      }
    }
    return operations;
  }

  private void operation(
      String path,
      Map.Entry<String, JsonNode> entry,
      JsonNode item,
      String around,
      List<OpenApiOperation> operations) {
    var key = entry.getKey();
    var pointer = Places.pointer(around, key);
    if (METHODS.contains(key)) {
      operations.add(new OpenApiOperation(path, key, entry.getValue(), item, pointer));
    } else if (!ABOUT_A_PATH.contains(key) && !isExtension(key)) {
      findings.add(pointer, "no operation of OpenAPI 3.0 or 3.1", "");
    }
  }

  private static boolean isExtension(String key) {
    return key.startsWith("x-");
  }

  private Optional<Step> step(OpenApiOperation operation, Servers.Server usual) {
    var expected = new ExpectedStatus(operation.node().path("responses"));
    if (expected.isWebSocket()) {
      findings.add(operation.place(), "a WebSocket is no step", "");
      return Optional.empty();
    }
    if (operation.node().has("callbacks")) {
      findings.add(operation.place(), "its callbacks are sent by the server", "");
    }
    var server = servers.of(operation, usual);
    var path = Literal.of(server.prefix()) + parameters.path(operation);
    var origin = server.origin().filter(at -> usual.origin().filter(at::equals).isEmpty());
    var name =
        names.unique(
            operation.node().path("operationId").asText(),
            operation.endpoint(),
            operation.endpoint());
    var request =
        Requests.named(
            Request.of(operation.method().toUpperCase(Locale.ROOT), origin.orElse("") + path),
            name);
    request = parameters.on(request, operation);
    request = security.on(request, operation);
    request = bodies.on(request, operation);
    return Optional.of(expected.on(request));
  }

  private void tellRest() {
    int hooks = root.path("webhooks").size();
    if (hooks > 0) {
      findings.add("#/webhooks", hooks + " of them, sent by the server", "");
    }
  }
}
