package dev.squall.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Documents and paths that meet often: few names, in every spelling. */
final class RandomJson {

  private static final List<String> NAMES =
      List.of("a", "b", "id", "", "größe", "a b", "😀", "x.y", "c[0]");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "7",
          "-12",
          "1.0",
          "1.10",
          "1299.0",
          "-0.0",
          "1e3",
          "1E+3",
          "2.5e-7",
          "-1e0",
          "123456789012345678901234567890",
          "0.1000000000000000055511151231257827",
          "9223372036854775808",
          "2147483648",
          "1e400",
          "4.9e-324");
  private static final List<String> CHARACTERS =
      List.of(
          "a",
          "Z",
          " ",
          "é",
          "字",
          "😀",
          "\\n",
          "\\\"",
          "\\\\",
          "\\/",
          "\\u0041",
          "\\ud83d\\ude00",
          "\\u0000",
          "{",
          "]",
          ",",
          ":",
          "$",
          "'",
          "\u007f");

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  String document() {
    var text = new StringBuilder();
    value(text, 4);
    return blank() + text + blank();
  }

  String definitePath() {
    return definitePath(3);
  }

  private String definitePath(int most) {
    var path = new StringBuilder("$");
    for (int steps = random.nextInt(most + 1); steps > 0; steps--) {
      if (random.nextInt(3) == 0) {
        path.append('[').append(random.nextInt(4)).append(']');
      } else {
        var name = pick(NAMES);
        switch (random.nextInt(3)) {
          case 0 -> path.append("['").append(name).append("']");
          case 1 -> path.append("[\"").append(name).append("\"]");
          default -> path.append('.').append(name.matches("[\\p{L}]+") ? name : "id");
        }
      }
    }
    return path.toString();
  }

  String wildPath() {
    var wild =
        pick(
            List.of(
                "[*]",
                ".*",
                "..id",
                "..a",
                "..a[*]",
                "[?(@.id)]",
                "[?(@.id > 3)]",
                "[1:]",
                "[:2]",
                "[-1:]",
                "..['a b']",
                "..[*]"));
    var head = random.nextBoolean() ? "$" : definitePath(1);
    var tail = wild.equals("..[*]") ? "" : definitePath(1).substring(1);
    return head + wild + tail;
  }

  /** The same bytes with one fault: cut, changed, doubled, or followed by more. */
  byte[] damaged(byte[] body) {
    int at = random.nextInt(body.length);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(body, at);
      case 1 -> {
        var changed = body.clone();
        changed[at] = (byte) random.nextInt(256);
        yield changed;
      }
      case 2 -> {
        var changed = body.clone();
        changed[at] =
            (byte)
                pick(List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "0", "-", ".", "e"))
                    .charAt(0);
        yield changed;
      }
      case 3 -> {
        var longer = Arrays.copyOf(body, body.length + 1);
        longer[body.length] = (byte) pick(List.of("{", "]", ",", "\"", "1", "\0", "x")).charAt(0);
        yield longer;
      }
      default -> {
        var shorter = Arrays.copyOf(body, body.length - 1);
        System.arraycopy(body, at + 1, shorter, at, body.length - at - 1);
        yield shorter;
      }
    };
  }

  private void value(StringBuilder to, int depth) {
    switch (random.nextInt(depth == 0 ? 4 : 9)) {
      case 0 -> to.append(pick(NUMBERS));
      case 1 -> string(to);
      case 2 -> to.append(pick(List.of("true", "false", "null")));
      case 3 -> to.append(random.nextInt(10));
      case 4, 5 -> {
        to.append('[').append(blank());
        for (int i = 0, size = random.nextInt(4); i < size; i++) {
          to.append(i == 0 ? "" : blank() + "," + blank());
          value(to, depth - 1);
        }
        to.append(']');
      }
      default -> {
        to.append('{').append(blank());
        for (int i = 0, size = random.nextInt(6); i < size; i++) {
          to.append(i == 0 ? "" : blank() + ",");
          to.append('"').append(spelled(pick(NAMES))).append('"').append(blank()).append(':');
          value(to, depth - 1);
        }
        to.append(blank()).append('}');
      }
    }
  }

  /** A name as it is, or with its characters escaped. */
  private String spelled(String name) {
    if (random.nextInt(4) != 0) {
      return name;
    }
    var escaped = new StringBuilder();
    name.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
    return escaped.toString();
  }

  private void string(StringBuilder to) {
    to.append('"');
    for (int i = random.nextInt(6); i > 0; i--) {
      to.append(pick(CHARACTERS));
    }
    to.append('"');
  }

  private String blank() {
    return random.nextInt(4) == 0 ? pick(List.of(" ", "\n", "\t", "\r\n ")) : "";
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
