package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the operations of a description are. */
final class Servers {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

  private final JsonNode ofAll;
  private final Findings findings;

  /**
   * A server.
   *
   * @param origin scheme and host; nothing where the description does not say
   * @param prefix of every path, without a slash at its end
   */
  record Server(Optional<String> origin, String prefix) {}

  Servers(JsonNode root, Findings findings) {
    this.ofAll = root.path("servers");
    this.findings = findings;
  }

  Server usual() {
    if (ofAll.size() > 1) {
      findings.add(
          "#/servers",
          "the first of " + ofAll.size() + " servers is taken",
          "at(\"…\") or %base names another");
    }
    var server = server(ofAll, "#/servers/0");
    if (server.origin.isEmpty()) {
      findings.add(
          "#/servers",
          "it names no host: the paths have no base to stand on",
          "name it: %base http://localhost:8089, or at(\"…\") in Java");
    }
    return server;
  }

  /** That of an operation: its own, else its path's, else the usual one. */
  Server of(OpenApiOperation operation, Server usual) {
    if (!operation.node().path("servers").isEmpty()) {
      return server(operation.node().path("servers"), operation.pointer() + "/servers/0");
    }
    if (!operation.around().path("servers").isEmpty()) {
      return server(operation.around().path("servers"), operation.pointer());
    }
    return usual;
  }

  private Server server(JsonNode servers, String place) {
    var first = servers.path(0);
    var written =
        VARIABLE
            .matcher(first.path("url").asText())
            .replaceAll(found -> quoted(value(first, found.group(1), place)));
    var whole = written.startsWith("//") ? "https:" + written : written;
    var url = Url.parse(whole);
    var path = url.map(Url::target).orElse(Url.scheme(whole).isPresent() ? "" : whole);
    if (url.isEmpty() && Url.scheme(whole).isPresent()) {
      findings.add(place, "no server of HTTP: " + Shown.url(whole), "");
    }
    return new Server(url.map(Url::origin), prefix(path));
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  private String value(JsonNode server, String name, String place) {
    var variable = server.path("variables").path(name);
    var value = variable.path("default").asText(variable.path("enum").path(0).asText());
    if (value.isEmpty()) {
      findings.add(place, "its variable " + Shown.text(name) + " has no default", "");
    }
    return value;
  }

  private static String prefix(String path) {
    var plain = path.replaceFirst("[?#].*", "");
    var rooted =
        plain.isEmpty() || plain.startsWith("/") ? plain : "/" + plain.replaceFirst("^\\.+/?", "");
    return rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted;
  }
}
