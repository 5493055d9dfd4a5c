package dev.squall.plan;

import dev.squall.scenario.Body;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every text of a request that may hold variables. */
final class RequestTemplates {
  private RequestTemplates() {}

  /**
   * Those that go out.
   *
   * @param headers that come on top of its own
   */
  static List<Template> sent(Request request, List<Header> headers) {
    var templates = new ArrayList<Template>();
    templates.add(request.target());
    request.query().forEach(field -> templates.add(field.value()));
    headers.forEach(header -> templates.add(header.value()));
    request.headers().forEach(header -> templates.add(header.value()));
    request
        .credentials()
        .ifPresent(shown -> {
          templates.add(shown.user());
          templates.add(shown.password());
        });
    switch (request.body()) {
      case Body.None() -> {}
      case Body.Text(var text) -> templates.add(text);
      case Body.Json(var text) -> templates.add(text);
      case Body.Form(var fields) -> fields.forEach(field -> templates.add(field.value()));
      case Body.WrittenForm(var text) -> templates.add(text);
      case Body.Binary _ -> {}
      case Body.FromFile(_, _) -> {}
      case Body.Multipart(var parts) -> parts.forEach(each -> note(each, templates));
    }
    return templates;
  }

  private static void note(Body.Part part, List<Template> templates) {
    switch (part) {
      case Body.TextPart(_, var value, _) -> templates.add(value);
      case Body.FilePart _ -> {}
      case Body.TextFilePart _ -> {}
    }
  }

  /** Those that an answer is held against. */
  static Stream<Template> expected(Expectation expectation) {
    return switch (expectation) {
      case Expectation.Is(var template) -> Stream.of(template);
      case Expectation.IsNot(var template) -> Stream.of(template);
      case Expectation.Contains(var template) -> Stream.of(template);
      case Expectation.In(var templates) -> templates.stream();
      case Expectation.Matches(_) -> Stream.empty();
      case Expectation.Exists() -> Stream.empty();
      case Expectation.Below(_) -> Stream.empty();
      case Expectation.Above(_) -> Stream.empty();
      case Expectation.Between(_, _) -> Stream.empty();
    };
  }
}
