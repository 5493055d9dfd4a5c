package dev.squall.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes the request that follows a redirect: the last one, changed as RFC 9110 §15.4 says. One per
 * user; its buffers are used again. It works on the last request, so that what a hop has dropped
 * stays dropped in the hops behind it.
 */
public final class NextRequest {
  private static final byte[] HOST = Octets.ascii("host");
  private static final byte[] COOKIE = Octets.ascii("cookie");
  private static final byte[] AUTHORIZATION = Octets.ascii("authorization");
  private static final byte[] PROXY_AUTHORIZATION = Octets.ascii("proxy-authorization");

  // All that describes a body that is no longer there: Content-Length, -Type, -Encoding, -Language,
  // -Location, -Digest and whatever else may come.
  private static final byte[] CONTENT = Octets.ascii("content-");
  private static final byte[][] OF_A_BODY = {
    Octets.ascii("transfer-encoding"),
    Octets.ascii("trailer"),
    Octets.ascii("expect"),
    Octets.ascii("digest"),
    Octets.ascii("repr-digest"),
    Octets.ascii("last-modified")
  };

  private final RequestHead head = new RequestHead();
  private final RenderedRequest next = new RenderedRequest();
  private HeadWriter out = new HeadWriter();
  private HeadWriter spare = new HeadWriter();

  /** One for one user. */
  public NextRequest() {}

  /**
   * The value of the Cookie header that the request carries, several joined into one; null if it
   * carries none. Asked of the request as the user wrote it, before the first hop, this is what has
   * to be merged into each hop's cookies for as long as the origin stays the same, and not again
   * once it was left.
   */
  public static @Nullable String explicitCookies(RenderedRequest request) {
    var head = new RequestHead();
    head.begin(request);
    StringBuilder cookies = null;
    while (head.nextField()) {
      if (head.isNamed(COOKIE)) {
        int from = head.valueFrom();
        var value =
            new String(request.bytes(), from, head.lineTo() - from, StandardCharsets.UTF_8).strip();
        cookies = cookies == null ? new StringBuilder() : cookies.append("; ");
        cookies.append(value);
      }
    }
    return cookies == null ? null : cookies.toString();
  }

  /**
   * The request of the next hop. All header fields stay, in their order, but these:
   *
   * <ul>
   *   <li>Cookie is replaced by {@code cookies}, whatever the origin;
   *   <li>where the origin changes, Host is replaced, and Authorization and Proxy-Authorization go;
   *   <li>where the method becomes GET, the body goes, and with it each field that describes it,
   *       Transfer-Encoding, Trailer and Expect.
   * </ul>
   *
   * @param last the request that was redirected; it may be what the last call returned
   * @param from whom it was sent to
   * @param to where the answer redirects
   * @param cookies the value of the new Cookie header; null for none; one with a line end or
   *     another control character is left out
   * @return valid until the next call has returned, so that it can be the {@code last} of that
   */
  public RenderedRequest follow(
      RenderedRequest last, Endpoint from, Redirect.To to, @Nullable String cookies) {
    // All of it before anything is written: it may be the same object.
    byte[] body = last.body();
    int bodyFrom = last.bodyOffset();
    int bodyLength = last.bodyLength();
    boolean waits = last.expectsContinue();
    if (out.holds(last.bytes())) {
      var unread = out;
      out = spare;
      spare = unread;
    }
    boolean leaves = !to.isSameOrigin(from);
    out.begin();
    head.begin(last);
    if (to.asGet()) {
      out.append("GET");
    } else {
      head.copyMethod(out);
    }
    out.append(" ").append(to.target()).append(" HTTP/1.1").endLine();
    copyFields(to, leaves);
    if (cookies != null && RequestText.isSafeHeaderValue(cookies)) {
      out.append("Cookie: ").append(cookies).endLine();
    }
    out.endLine();
    if (to.asGet()) {
      return out.into(next).facts(false, true, last.asksClose());
    }
    head.copyBody(out);
    return out.into(next)
        .body(body, bodyFrom, bodyLength)
        .expectsContinue(waits)
        .facts(last.isHead(), last.isIdempotent(), last.asksClose());
  }

  private void copyFields(Redirect.To to, boolean leaves) {
    boolean hostWritten = !leaves;
    while (head.nextField()) {
      if (leaves && head.isNamed(HOST)) {
        if (!hostWritten) {
          writeHost(to.endpoint());
        }
        hostWritten = true;
      } else if (!isDropped(to.asGet(), leaves)) {
        head.copyLine(out);
      }
    }
    if (!hostWritten) {
      writeHost(to.endpoint());
    }
  }

  private void writeHost(Endpoint endpoint) {
    out.append("Host: ").append(Authority.of(endpoint)).endLine();
  }

  private boolean isDropped(boolean asGet, boolean leaves) {
    return head.isNamed(COOKIE)
        || (leaves && (head.isNamed(AUTHORIZATION) || head.isNamed(PROXY_AUTHORIZATION)))
        || (asGet && isOfABody());
  }

  private boolean isOfABody() {
    for (var name : OF_A_BODY) {
      if (head.isNamed(name)) {
        return true;
      }
    }
    return head.isNamedLike(CONTENT);
  }
}
