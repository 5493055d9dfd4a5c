package dev.squall.plan;

import dev.squall.scenario.Body;
import dev.squall.scenario.ContentTypes;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The text of a multipart body (RFC 7578). Its boundary comes from its constant content alone and
 * does not occur there; what a variable brings is not searched for it.
 */
final class MultipartText {

  /** A part: its header and its content. */
  private record Part(String header, Segments content) {}

  private final List<Part> parts = new ArrayList<>();

  /** A text part without a content type is text in UTF-8. */
  void text(String name, Optional<String> type, Segments value) {
    var header = disposition(name) + type.map(MultipartText::contentType).orElse("");
    parts.add(new Part(header, value));
  }

  void file(Body.FilePart part, Segments content) {
    var name = part.sentAs().orElseGet(() -> new File(part.path()).getName());
    var header =
        disposition(part.name())
            + "; filename=\""
            + quoted(name)
            + "\""
            + contentType(part.type().orElseGet(() -> ContentTypes.of(part.path())));
    parts.add(new Part(header, content));
  }

  private static String contentType(String type) {
    return "\r\nContent-Type: " + type;
  }

  private static String disposition(String name) {
    return "Content-Disposition: form-data; name=\"" + quoted(name) + "\"";
  }

  /** As browsers do it (WHATWG HTML, multipart/form-data encoding). */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** What stands between the parts; at most 70 characters (RFC 2046 §5.1.1). */
  String boundary() {
    var sum = new CRC32C();
    for (var part : parts) {
      sum.update(part.header.getBytes(StandardCharsets.UTF_8));
      literals(part.content).forEach(sum::update);
    }
    return boundary(
        sum.getValue(), parts.stream().flatMap(part -> literals(part.content).stream()).toList());
  }

  /** The first that no content holds. */
  static String boundary(long sum, List<byte[]> contents) {
    for (int turn = 0; ; turn++) {
      var boundary = "squall-%08x-%d".formatted(sum, turn);
      var sought = boundary.getBytes(StandardCharsets.US_ASCII);
      if (contents.stream().noneMatch(content -> holds(content, sought))) {
        return boundary;
      }
    }
  }

  private static boolean holds(byte[] bytes, byte[] sought) {
    for (int i = 0; i <= bytes.length - sought.length; i++) {
      int at = 0;
      while (at < sought.length && bytes[i + at] == sought[at]) {
        at++;
      }
      if (at == sought.length) {
        return true;
      }
    }
    return false;
  }

  private static List<byte[]> literals(Segments segments) {
    var literals = new ArrayList<byte[]>();
    for (int i = 0; i < segments.size(); i++) {
      if (segments.at(i) instanceof Segment.Literal literal) {
        literals.add(literal.bytes());
      }
    }
    return literals;
  }

  /** The whole body. */
  Segments body(String boundary) {
    var to = new SegmentsBuilder();
    for (var part : parts) {
      to.text("--" + boundary + "\r\n" + part.header + "\r\n\r\n").all(part.content).text("\r\n");
    }
    return to.text("--" + boundary + "--\r\n").build();
  }
}
