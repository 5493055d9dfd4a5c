package dev.squall.shell.imports;

import dev.squall.scenario.Body;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names in the holes of what a request sends. */
final class Holes {
  private Holes() {}

  static Set<String> in(Request request) {
    var names = new LinkedHashSet<String>();
    sent(request).forEach(template -> names.addAll(in(template)));
    return names;
  }

  static Set<String> in(Template template) {
    var names = new LinkedHashSet<String>();
    for (var part : template.parts()) {
      if (part instanceof Template.Part.Braced(var name, _)) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<Template> sent(Request request) {
    var sent = new ArrayList<Template>();
    sent.add(request.target());
    request.query().forEach(field -> sent.add(field.value()));
    request.headers().forEach(header -> sent.add(header.value()));
    request
        .credentials()
        .ifPresent(shown -> {
          sent.add(shown.user());
          sent.add(shown.password());
        });
    switch (request.body()) {
      case Body.None() -> {}
      case Body.Text(var text) -> sent.add(text);
      case Body.Json(var text) -> sent.add(text);
      case Body.Form(var fields) -> fields.forEach(field -> sent.add(field.value()));
      case Body.WrittenForm(var text) -> sent.add(text);
      case Body.Binary _ -> {}
      case Body.FromFile _ -> {}
      case Body.Multipart(var parts) ->
          parts.forEach(part -> {
            if (part instanceof Body.TextPart(_, var value, _)) {
              sent.add(value);
            }
          });
    }
    return sent;
  }
}
