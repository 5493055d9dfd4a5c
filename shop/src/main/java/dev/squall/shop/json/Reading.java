package dev.squall.shop.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;

/**
 * JSON that others wrote (RFC 8259): UTF-8 only, no name twice in an object, nothing behind the
 * value. What is refused is refused in our words: the library's name its classes and options.
 */
final class Reading {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .reader();

  private Reading() {}

  /**
   * The value that the bytes say, or {@link MissingNode} where they say none.
   *
   * @throws Refusal 400 saying where the text stops being JSON
   */
  static JsonNode tree(byte[] bytes) {
    var text = decoded(bytes);
    try (var parser = READER.createParser(text)) {
      return tree(parser, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory can always be read
    }
  }

  /** The tokens of a text that was read before. */
  static JsonParser parser(byte[] bytes) throws IOException {
    return READER.createParser(decoded(bytes));
  }

  private static JsonNode tree(JsonParser parser, String text) throws IOException {
    try {
      JsonNode node = READER.readTree(parser);
      if (parser.nextToken() != null) {
        throw refusal(parser.currentTokenLocation(), "something follows the end of the value");
      }
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonEOFException e) {
      throw refusal(parser.currentLocation(), "it ends too early");
    } catch (StreamConstraintsException e) {
      throw refusal(
          parser.currentLocation(),
          "at most %d levels, numbers of %d digits and names of %d characters are read"
              .formatted(
                  StreamReadConstraints.DEFAULT_MAX_DEPTH,
                  StreamReadConstraints.DEFAULT_MAX_NUM_LEN,
                  StreamReadConstraints.DEFAULT_MAX_NAME_LEN));
    } catch (MismatchedInputException e) {
      throw refusal(parser.currentLocation(), "an object has the same name twice");
    } catch (JsonProcessingException e) {
      var where = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      throw refusal(where, unexpected(text, (int) where.getCharOffset()));
    }
  }

  private static String decoded(byte[] bytes) {
    var text = CharBuffer.allocate(bytes.length);
    var result = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      var before = text.toString();
      var line = before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
      var column = before.length() - before.lastIndexOf('\n');
      throw refusal(line, column, "it is not UTF-8");
    }
    var isMarked = text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK;
    return isMarked ? text.subSequence(1, text.length()).toString() : text.toString();
  }

  private static String unexpected(String text, int offset) {
    if (offset < 0 || offset >= text.length()) {
      return "it ends too early";
    }
    var character = text.codePointAt(offset);
    return Character.isISOControl(character)
        ? "unexpected control character U+%04X".formatted(character)
        : "unexpected '%s'".formatted(Character.toString(character));
  }

  private static Refusal refusal(JsonLocation where, String what) {
    return refusal(where.getLineNr(), where.getColumnNr(), what);
  }

  private static Refusal refusal(long line, long column, String what) {
    return Refusal.badRequest(
        "the body is not JSON at line %d, column %d: %s".formatted(line, column, what));
  }
}
