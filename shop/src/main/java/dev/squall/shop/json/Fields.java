package dev.squall.shop.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a JSON body. Reading a missing or mistyped one notes what is wrong and goes on with
 * a stand-in, so that {@link #check} can name everything at once.
 */
public final class Fields {

  private final JsonNode node;
  private final String path;
  private final List<String> wrong;

  private Fields(JsonNode node, String path, List<String> wrong) {
    this.node = node;
    this.path = path;
    this.wrong = wrong;
  }

  /**
   * The fields of a body.
   *
   * @throws Refusal 400 when the body is no JSON object
   */
  public static Fields of(byte[] body) {
    return new Fields(Json.readObject(body), "", new ArrayList<>());
  }

  /** A string that is not blank. */
  public String text(String name) {
    var value = node.path(name);
    if (!value.isTextual()) {
      note(name, value, "must be a string");
    } else if (value.textValue().isBlank()) {
      note(name, value, "must not be blank");
    } else if (!isUnicode(value.textValue())) {
      note(name, value, "must not hold half a surrogate pair");
    } else {
      return value.textValue();
    }
    return "";
  }

  /** The same, where it may be absent. */
  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A whole number. */
  public int integer(String name) {
    var value = node.path(name);
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return value.intValue();
    }
    note(
        name,
        value,
        value.isIntegralNumber()
            ? "must be between %d and %d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE)
            : "must be a whole number");
    return 0;
  }

  /** The fields of an object within. */
  public Fields object(String name) {
    var value = node.path(name);
    if (value instanceof ObjectNode) {
      return new Fields(value, path + name + ".", wrong);
    }
    note(name, value, "must be an object");
    // Its own fields would only repeat the same mistake.
    return new Fields(MissingNode.getInstance(), path, new ArrayList<>());
  }

  /** Whether there is something by that name, and not null. */
  public boolean has(String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  /** Notes a present field that does not hold, unless something is noted of it already. */
  public void require(boolean holds, String name, String otherwise) {
    if (!holds && has(name) && wrong.stream().noneMatch(w -> w.startsWith(path + name + " "))) {
      wrong.add(path + name + " " + otherwise);
    }
  }

  /** Notes every field that is not among the known ones. */
  public void allowOnly(Set<String> known) {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            wrong.add(path + name + " is unknown");
          }
        });
  }

  /**
   * Goes on only where nothing was noted.
   *
   * @throws Refusal 400 naming every missing, mistyped or malformed field read so far
   */
  public void check() {
    if (!wrong.isEmpty()) {
      throw Refusal.badRequest(String.join("; ", wrong));
    }
  }

  /** JSON may escape half a surrogate pair (RFC 8259 §8.2), but no UTF-8 can say it again. */
  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private void note(String name, JsonNode value, String rule) {
    wrong.add(path + name + (value.isMissingNode() || value.isNull() ? " is missing" : " " + rule));
  }
}
