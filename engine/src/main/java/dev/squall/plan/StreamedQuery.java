package dev.squall.plan;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A definite path, read without building the document. */
record StreamedQuery(List<Step> steps) implements JsonQuery {

  /** One step down; each knows what to say when there is nothing there. */
  sealed interface Step {
    Missing missing();
  }

  record Key(String name, Missing missing) implements Step {}

  record Index(int index, Missing missing) implements Step {}

  @Override
  public Found read(byte[] body, int from, int to) {
    try {
      return JsonText.document(
          body, from, to, parser -> StreamedPass.through(parser, List.of(this)).getFirst());
    } catch (IOException e) {
      return JsonText.notJson(e);
    }
  }

  /** What lies at the rest of this path, from a depth on, in a tree of {@link JsonText#tree}. */
  Found in(@Nullable Object tree, int depth) {
    @Nullable Object at = tree;
    for (var step : steps.subList(depth, steps.size())) {
      switch (step) {
        case Key(var name, var missing) -> {
          if (!(at instanceof Map<?, ?> map) || !map.containsKey(name)) {
            return missing;
          }
          at = map.get(name);
        }
        case Index(var index, var missing) -> {
          if (!(at instanceof List<?> list) || index >= list.size()) {
            return missing;
          }
          at = list.get(index);
        }
      }
    }
    return JsonText.one(at);
  }
}
