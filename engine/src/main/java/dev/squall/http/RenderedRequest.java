package dev.squall.http;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A request ready for the wire: head and body as the bytes of HTTP/1.1, and what the wire must know
 * of it. A virtual user may keep one and fill it again for each request; the wire reads it during
 * {@link Origin#exchange} only and keeps nothing.
 */
public final class RenderedRequest {
  private static final byte[] NOTHING = {};

  private byte[] bytes = {};
  private int offset;
  private int length;
  private byte[] body = NOTHING;
  private int bodyOffset;
  private int bodyLength;
  private boolean head;
  private boolean idempotent;
  private boolean asksClose;
  private boolean expectsContinue;

  /** An empty one, to be filled by {@link #bytes} and {@link #facts}. */
  public RenderedRequest() {}

  /** A request that asks nothing special: neither HEAD nor idempotent nor the last of its kind. */
  public static RenderedRequest of(byte[] bytes) {
    return new RenderedRequest().bytes(bytes, 0, bytes.length);
  }

  /**
   * The head, with the body behind it where that is small, so that they leave in one write.
   *
   * @throws IndexOutOfBoundsException if the range is not inside {@code bytes}
   */
  public RenderedRequest bytes(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
    this.body = NOTHING;
    this.bodyOffset = 0;
    this.bodyLength = 0;
    this.expectsContinue = false;
    return this;
  }

  /**
   * More bytes behind those of {@link #bytes}, to be called after it: a large body that all users
   * share is not copied for each of them.
   *
   * @throws IndexOutOfBoundsException if the range is not inside {@code shared}
   */
  public RenderedRequest body(byte[] shared, int from, int count) {
    Objects.checkFromIndexSize(from, count, shared.length);
    this.body = shared;
    this.bodyOffset = from;
    this.bodyLength = count;
    return this;
  }

  /**
   * It carries {@code Expect: 100-continue}, so that its body ({@link #body}) waits for the
   * server's leave. To be called after {@link #bytes}, which then must hold the head alone.
   */
  public RenderedRequest expectsContinue(boolean does) {
    this.expectsContinue = does;
    return this;
  }

  /**
   * What the bytes say.
   *
   * @param head whether the method is HEAD, whose answer has no body whatever its header says
   * @param idempotent whether the method may be sent again (RFC 9110 §9.2.2)
   * @param asksClose whether it carries {@code Connection: close}
   */
  public RenderedRequest facts(boolean head, boolean idempotent, boolean asksClose) {
    this.head = head;
    this.idempotent = idempotent;
    this.asksClose = asksClose;
    return this;
  }

  /** The request target as it stands in the request line: path and query. */
  public String target() {
    int from = offset;
    int end = offset + length;
    while (from < end && bytes[from] != ' ') {
      from++;
    }
    int to = ++from;
    while (to < end && bytes[to] != ' ') {
      to++;
    }
    return from > end ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return bytes;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  byte[] body() {
    return body;
  }

  int bodyOffset() {
    return bodyOffset;
  }

  int bodyLength() {
    return bodyLength;
  }

  boolean expectsContinue() {
    return expectsContinue;
  }

  boolean isHead() {
    return head;
  }

  boolean isIdempotent() {
    return idempotent;
  }

  boolean asksClose() {
    return asksClose;
  }
}
