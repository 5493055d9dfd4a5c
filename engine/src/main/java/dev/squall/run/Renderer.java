package dev.squall.run;

import dev.squall.http.RenderedRequest;
import dev.squall.plan.PlannedRequest;
import dev.squall.plan.Segment;
import dev.squall.plan.Segments;
import dev.squall.problem.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fills one user's buffer with a request. The body is rendered first, behind room for the head,
 * because the head names its length; the head then ends where the body begins.
 */
final class Renderer {
  private static final byte[] NOTHING = {};

  private final Session session;
  private final RenderedRequest request = new RenderedRequest();
  private byte[] buffer = NOTHING;
  private int at;
  private int bodyLength;
  private int lastFrom;
  private int lastLength;
  private @Nullable ScriptFault fault;

  Renderer(Session session) {
    this.session = session;
  }

  /** What went wrong at the last {@link #render}. */
  @Nullable ScriptFault fault() {
    return fault;
  }

  /**
   * The request as it goes onto the wire, valid until the next call; nothing when there is a {@link
   * #fault}.
   */
  @Nullable RenderedRequest render(PlannedRequest planned) {
    fault = null;
    at = 0;
    append(planned.body());
    bodyLength = at;
    append(planned.head());
    if (fault != null) {
      return null;
    }
    // Body first, head second in the buffer: a turn of the two halves puts them in the order of the
    // wire.
    int headLength = at - bodyLength;
    room(bodyLength);
    System.arraycopy(buffer, 0, buffer, at, bodyLength);
    lastFrom = bodyLength;
    lastLength = headLength + bodyLength;
    return request
        .bytes(buffer, lastFrom, lastLength)
        .facts(planned.isHead(), planned.isIdempotent(), planned.asksClose());
  }

  /** A template on its own as text; nothing when there is a {@link #fault}. */
  @Nullable String text(Segments segments) {
    fault = null;
    at = 0;
    append(segments);
    return fault == null ? new String(buffer, 0, at, StandardCharsets.UTF_8) : null;
  }

  /** The last rendered request as text. */
  String lastText() {
    return new String(buffer, lastFrom, lastLength, StandardCharsets.UTF_8);
  }

  private void append(Segments segments) {
    for (int i = 0; i < segments.size(); i++) {
      switch (segments.at(i)) {
        case Segment.Literal literal -> append(literal.bytes());
        case Segment.Variable variable -> append(variable);
        case Segment.BuiltIn builtIn ->
            value(session.value(builtIn), builtIn.escape(), builtIn.variable().word());
        case Segment.BodyLength() ->
            append(Integer.toString(bodyLength).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  private void append(Segment.Variable variable) {
    var value = session.value(variable);
    if (value == null) {
      var hint =
          Nearest.to(variable.name(), session.known()).map(name -> "; known is " + name).orElse("");
      fail("unknown_variable", "no value for ${" + variable.name() + "}" + hint);
    } else {
      value(value, variable.escape(), variable.name());
    }
  }

  private void value(String value, Segment.Escape escape, String name) {
    var escaped = Escaping.of(value, escape);
    if (escaped == null) {
      fail("unsafe_value", "the value of ${" + name + "} would break out of the request's head");
    } else {
      append(escaped.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void fail(String kind, String message) {
    if (fault == null) {
      fault = new ScriptFault(kind, message);
    }
  }

  private void append(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    at += bytes.length;
  }

  private void room(int bytes) {
    if (buffer.length - at < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(512, Math.max(buffer.length * 2, at + bytes)));
    }
  }
}
