package dev.squall.shell.reply;

import dev.squall.sheet.Display;
import dev.squall.sheet.Numbers;
import dev.squall.shell.reply.JsonReader.Reading;
import dev.squall.stats.Trace.TracedStep;
import java.util.regex.Pattern;

/** What a body is, by its type and by its looks. */
sealed interface BodyKind {

  record Empty() implements BodyKind {}

  record Binary() implements BodyKind {}

  record Document(Json json) implements BodyKind {}

  record Markup(boolean isXml) implements BodyKind {}

  /** It says that it is JSON. */
  record Broken(String why) implements BodyKind {}

  record Plain() implements BodyKind {}

  /** How much of a body is looked at to see whether it is text, in characters. */
  int LOOKED_AT = 1000;

  /** One character in so many may be in another coding than UTF-8. */
  int ONE_IN = 10;

  Pattern OF_BYTES =
      Pattern.compile(
          "(?:image|audio|video|font)/(?!svg).*|application/(?:octet-stream|pdf|zip|gzip|zstd"
              + "|x-tar|x-7z.*|x-protobuf|protobuf|grpc.*|wasm|msgpack|cbor|vnd\\.ms-.*"
              + "|vnd\\.openxmlformats.*)");
  Pattern MARKUP = Pattern.compile("(?i)\\s*+(?:<\\?xml|<!doctype|<[a-z][\\w:.-]*[\\s/>]).*");

  static BodyKind of(TracedStep step) {
    var body = step.body();
    var type = Headers.mediaType(step);
    if (body.isEmpty()) {
      return new Empty();
    }
    boolean saysJson = Headers.saysJson(type);
    if (saysJson || JsonReader.looksLike(body)) {
      switch (JsonReader.reading(body)) {
        case Reading.Document(var json) -> {
          return new Document(json);
        }
        case Reading.Refused(var why) -> {
          if (saysJson) {
            return new Broken(why);
          }
        }
      }
    }
    if (OF_BYTES.matcher(type).matches() || isBinary(body)) {
      return new Binary();
    }
    boolean isXml = type.endsWith("/xml") || type.endsWith("+xml");
    var start = body.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    boolean isMarkup =
        isXml || type.equals("text/html") || (type.isEmpty() && MARKUP.matcher(start).matches());
    return isMarkup ? new Markup(isXml || start.stripLeading().startsWith("<?xml")) : new Plain();
  }

  private static boolean isBinary(String body) {
    var start = body.codePoints().limit(LOOKED_AT).toArray();
    int strange = 0;
    for (int c : start) {
      if (c == 0) {
        return true;
      }
      strange += c == 0xfffd || (c < ' ' && "\r\n\t\f\u001b".indexOf(c) < 0) ? 1 : 0;
    }
    return strange * ONE_IN > start.length;
  }

  /** In words, of a body that is no text: {@code binary · image/png · 8.1 kB}. */
  static String size(TracedStep step) {
    var type = Headers.mediaType(step);
    var length = Headers.first(step, "Content-Length").filter(text -> text.matches("\\d{1,18}"));
    return "binary"
        + (type.isEmpty() ? "" : " · " + Display.printable(type))
        + length.map(text -> " · " + Numbers.bytes(Long.parseLong(text))).orElse("");
  }
}
