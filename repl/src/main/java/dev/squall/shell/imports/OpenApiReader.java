package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A description of an API (OpenAPI 3.0 and 3.1) as one scenario: a step for each operation. */
final class OpenApiReader {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

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
            Names.ofTitle(root.path("info").path("title").asText(), file), steps, usual.origin());
    var scenario = plain;
    for (var each : given.all()) {
      scenario = scenario.variable(each.name(), each.value().text());
    }
    return new Taken("OpenAPI", Plannable.of(scenario, findings).stream().toList(), findings.all());
  }

  private List<OpenApiOperation> operations() {
    var operations = new ArrayList<OpenApiOperation>();
    for (var path : root.path("paths").properties()) {
      if (!path.getKey().startsWith("/")) {
        continue;
      }
      var pointer = Places.pointer("#/paths", path.getKey());
      var item = references.resolved(path.getValue(), pointer);
      for (var entry : item.properties()) {
        if (METHODS.contains(entry.getKey())) {
          operations.add(
              new OpenApiOperation(
                  path.getKey(),
                  entry.getKey(),
                  entry.getValue(),
                  item,
                  Places.pointer(pointer, entry.getKey())));
        }
      }
    }
    return operations;
  }

  private Optional<Step> step(OpenApiOperation operation, Servers.Server usual) {
    var expected = new ExpectedStatus(operation.node().path("responses"));
    if (expected.isWebSocket()) {
      findings.add(operation.place(), "a WebSocket is no step", "");
      return Optional.empty();
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
      findings.add("#/webhooks", hooks + " webhooks: they are sent by the server", "");
    }
  }
}
