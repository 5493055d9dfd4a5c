package dev.squall.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Feeds a parser as a connection does, in pieces, and tells all that came of it in one line. */
final class Parsing {
  private Parsing() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String whole(String answer) {
    return parse(bytes(answer), false, false);
  }

  static String untilClose(String answer) {
    return parse(bytes(answer), false, true);
  }

  static String ofHead(String answer) {
    return parse(bytes(answer), true, false);
  }

  /** Splits are the positions, in ascending order, at which a new piece begins. */
  static String parse(byte[] answer, boolean head, boolean close, int... splits) {
    return parse(4096, answer, head, close, splits);
  }

  static String parse(
      int maxHeaderBytes, byte[] answer, boolean head, boolean close, int... splits) {
    var parser = new ResponseParser(maxHeaderBytes);
    var seen = new Transcript();
    parser.begin(head);
    byte[] pending = {};
    int at = 0;
    for (int piece = 0; piece <= splits.length; piece++) {
      int end = piece == splits.length ? answer.length : splits[piece];
      byte[] buf = Arrays.copyOf(pending, pending.length + end - at);
      System.arraycopy(answer, at, buf, pending.length, end - at);
      int understood = parser.feed(buf, 0, buf.length, seen);
      pending = Arrays.copyOfRange(buf, understood, buf.length);
      at = end;
    }
    if (close) {
      parser.peerClosed();
    }
    String end =
        parser.isDone()
            ? "done" + (parser.keepsAlive() ? ", kept" : "") + rest(pending)
            : parser.fault() != null ? parser.fault() + "@" + parser.faultAt() : "unfinished";
    return seen.heads() + (seen.body().isEmpty() ? "" : " | <" + seen.body() + ">") + " | " + end;
  }

  private static String rest(byte[] pending) {
    return pending.length == 0 ? "" : ", " + pending.length + " too many";
  }
}
