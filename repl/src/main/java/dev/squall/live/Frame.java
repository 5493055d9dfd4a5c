package dev.squall.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One event for all viewers, as it goes over the wire. Immutable. */
final class Frame {
  private final byte[] bytes;
  private final boolean last;

  private Frame(byte[] bytes, boolean last) {
    this.bytes = bytes;
    this.last = last;
  }

  /** An event whose data is on one line. */
  static Frame of(String data, boolean last) {
    var text = "event: " + (last ? "done" : "state") + "\ndata: " + data + "\n\n";
    return new Frame(text.getBytes(StandardCharsets.UTF_8), last);
  }

  /** Whether none comes after it. */
  boolean isLast() {
    return last;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
    out.flush();
  }
}
