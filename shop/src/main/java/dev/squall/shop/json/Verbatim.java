package dev.squall.shop.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that is handed back as it came: only the space between its tokens goes. Copied token by
 * token, so that no number loses a digit and no tree is built from what a stranger sent.
 */
public final class Verbatim {

  /** Levels; far below where common parsers give up, because an answer nests it one deeper. */
  public static final int DEEPEST = 500;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  // Both are copied as text, which costs no more than the body itself.
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          // Names that strangers send are not worth remembering.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // An escaped half of a surrogate pair has no UTF-8: it can only stay escaped.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private Verbatim() {}

  /**
   * The value that a text is, or null where it is none.
   *
   * @throws Refusal 400 when it nests deeper than {@link #DEEPEST} levels
   */
  public static @Nullable RawValue value(String text) {
    try (var in = JSON.createParser(text)) {
      if (in.nextToken() == null) {
        return null;
      }
      var value = copied(in);
      return in.nextToken() == null ? value : null;
    } catch (StreamConstraintsException e) {
      throw tooDeep();
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string can be read
    }
  }

  /**
   * The fields of an object in their order, the last of each name.
   *
   * @throws Refusal 400 when the body is no JSON object, or nests deeper than {@link #DEEPEST}
   */
  public static Map<String, RawValue> fields(byte[] body) {
    try (var in = JSON.createParser(body)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        var fields = new LinkedHashMap<String, RawValue>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          var name = in.currentName();
          in.nextToken();
          fields.put(name, copied(in));
        }
        if (in.nextToken() == null) {
          return fields;
        }
      }
    } catch (StreamConstraintsException e) {
      throw tooDeep();
    } catch (IOException e) {
      // Said below, with the place.
    }
    var _ = Json.readObject(body);
    throw Refusal.badRequest("the body is no JSON object");
  }

  /** The value that begins at the present token; afterwards its last token is the present one. */
  private static RawValue copied(JsonParser in) throws IOException {
    var out = new StringWriter();
    try (var generator = JSON.createGenerator(out)) {
      var depth = 0;
      do {
        copyToken(in, generator);
        depth += in.currentToken().isStructStart() ? 1 : in.currentToken().isStructEnd() ? -1 : 0;
      } while (depth > 0 && in.nextToken() != null);
    }
    return new RawValue(out.toString());
  }

  private static void copyToken(JsonParser in, JsonGenerator out) throws IOException {
    if (in.currentToken().isNumeric()) {
      out.writeNumber(in.getText());
    } else {
      out.copyCurrentEvent(in);
    }
  }

  private static Refusal tooDeep() {
    return Refusal.badRequest("the body is JSON nested deeper than " + DEEPEST + " levels");
  }
}
