package dev.squall.shell.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a JSONPath selected in an answer, as JSON, its secrets masked. */
public final class Selected {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern LAST_NAME =
      Pattern.compile("([\\w-]+)['\"]?\\]?(?:\\[[^\\]]*\\])*$");

  private Selected() {}

  /**
   * A text is shown as it is, everything else as JSON with nothing folded.
   *
   * @param value texts, numbers, truths, lists and maps
   * @param path where it is: what it ends in may name a secret
   */
  public static String of(Object value, String path, View view) {
    var masks = new Masks(view.reveals());
    var name = LAST_NAME.matcher(path);
    if (name.find() && masks.isSecret(name.group(1))) {
      return Masks.HIDDEN + "  (%reveal shows a secret that was extracted)";
    }
    if (value instanceof String text) {
      return masks.text(text);
    }
    var json = JsonReader.read(written(value)).orElseThrow();
    return JsonLines.of(json, view.columns(), Integer.MAX_VALUE - 1, Fold.NONE, masks)
        .orElseThrow()
        .stream()
        .map(line -> line.text(view.colour()))
        .collect(Collectors.joining("\n"));
  }

  private static String written(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
