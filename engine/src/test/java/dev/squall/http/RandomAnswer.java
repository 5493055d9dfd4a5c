package dev.squall.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Answers of every shape, from a seed. */
record RandomAnswer(String text, boolean head, boolean close) {

  /** A byte a character. */
  byte[] bytes() {
    return Parsing.bytes(text);
  }

  static RandomAnswer of(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    while (random.nextInt(4) == 0) {
      text.append("HTTP/1.1 10").append(random.nextInt(1, 4) / 2 * 3).append(" Interim\r\n");
      headers(random, text);
      text.append("\r\n");
    }
    int[] statuses = {200, 201, 404, 500, 204, 304};
    int status = statuses[random.nextInt(statuses.length)];
    text.append("HTTP/1.").append(random.nextInt(5) == 0 ? 0 : 1).append(' ').append(status);
    text.append(random.nextBoolean() ? " Some reason" : "")
        .append(random.nextInt(8) == 0 ? "\n" : "\r\n");
    headers(random, text);
    boolean head = random.nextInt(6) == 0;
    boolean bare = head || status == 204 || status == 304;
    boolean close = false;
    switch (random.nextInt(3)) {
      case 0 -> {
        var body = "b".repeat(random.nextInt(40));
        text.append("Content-Length: ")
            .append(body.length())
            .append("\r\n\r\n")
            .append(bare ? "" : body);
      }
      case 1 -> {
        text.append("Transfer-Encoding: chunked\r\n\r\n");
        if (!bare) {
          chunks(random, text);
        }
      }
      default -> {
        text.append("\r\n").append(bare ? "" : "until the end\r\n\r\n".repeat(random.nextInt(3)));
        close = true;
      }
    }
    if (random.nextInt(5) == 0) {
      text.append("left over");
    }
    return new RandomAnswer(text.toString(), head, close || random.nextInt(5) == 0);
  }

  /** The same with bytes changed, removed, doubled or cut. */
  RandomAnswer mutated(Random random) {
    byte[] changed = bytes();
    for (int i = random.nextInt(1, 5); i > 0 && changed.length > 1; i--) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 -> changed[at] = (byte) "\r\n :;,\0\t0f".charAt(random.nextInt(10));
        case 2 -> changed = Arrays.copyOf(changed, at);
        default -> {
          int length = random.nextInt(changed.length - at);
          var longer = Arrays.copyOf(changed, changed.length + length);
          System.arraycopy(changed, at, longer, at + length, changed.length - at);
          changed = longer;
        }
      }
    }
    return new RandomAnswer(new String(changed, StandardCharsets.ISO_8859_1), head, close);
  }

  private static void headers(Random random, StringBuilder text) {
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append("X-").append(i).append(":").append(" ".repeat(random.nextInt(3)));
      text.append("v".repeat(random.nextInt(9)))
          .append(random.nextInt(4) == 0 ? "\r\n \tfolded" : "");
      text.append(random.nextInt(5) == 0 ? "\n" : "\r\n");
    }
  }

  private static void chunks(Random random, StringBuilder text) {
    for (int i = random.nextInt(4); i > 0; i--) {
      int size = random.nextInt(1, 40);
      text.append(Integer.toHexString(size)).append(random.nextBoolean() ? "" : ";ext=\"a b\"");
      text.append("\r\n").append("c".repeat(size)).append("\r\n");
    }
    text.append("0").append(random.nextBoolean() ? "" : " ; last").append("\r\n");
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append("T-").append(i).append(": t\r\n");
    }
    text.append("\r\n");
  }
}
