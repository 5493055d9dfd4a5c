package dev.squall.shop.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields of a JSON body. Reading a missing or mistyped one notes what is wrong and goes on with
 * a stand-in, so that {@link #check} can name everything at once.
 */
public final class Fields {

  private final JsonNode node;
  private final String path;
  private final JsonPointer pointer;
  private final List<Wrong> wrong;

  private Fields(JsonNode node, String path, JsonPointer pointer, List<Wrong> wrong) {
    this.node = node;
    this.path = path;
    this.pointer = pointer;
    this.wrong = wrong;
  }

  /**
   * The fields of a body.
   *
   * @throws Refusal 400 when the body is no JSON object
   */
  public static Fields of(byte[] body) {
    return new Fields(Json.readObject(body), "", JsonPointer.empty(), new ArrayList<>());
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
      return new Fields(value, path + name + ".", pointer.appendProperty(name), wrong);
    }
    note(name, value, "must be an object");
    // Its own fields would only repeat the same mistake.
    return new Fields(MissingNode.getInstance(), path, pointer, new ArrayList<>());
  }

  /** Whether there is something by that name, and not null. */
  public boolean has(String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  /** Whether it is there, as null. */
  public boolean isNull(String name) {
    return node.path(name).isNull();
  }

  /** The names of all that are there, in their order. */
  public List<String> names() {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Notes a present field that does not hold, unless something is noted of it already. */
  public void require(boolean holds, String name, String otherwise) {
    if (!holds && has(name)) {
      note(name, " " + otherwise);
    }
  }

  /** Notes why a field is refused, unless something is noted of it already. */
  public void refuse(String name, String why) {
    note(name, ": " + why);
  }

  /** Notes every field that is not among the known ones. */
  public void allowOnly(Set<String> known) {
    for (var name : names()) {
      if (!known.contains(name)) {
        note(name, " is unknown");
      }
    }
  }

  /**
   * Goes on only where nothing was noted.
   *
   * @throws Refusal 400 naming every missing, mistyped or malformed field read so far
   */
  public void check() {
    if (!wrong.isEmpty()) {
      throw Refusal.badRequest(wrong.stream().map(Wrong::text).collect(Collectors.joining("; ")));
    }
  }

  /** Everything noted so far in the order of the text that was read, each with its place there. */
  public List<String> wrongIn(byte[] text) {
    var places = Places.of(text);
    return wrong.stream()
        .sorted(Comparator.comparing(Wrong::at, places))
        .map(w -> places.words(w.at()) + ": " + w.text())
        .toList();
  }

  /** JSON may escape half a surrogate pair (RFC 8259 §8.2), but no UTF-8 can say it again. */
  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private void note(String name, JsonNode value, String rule) {
    note(name, value.isMissingNode() || value.isNull() ? " is missing" : " " + rule);
  }

  private void note(String name, String what) {
    var at = pointer.appendProperty(name);
    if (wrong.stream().noneMatch(w -> w.at().equals(at))) {
      wrong.add(new Wrong(at, path + name + what));
    }
  }

  private record Wrong(JsonPointer at, String text) {}
}
