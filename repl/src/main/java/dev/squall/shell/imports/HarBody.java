package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.scenario.Body;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The body of a recorded request. */
final class HarBody {
  private final Findings findings;

  HarBody(Findings findings) {
    this.findings = findings;
  }

  Request on(Request request, HarEntry entry) {
    var post = entry.node().path("request").path("postData");
    var type = post.path("mimeType").asText();
    var text = post.path("text").asText();
    if (text.isEmpty() && post.path("params").isEmpty()) {
      long size = entry.node().path("request").path("bodySize").asLong();
      if (size > 0) {
        findings.add(
            entry.place(),
            "its body of " + size + " bytes is not in the file: it is sent without one",
            "give the step a body, for example a file");
      }
      return Requests.withoutType(request);
    }
    return switch (MediaTypes.plain(type)) {
      case MediaTypes.FORM -> form(request, post.path("params"), text);
      case MediaTypes.MULTIPART -> multipart(request, entry, post, type);
      case String _ ->
          post.path("encoding").asText().equals("base64")
              ? binary(request, entry, text, type)
              : written(Requests.with(request, Requests.text(type, Literal.of(text))), type);
    };
  }

  /** The type stands in a header as it was recorded; not where a body brings the same itself. */
  private static Request written(Request request, String type) {
    var said =
        request.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
            .map(header -> header.value().text())
            .findFirst()
            .orElse(Literal.of(type));
    return Requests.isImplied(request.body(), said)
        ? Requests.withoutType(request)
        : Requests.isOneLine(said) ? Requests.typed(request, type) : request;
  }

  private static Request form(Request request, JsonNode params, String text) {
    if (text.isEmpty()) {
      var fields = new ArrayList<Body.Field>();
      params.forEach(param ->
          fields.add(
              new Body.Field(
                  FormText.plain(param.path("name").asText()),
                  new Template(Literal.of(FormText.plain(param.path("value").asText()))))));
      return written(Requests.with(request, new Body.Form(fields)), MediaTypes.FORM);
    }
    var body =
        FormText.fields(text)
            .<Body>map(Body.Form::new)
            .orElseGet(() -> new Body.WrittenForm(new Template(Literal.of(text))));
    return written(Requests.with(request, body), MediaTypes.FORM);
  }

  private Request multipart(Request request, HarEntry entry, JsonNode post, String type) {
    var params = post.path("params");
    var text = post.path("text").asText();
    boolean files = false;
    List<Body.Part> parts = new ArrayList<>();
    for (var param : params) {
      var file = param.path("fileName").asText();
      files |= !file.isEmpty();
      parts.add(part(param, file));
    }
    // The text holds the files too, as far as the browser wrote them down.
    if (!text.isEmpty() && (files || parts.isEmpty())) {
      return written(Requests.with(request, new Body.Text(new Template(Literal.of(text)))), type);
    }
    if (files) {
      findings.add(
          entry.place(),
          "the files that it uploads are not in the recording",
          "they are read when it runs, by their names from where Squall was started");
    }
    return Requests.withoutType(Requests.with(request, new Body.Multipart(parts)));
  }

  private static Body.Part part(JsonNode param, String file) {
    var name = param.path("name").asText();
    var type = Optional.of(param.path("contentType").asText()).filter(said -> !said.isBlank());
    return file.isEmpty()
        ? new Body.TextPart(name, new Template(Literal.of(param.path("value").asText())), type)
        : new Body.FilePart(name, withoutFolders(file), type, Optional.empty());
  }

  /** A browser never says where it found a file, so whoever does means no good. */
  private static String withoutFolders(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private Request binary(Request request, HarEntry entry, String text, String type) {
    try {
      var bytes = new Body.Binary(Base64.getMimeDecoder().decode(text));
      return written(Requests.with(request, bytes), type);
    } catch (IllegalArgumentException _) {
      findings.add(entry.place(), "its body is no base64: it is sent without one", "");
      return Requests.withoutType(request);
    }
  }
}
