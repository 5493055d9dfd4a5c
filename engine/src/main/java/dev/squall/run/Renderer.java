package dev.squall.run;

import dev.squall.http.BasicCredentials;
import dev.squall.http.RenderedRequest;
import dev.squall.http.RequestText;
import dev.squall.plan.PlannedRequest;
import dev.squall.plan.Segment;
import dev.squall.plan.Segments;
import dev.squall.problem.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills one user's buffer with a request. The body is rendered first, behind room for the head,
 * because the head names its length; the head then ends where the body begins. A large constant
 * body is not rendered at all: all users hand the wire the same bytes.
 */
final class Renderer {
  private static final byte[] NOTHING = {};
  private static final byte[] COOKIE = "Cookie: ".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.ISO_8859_1);

  /** No request is longer, in bytes; values that make one so are a mistake of the script. */
  private static final int LONGEST = Integer.MAX_VALUE - 1024;

  /** What a user holds on to between requests, and what a person reads of a body. */
  private static final int LARGE = 256 << 10;

  private static final Pattern BASIC =
      Pattern.compile("(?im)^((?:proxy-)?authorization: *basic ).*$");

  private final Session session;
  private final RenderedRequest request = new RenderedRequest();
  private CookieSource cookies = CookieSource.NONE;
  private @Nullable Log log;
  private int target;
  private byte[] buffer = NOTHING;
  private int at;
  private int headFrom;
  private int bodyLength;
  private int headLength;
  private byte[] body = NOTHING;
  private int bodyFrom;
  private @Nullable ScriptFault fault;

  Renderer(Session session) {
    this.session = session;
  }

  /** From now on requests carry what this says. */
  void cookies(CookieSource source) {
    cookies = source;
  }

  /** From now on values that are put in are told there, if there is one. */
  void log(@Nullable Log steps) {
    log = steps;
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
    if (buffer.length > LARGE) {
      buffer = NOTHING;
    }
    fault = null;
    at = 0;
    headLength = 0;
    target = planned.target();
    boolean shared = planned.body().isConstant() && planned.keepsApart(constantLength(planned));
    if (!shared) {
      append(planned.body());
    }
    bodyLength = shared ? constantLength(planned) : at;
    headFrom = at;
    append(planned.head());
    if (fault != null) {
      return null;
    }
    headLength = at - headFrom;
    body = shared ? planned.body().constantBytes() : buffer;
    bodyFrom = 0;
    if (planned.keepsApart(bodyLength)) {
      request.bytes(buffer, headFrom, headLength).body(body, bodyFrom, bodyLength);
    } else {
      // Body first, head second in the buffer: a turn of the two halves puts them in the order of
      // the wire.
      room(bodyLength);
      System.arraycopy(buffer, 0, buffer, at, bodyLength);
      body = buffer;
      bodyFrom = at;
      request.bytes(buffer, headFrom, headLength + bodyLength);
    }
    return request
        .expectsContinue(planned.terms().expectsContinue())
        .facts(planned.isHead(), planned.isIdempotent(), planned.asksClose());
  }

  private static int constantLength(PlannedRequest planned) {
    return planned.body().constantBytes().length;
  }

  /** As if nothing had been rendered so far. */
  void forget() {
    fault = null;
    headLength = 0;
  }

  /** Whether the last {@link #render} came to a request. */
  boolean hasRequest() {
    return headLength > 0;
  }

  /** Path and query of the last rendered request. */
  String lastTarget() {
    return request.target();
  }

  /** A template on its own as text; nothing when there is a {@link #fault}. */
  @Nullable String text(Segments segments) {
    fault = null;
    at = 0;
    append(segments);
    return fault == null ? new String(buffer, 0, at, StandardCharsets.UTF_8) : null;
  }

  /** The last rendered request as text, without passwords of basic authentication. */
  String lastText() {
    var head = new String(buffer, headFrom, headLength, StandardCharsets.UTF_8);
    int shown = Math.min(bodyLength, LARGE);
    return BASIC.matcher(head).replaceAll("$1…")
        + new String(body, bodyFrom, shown, StandardCharsets.UTF_8)
        + (shown < bodyLength ? "… (" + bodyLength + " bytes in all)" : "");
  }

  private void append(Segments segments) {
    for (int i = 0; i < segments.size(); i++) {
      switch (segments.at(i)) {
        case Segment.Literal literal -> append(literal.bytes());
        case Segment.Variable variable -> append(variable);
        case Segment.BuiltIn builtIn ->
            value(session.value(builtIn), builtIn.escape(), builtIn.variable().word());
        case Segment.Random random -> value(session.value(random), random.escape(), "random");
        case Segment.Pick pick -> value(session.value(pick), pick.escape(), "pick");
        case Segment.Environment(var name, var value, var escape) ->
            value(value, escape, "env." + name);
        case Segment.Given(var name, var value, var escape) -> {
          var instead = session.instead(name);
          value(instead == null ? aside(value) : instead, escape, name);
        }
        case Segment.BodyLength() -> append(latin(Integer.toString(bodyLength)));
        case Segment.QueryStart() -> append(latin(hasQuery() ? "&" : "?"));
        case Segment.Basic(var user, var password) -> credentials(user, password);
        case Segment.Cookies(var explicit) -> cookies(explicit);
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
    if (log != null) {
      log.substituted(session, name, value);
    }
    var escaped = Escaping.of(value, escape);
    if (escaped == null) {
      fail("unsafe_value", "the value of ${" + name + "} would break out of the request's head");
    } else {
      append(escaped.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Whether the request line, as far as it stands, has a question mark. */
  private boolean hasQuery() {
    for (int i = headFrom; i < at; i++) {
      if (buffer[i] == '?') {
        return true;
      }
    }
    return false;
  }

  private void credentials(Segments user, Segments password) {
    var name = aside(user);
    if (name.indexOf(':') >= 0) {
      fail("unsafe_value", "the user of .basic holds a colon, which ends it");
    }
    append(latin(BasicCredentials.encoded(name, aside(password))));
  }

  /** Rendered behind what stands so far, and taken away again. */
  private String aside(Segments segments) {
    int from = at;
    append(segments);
    var text = new String(buffer, from, at - from, StandardCharsets.UTF_8);
    at = from;
    return text;
  }

  private void cookies(Segments explicit) {
    if (fault != null) {
      return;
    }
    if (!cookies.isEmpty()) {
      var value = cookies.header(target, path(), aside(explicit));
      if (value != null) {
        cookieLine(value);
      }
    } else if (explicit.size() > 0) {
      append(COOKIE);
      append(explicit);
      append(LINE_END);
    }
  }

  private void cookieLine(String value) {
    if (!RequestText.isSafeHeaderValue(value)) {
      fail("unsafe_value", "a cookie would break out of the request's head");
    } else {
      append(COOKIE);
      append(value.getBytes(StandardCharsets.UTF_8));
      append(LINE_END);
    }
  }

  /** Between the method and the query or the next blank. */
  private String path() {
    int from = headFrom;
    while (buffer[from] != ' ') {
      from++;
    }
    int to = from + 1;
    while (buffer[to] != ' ' && buffer[to] != '?') {
      to++;
    }
    return new String(buffer, from + 1, to - from - 1, StandardCharsets.UTF_8);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void fail(String kind, String message) {
    if (fault == null) {
      fault = new ScriptFault(kind, message);
    }
  }

  private void append(byte[] bytes) {
    if (bytes.length > LONGEST - at) {
      fail("unsafe_value", "the values of its variables make the request longer than 2 GiB");
      return;
    }
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    at += bytes.length;
  }

  private void room(int bytes) {
    if (buffer.length - at < bytes) {
      long wanted = Math.max(512, Math.max(buffer.length * 2L, (long) at + bytes));
      buffer = Arrays.copyOf(buffer, (int) Math.min(LONGEST, wanted));
    }
  }
}
