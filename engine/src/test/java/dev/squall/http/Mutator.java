package dev.squall.http;

import java.util.SplittableRandom;

/**
 * Answers from a grammar, spoilt at random, in a buffer that is used again: a million of them cost
 * seconds. The same seed gives the same answers.
 */
final class Mutator {
  private static final int LONGEST = 64 * 1024;
  private static final byte[][] TOKENS = {
    Parsing.bytes("\r\n"),
    Parsing.bytes("\r\n\r\n"),
    Parsing.bytes("\n "),
    Parsing.bytes("\0"),
    Parsing.bytes("HTTP/1.1 200 OK\r\n"),
    Parsing.bytes("HTTP/1.1 100 \r\n\r\n"),
    Parsing.bytes("Content-Length: 3\r\n"),
    Parsing.bytes("Content-Length: 99999999999999999999\r\n"),
    Parsing.bytes("Transfer-Encoding: chunked\r\n"),
    Parsing.bytes("Connection: close, keep-alive\r\n"),
    Parsing.bytes("0\r\n\r\n"),
    Parsing.bytes("7fffffffffffffff\r\n"),
    Parsing.bytes("fffffffffffffff;\r\n"),
    Parsing.bytes(":"),
    Parsing.bytes(",,"),
    Parsing.bytes("\u00ff"),
  };

  final byte[] bytes = new byte[LONGEST];
  int length;
  boolean head;
  boolean close;

  private final RandomAnswer[] grammar;
  private final byte[][] texts;
  private final SplittableRandom random;

  Mutator(long seed, int sentences) {
    random = new SplittableRandom(seed);
    grammar = new RandomAnswer[sentences];
    texts = new byte[sentences][];
    for (int i = 0; i < sentences; i++) {
      grammar[i] = RandomAnswer.of(seed + i);
      texts[i] = grammar[i].bytes();
    }
  }

  /** Makes the next one: one in sixteen as the grammar has it, one in sixty-four mere noise. */
  void next() {
    int pick = random.nextInt(texts.length);
    head = grammar[pick].head();
    close = grammar[pick].close();
    length = 0;
    insert(texts[pick], 0);
    if (random.nextInt(64) == 0) {
      for (int i = random.nextInt(length); i < length; i++) {
        bytes[i] = (byte) random.nextInt();
      }
    }
    for (int i = random.nextInt(16) == 0 ? 0 : random.nextInt(1, 5); i > 0; i--) {
      mutate();
    }
  }

  private void mutate() {
    int at = random.nextInt(length + 1);
    int rest = length - at;
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> overwrite(at, (byte) random.nextInt());
      case 4, 5, 6 -> overwrite(at, (byte) "\r\n :;,\t0fX".charAt(random.nextInt(10)));
      case 7, 8, 9 -> insert(TOKENS[random.nextInt(TOKENS.length)], at);
      case 10 -> length = at;
      case 11, 12 -> remove(at, random.nextInt(Math.min(rest, 12) + 1));
      case 13 -> insert(texts[random.nextInt(texts.length)], at);
      case 14 -> repeat(at, random.nextInt(Math.min(rest, 40) + 1));
      default -> {
        if (random.nextInt(256) == 0) {
          swell(at, random.nextInt(20_000));
        }
      }
    }
  }

  private void overwrite(int at, byte b) {
    if (at < length) {
      bytes[at] = b;
    }
  }

  private void insert(byte[] what, int at) {
    if (makeRoom(at, what.length)) {
      System.arraycopy(what, 0, bytes, at, what.length);
    }
  }

  private void remove(int at, int count) {
    System.arraycopy(bytes, at + count, bytes, at, length - at - count);
    length -= count;
  }

  private void repeat(int at, int count) {
    if (makeRoom(at, count)) {
      System.arraycopy(bytes, at + count, bytes, at, count);
    }
  }

  /** Many times the same byte, which is what limits are for. */
  private void swell(int at, int count) {
    byte b = at < length ? bytes[at] : (byte) 'x';
    if (makeRoom(at, count)) {
      java.util.Arrays.fill(bytes, at, at + count, b);
    }
  }

  private boolean makeRoom(int at, int count) {
    if (length + count > LONGEST) {
      return false;
    }
    System.arraycopy(bytes, at, bytes, at + count, length - at);
    length += count;
    return true;
  }
}
