package dev.squall.httpx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The inside of {@code $'…'} with the escapes of bash. */
final class ShellEscapes {
  private static final String LETTERS = "abeEfnrtv\\'\"?";
  private static final String MEANT = "\u0007\b\u001b\u001b\f\n\r\t\u000b\\'\"?";

  private final String text;
  private final Sink to;

  /** Bytes that were written as numbers; several of them make a character. */
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private int at;
  private int end = -1;
  private int bytesFrom;
  private Optional<Wrong> wrong = Optional.empty();

  /** Takes a character, and whether it was written as an escape. */
  interface Sink {
    void accept(char c, boolean escaped);
  }

  /** What is wrong with an escape. */
  record Wrong(int at, String what, String hint) {}

  ShellEscapes(String text, int from, Sink to) {
    this.text = text;
    this.at = from;
    this.to = to;
  }

  /** Where the closing quote is; below 0 where there is none. */
  int end() {
    return end;
  }

  /** Reads up to the closing quote. */
  Optional<Wrong> read() {
    while (at < text.length() && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        escape();
      } else {
        one(text.charAt(at), false);
        at++;
      }
    }
    flush();
    end = at < text.length() ? at : -1;
    return wrong;
  }

  private void escape() {
    char kind = text.charAt(at + 1);
    int letter = LETTERS.indexOf(kind);
    if (letter >= 0) {
      one(MEANT.charAt(letter), true);
      at += 2;
    } else if (kind == 'x') {
      number(at + 2, 16, 2);
    } else if (kind == 'u') {
      number(at + 2, 16, 4);
    } else if (kind == 'U') {
      number(at + 2, 16, 8);
    } else if (Character.digit(kind, 8) >= 0) {
      number(at + 1, 8, 3);
    } else if (kind == 'c' && at + 2 < text.length()) {
      one((char) (text.charAt(at + 2) & 0x1f), true);
      at += 3;
    } else {
      one('\\', false);
      at++;
    }
  }

  private void number(int from, int radix, int most) {
    int to = from;
    long value = 0;
    while (to < text.length() && to < from + most && Character.digit(text.charAt(to), radix) >= 0) {
      value = value * radix + Character.digit(text.charAt(to), radix);
      to++;
    }
    if (to == from) {
      one('\\', false);
      at++;
      return;
    }
    if (most < 4) {
      if (bytes.size() == 0) {
        bytesFrom = at;
      }
      bytes.write((int) value);
    } else if (value > Character.MAX_CODE_POINT) {
      wrong("no such character", "the last one is \\U10ffff", at);
    } else {
      flush();
      for (char unit : Character.toChars((int) value)) {
        one(unit, true);
      }
    }
    at = to;
  }

  private void one(char c, boolean escaped) {
    flush();
    to.accept(c, escaped);
  }

  private void flush() {
    if (bytes.size() == 0) {
      return;
    }
    var raw = ByteBuffer.wrap(bytes.toByteArray());
    bytes.reset();
    try {
      for (char c : StandardCharsets.UTF_8.newDecoder().decode(raw).toString().toCharArray()) {
        to.accept(c, true);
      }
    } catch (CharacterCodingException _) {
      wrong(
          "these bytes are no text in UTF-8",
          "send them from a file: --data-binary @file",
          bytesFrom);
    }
  }

  private void wrong(String what, String hint, int offset) {
    if (wrong.isEmpty()) {
      wrong = Optional.of(new Wrong(offset, what, hint));
    }
  }
}
