package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A request and the ways to spoil it. One character is one byte, so that nothing is left out. */
record HostileRequest(
    String method, String target, String version, List<String> headers, String body, String end) {

  static HostileRequest of(String method, String target, String body) {
    var headers = new ArrayList<>(List.of("Host: shop"));
    if (!body.isEmpty()) {
      headers.add("Content-Length: #");
    }
    return new HostileRequest(method, target, "HTTP/1.1", headers, body, "\r\n");
  }

  byte[] bytes() {
    var text = new StringBuilder(method + " " + target);
    text.append(version.isEmpty() ? "" : " ").append(version).append(end);
    for (var header : headers) {
      // Counted last: a body may have been spoilt since.
      text.append(header.replace("#", "" + body.length())).append(end);
    }
    return text.append(end).append(body).toString().getBytes(ISO_8859_1);
  }

  HostileRequest method(String other) {
    return new HostileRequest(other, target, version, headers, body, end);
  }

  HostileRequest target(String other) {
    return new HostileRequest(method, other, version, headers, body, end);
  }

  HostileRequest version(String other) {
    return new HostileRequest(method, target, other, headers, body, end);
  }

  HostileRequest end(String other) {
    return new HostileRequest(method, target, version, headers, body, other);
  }

  HostileRequest with(String... more) {
    var all = new ArrayList<>(headers);
    all.addAll(List.of(more));
    return new HostileRequest(method, target, version, all, body, end);
  }

  HostileRequest without(String start) {
    var fewer = headers.stream().filter(h -> !h.startsWith(start)).toList();
    return new HostileRequest(method, target, version, fewer, body, end);
  }

  /** Framed by its length. */
  HostileRequest body(String other) {
    return new HostileRequest(method, target, version, headers, other, end)
        .without("Content-Length")
        .with("Content-Length: #");
  }

  /** Framed as chunks, or what claims to be chunks. */
  HostileRequest chunks(String other) {
    return new HostileRequest(method, target, version, headers, other, end)
        .without("Content-Length")
        .with("Transfer-Encoding: chunked");
  }

  /** Every way to spoil a request once. */
  static List<UnaryOperator<HostileRequest>> ways(Random random) {
    return Stream.of(methods(), targets(), versions(), fields(), framings(), bodies(random))
        .flatMap(way -> way)
        .toList();
  }

  private static Stream<UnaryOperator<HostileRequest>> methods() {
    return Stream.of(
            "TRACE",
            "CONNECT",
            "OPTIONS",
            "HEAD",
            "PROPFIND",
            "get",
            "PRI",
            "",
            " ",
            "G\0T",
            "G(T",
            "M".repeat(9_000))
        .map(method -> r -> r.method(method));
  }

  private static Stream<UnaryOperator<HostileRequest>> targets() {
    var suffixes =
        Stream.of(
            "/",
            "//",
            "/..",
            "/../health",
            "/.",
            "/%2e%2e/health",
            "%2F",
            "%25",
            "%00",
            "%",
            "%z",
            "%c0%af",
            "%ff",
            "%u0041",
            ";a=b",
            ";/health",
            "/;",
            "\\",
            "#x",
            "?",
            "??",
            "?%",
            "?%ff",
            "?%00=%00",
            "?=&=&&",
            "?limit=%ed%a0%80",
            "?page=1;limit=2",
            "?a[]=1&a[]=2",
            "\0",
            "\t",
            " x",
            "\u00e4",
            "\u00ff\u00fe",
            "?q=\u00e4",
            "<script>",
            "/a".repeat(3_000),
            "?" + "a&".repeat(3_500),
            "?a=" + "%20".repeat(3_000));
    var whole =
        Stream.of(
            "*",
            "",
            "health",
            "http://shop/health",
            "http://",
            "http:///health",
            "HTTP://a:b@c/x",
            "http://[::1/health",
            "http://shop:99999/health",
            "shop:80",
            "//shop/health",
            "ftp://shop/health",
            "/..",
            "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "\\health",
            "/./health",
            "/products/%2e%2e",
            "/products/..;/health",
            "/products//",
            "?",
            "#");
    return Stream.concat(
        suffixes.map(suffix -> r -> r.target(r.target() + suffix)),
        whole.map(target -> r -> r.target(target)));
  }

  private static Stream<UnaryOperator<HostileRequest>> versions() {
    return Stream.of(
            "HTTP/1.0",
            "HTTP/0.9",
            "",
            "HTTP/1.2",
            "HTTP/2.0",
            "HTTP/9.9",
            "http/1.1",
            "HTTP/1.1 x",
            "HTTP/1",
            "HTTP/",
            "HTTP/1.1\0",
            "JUNK")
        .map(version -> r -> r.version(version));
  }

  private static Stream<UnaryOperator<HostileRequest>> fields() {
    var more =
        Stream.of(
                "Host: other",
                "Host: a b",
                "Host: ::",
                "Host: a:99999999",
                "Host: @",
                "Host:",
                ": x",
                "X : y",
                "X",
                " folded: y",
                "X: a\r\n b",
                "X: \0",
                "X: \u0001",
                "X: \u00ff",
                "X\u00ff: y",
                "X: " + "a".repeat(9_000),
                "Cookie: session=\"",
                "Cookie: =;=;;,=",
                "Cookie: session",
                "Cookie: session=a\u00ff",
                "Cookie: $Version=1; session=x; $Path=/",
                "Cookie: a=\\\"",
                "Cookie: " + "a=b;".repeat(1_500),
                "Authorization: Bearer \u00ff",
                "Authorization:",
                "Authorization: Bearer ..",
                "Content-Type: application/json; charset=nonsense",
                "Content-Type: ;;=",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data",
                "Content-Encoding: gzip",
                "Expect: 100-continue",
                "Expect: nonsense",
                "Connection: upgrade\r\nUpgrade: websocket",
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: !!",
                "Range: bytes=9-1",
                "If-Modified-Since: never",
                "Accept: \u00ff",
                "Connection: \u00ff",
                "X-Forwarded-For: \u00ff",
                "Forwarded: for=\"",
                "Trailer: Content-Length")
            .<UnaryOperator<HostileRequest>>map(header -> r -> r.with(header.split("\r\n(?! )")));
    return Stream.concat(
        more,
        Stream.of(
            r -> r.without("Host"),
            r -> r.with(Stream.generate(() -> "A: b").limit(300).toArray(String[]::new)),
            r -> r.with(Stream.generate(() -> "A: b").limit(5_000).toArray(String[]::new)),
            r -> r.end("\n"),
            r -> r.end("\r"),
            r -> r.end("\r\r\n"),
            r -> r.method("\r\n\r\n" + r.method())));
  }

  private static Stream<UnaryOperator<HostileRequest>> framings() {
    var lengths =
        Stream.of("-1", "+1", "1.0", "0x1", "x", "", "1, 1", "9", "99999999999999999999", "1048577")
            .<UnaryOperator<HostileRequest>>map(
                length -> r -> r.without("Content-Length").with("Content-Length: " + length));
    var codings =
        Stream.of("gzip", "chunked, chunked", "chunked, gzip", "xchunked", "", "chunked;q=1")
            .<UnaryOperator<HostileRequest>>map(
                coding -> r -> r.with("Transfer-Encoding: " + coding));
    var chunks =
        Stream.of(
                "",
                "0\r\n\r\n",
                "0",
                "zz\r\n",
                "-1\r\n{}\r\n",
                "2\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}",
                "2\r\n{}x\r\n0\r\n\r\n",
                "ffffffffffffffffff\r\n{}",
                "2;a=\"\r\n{}\r\n0\r\n\r\n",
                "2\n{}\n0\n\n",
                "2\r\n{}\r\n0\r\nX\r\n\r\n",
                "2\r\n{}\r\n0\r\nHost: a\r\n\r\n",
                "2\r\n{}\r\n0\r\n: \0\r\n\r\n",
                "1\r\n\u00ff\r\n0\r\n\r\n",
                "00000000000000000002\r\n{}\r\n")
            .<UnaryOperator<HostileRequest>>map(chunk -> r -> r.chunks(chunk));
    var others =
        Stream.<UnaryOperator<HostileRequest>>of(
            r -> r.with("Content-Length: #", "Content-Length: #"),
            r -> r.with("Content-Length: 0", "Content-Length: 7"),
            r -> r.with("Transfer-Encoding: chunked", "Content-Length: 4"));
    return Stream.of(lengths, codings, chunks, others).flatMap(way -> way);
  }

  private static Stream<UnaryOperator<HostileRequest>> bodies(Random random) {
    var whole =
        Stream.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "1",
                "\"",
                "\"\"",
                "{}{}",
                "{}x",
                "{,}",
                "{\"a\"}",
                "\0",
                "\u00ff\u00fe",
                "\u00c0\u00af",
                "\u00ed\u00a0\u0080",
                "\u00ef\u00bb\u00bf{}",
                "\u00ef\u00bb",
                "// x\n{}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":1e400}",
                "{\"a\":1e99999999999}",
                "{\"a\":-}",
                "{\"\":0}",
                "{\"\\ud800\":0}",
                "{\"__proto__\":{}}",
                "[".repeat(5_000),
                "{\"a\":".repeat(5_000),
                "{\"a\":" + "9".repeat(5_000) + "}",
                "{\"" + "a".repeat(60_000) + "\":0}",
                "{\"a\":\"" + "\\u0000".repeat(500) + "\"}",
                new String("{\"quantity\":1}".getBytes(UTF_16), ISO_8859_1),
                new String("{\"email\":\"\ud83d\uded2\"}".getBytes(UTF_8), ISO_8859_1))
            .<UnaryOperator<HostileRequest>>map(body -> r -> r.body(body));
    var values =
        Stream.of(
                "null",
                "true",
                "-1",
                "1.5",
                "1e400",
                "99999999999",
                "[]",
                "{}",
                "\"\"",
                "\"\\ud800\"",
                "\"\\u0000\"",
                "\"\u00ff\"",
                "\"" + "a".repeat(5_000) + "\"",
                "[[[[[[]]]]]]",
                "1]",
                "")
            .<UnaryOperator<HostileRequest>>map(value ->
                r ->
                    r.body(
                        r.body()
                            .replaceFirst(
                                ":\\s*(\"[^\"]*\"|\\d+)", ":" + value.replace("\\", "\\\\"))));
    var others =
        Stream.<UnaryOperator<HostileRequest>>of(
            r -> r.body(r.body().replaceFirst("\\{(.*)", "{$1").replace("}", "") + "," + r.body()),
            r -> r.body(r.body().replaceFirst("\\{(\"[^\"]+\":)", "{$1 0, $1")),
            r -> r.body(r.body().substring(r.body().length() / 2)),
            r -> r.body(r.body().substring(0, r.body().length() / 2)),
            r -> r.body(new String(flipped(r.body().getBytes(ISO_8859_1), random), ISO_8859_1)),
            r -> r.body(r.body() + "\0"));
    return Stream.of(whole, values, others).flatMap(way -> way);
  }

  /** The same with a few bytes turned into others. */
  static byte[] flipped(byte[] bytes, Random random) {
    var spoilt = bytes.clone();
    for (var i = 0; i < 3 && spoilt.length > 0; i++) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
    }
    return spoilt;
  }
}
