package dev.squall.shop.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Where the values of a JSON text stand, each by its name where it has one. */
final class Places implements Comparator<JsonPointer> {

  private final Map<JsonPointer, JsonLocation> places = new HashMap<>();

  private Places() {}

  static Places of(byte[] text) {
    var all = new Places();
    try (var parser = Reading.parser(text)) {
      while (parser.nextToken() != null) {
        // The first token is the name; what comes after must not move it.
        all.places.putIfAbsent(
            parser.getParsingContext().pathAsPointer(), parser.currentTokenLocation());
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Line and column of a value, or of what should have it where it is missing. */
  String words(JsonPointer pointer) {
    var place = of(pointer);
    return "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }

  @Override
  public int compare(JsonPointer one, JsonPointer other) {
    return Long.compare(of(one).getCharOffset(), of(other).getCharOffset());
  }

  private JsonLocation of(JsonPointer pointer) {
    for (var at = pointer; at != null; at = at.head()) {
      var place = places.get(at);
      if (place != null) {
        return place;
      }
    }
    return JsonLocation.NA;
  }
}
