package dev.squall.live;

import java.nio.charset.StandardCharsets;

/**
 * One event for all viewers, as it goes over the wire.
 *
 * @param bytes shared, never changed
 * @param last whether none comes after it
 */
record Frame(byte[] bytes, boolean last) {

  /** An event whose data is on one line. */
  static Frame of(String data, boolean last) {
    var text = "event: " + (last ? "done" : "state") + "\ndata: " + data + "\n\n";
    return new Frame(text.getBytes(StandardCharsets.UTF_8), last);
  }
}
