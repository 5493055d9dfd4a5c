package dev.squall.httpx;

import dev.squall.scenario.Feed;
import dev.squall.scenario.Request;
import dev.squall.scenario.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code foreach term in terms} where {@code data terms = [a, b]}: each iteration goes through all
 * of the list, which so is one value instead of a row for each iteration.
 */
final class WholeList {
  private WholeList() {}

  /** Whether steps go through the list of this name. */
  static boolean isGoneThrough(String name, List<Step> steps) {
    return steps.stream().anyMatch(step -> isGoneThrough(name, step));
  }

  private static boolean isGoneThrough(String name, Step step) {
    return switch (step) {
      case Step.ForEach(_, var list, var inner) -> list.equals(name) || isGoneThrough(name, inner);
      case Step.Group(_, var inner) -> isGoneThrough(name, inner);
      case Step.Repeat(_, var inner) -> isGoneThrough(name, inner);
      case Step.When(_, var inner, var otherwise) ->
          isGoneThrough(name, inner) || isGoneThrough(name, otherwise);
      case Step.Choose(var ways) -> ways.stream().anyMatch(way -> isGoneThrough(name, way.steps()));
      case Step.Parallel(var inner) -> isGoneThrough(name, inner);
      case Step.Optionally(var inner) -> isGoneThrough(name, inner);
      case Request _, Step.Pause _, Step.Leave _, Step.Code _ -> false;
    };
  }

  /** One row that holds all of it, as a JSON array. */
  static Feed of(Feed.Source.Values list) {
    var array =
        list.values().stream()
            .map(value -> quoted(String.valueOf(value)))
            .collect(Collectors.joining(",", "[", "]"));
    return new Feed(new Feed.Source.Values(list.column(), List.of(array)));
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> escaped((char) c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      default -> c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
    };
  }
}
