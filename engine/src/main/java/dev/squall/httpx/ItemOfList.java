package dev.squall.httpx;

import dev.squall.scenario.Body;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The item of a list that steps speak of without a loop: {@code ${post.id}} behind a request that
 * extracts {@code posts}.
 */
final class ItemOfList {
  private ItemOfList() {}

  static Optional<String> of(Request request, List<Step> steps) {
    var lists = request.captures().stream().map(capture -> capture.variable()).toList();
    return steps.stream()
        .flatMap(ItemOfList::templates)
        .flatMap(template -> template.parts().stream())
        .flatMap(part ->
            part instanceof Template.Part.Braced(var name, _) && name.indexOf('.') > 0
                ? Stream.of(name.substring(0, name.indexOf('.')))
                : Stream.empty())
        .filter(item -> lists.contains(item + "s"))
        .findFirst();
  }

  /** Of the requests that are no loop's already. */
  private static Stream<Template> templates(Step step) {
    return switch (step) {
      case Request request -> templates(request);
      case Step.Group(_, var steps) -> all(steps);
      case Step.Repeat(_, var steps) -> all(steps);
      case Step.When(_, var steps, var otherwise) -> Stream.concat(all(steps), all(otherwise));
      case Step.Choose(var ways) -> ways.stream().flatMap(way -> all(way.steps()));
      case Step.Parallel(var steps) -> all(steps);
      case Step.Optionally(var steps) -> all(steps);
      case Step.ForEach _, Step.Pause _, Step.Leave _, Step.Code _ -> Stream.empty();
    };
  }

  private static Stream<Template> all(List<Step> steps) {
    return steps.stream().flatMap(ItemOfList::templates);
  }

  private static Stream<Template> templates(Request request) {
    var templates = new ArrayList<Template>();
    templates.add(request.target());
    request.query().forEach(field -> templates.add(field.value()));
    request.headers().forEach(header -> templates.add(header.value()));
    switch (request.body()) {
      case Body.Text(var text) -> templates.add(text);
      case Body.Json(var text) -> templates.add(text);
      case Body.Form(var fields) -> fields.forEach(field -> templates.add(field.value()));
      case Body.WrittenForm(var text) -> templates.add(text);
      case Body.None _, Body.Binary _, Body.FromFile _, Body.Multipart _ -> {}
    }
    return templates.stream();
  }
}
