package dev.squall.http;

import java.nio.charset.StandardCharsets;

/**
 * Requests to one server as a plain HTTP proxy wants them: with the whole URL on the request line
 * (RFC 9112 §3.2.2). One per connection; its buffer is used again. A proxy takes the host from that
 * URL, not from the Host header.
 */
final class ProxiedRequest {
  private static final byte[] PROXY_AUTHORIZATION = Octets.ascii("proxy-authorization");

  private final RequestHead head = new RequestHead();
  private final HeadWriter out = new HeadWriter();
  private final RenderedRequest proxied = new RenderedRequest();
  private final byte[] server;
  private final byte[] authorization; // a line, or nothing

  /** For one server behind one proxy, whose authorization replaces one in the request. */
  ProxiedRequest(Endpoint endpoint, HttpProxy proxy) {
    var scheme = endpoint.secure() ? "https://" : "http://";
    server = (scheme + Authority.of(endpoint)).getBytes(StandardCharsets.UTF_8);
    authorization = authorizationLine(proxy).getBytes(StandardCharsets.UTF_8);
  }

  /** The request for the proxy, valid until the next call. */
  RenderedRequest of(RenderedRequest request) {
    out.begin();
    head.begin(request);
    head.copyMethod(out);
    out.append(" ");
    writeTarget(request.bytes());
    while (head.nextField()) {
      if (authorization.length == 0 || !head.isNamed(PROXY_AUTHORIZATION)) {
        head.copyLine(out);
      }
    }
    out.append(authorization).endLine();
    head.copyBody(out);
    return out.into(proxied)
        .body(request.body(), request.bodyOffset(), request.bodyLength())
        .expectsContinue(request.expectsContinue())
        .facts(request.isHead(), request.isIdempotent(), request.asksClose());
  }

  private void writeTarget(byte[] bytes) {
    int from = head.targetFrom();
    int to = head.targetTo();
    boolean asterisk = to - from == 1 && bytes[from] == '*'; // RFC 9112 §3.2.4: no path at all
    boolean path = from < to && bytes[from] == '/';
    if (asterisk) {
      out.append(server).append(bytes, to, head.lineTo());
    } else if (path) {
      out.append(server).append(bytes, from, head.lineTo());
    } else { // the whole URL already
      out.append(bytes, from, head.lineTo());
    }
    out.endLine();
  }

  /**
   * The request that asks a proxy for a tunnel (RFC 9110 §9.3.6). Its answer has no body if it is a
   * 2xx, whatever its head says.
   */
  static RenderedRequest connect(Endpoint endpoint, HttpProxy proxy) {
    var text =
        "CONNECT %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
            .formatted(endpoint, endpoint, authorizationLine(proxy));
    return RenderedRequest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String authorizationLine(HttpProxy proxy) {
    return proxy.authorization().map(value -> "Proxy-Authorization: " + value + "\r\n").orElse("");
  }
}
