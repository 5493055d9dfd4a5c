package dev.squall.shell.docs;

import java.util.List;
import java.util.stream.Stream;

/** Text in lines. */
final class Wrapped {
  /** Stands for a space at which no line should end; a space in what is returned. */
  static final char NO_BREAK = '\u00a0';

  private Wrapped() {}

  /** The words of a text in lines of a width; a word that is longer has a line to itself. */
  static String text(String text, String firstMargin, String margin, int width) {
    var out = new StringBuilder();
    var start = firstMargin;
    for (var part : text.strip().split("\n", -1)) {
      var line = new StringBuilder(start);
      boolean begun = false;
      for (var word : words(part, width - margin.length())) {
        if (begun && (long) line.length() + 1 + word.length() > width) {
          out.append(line).append('\n');
          line = new StringBuilder(margin).append(word);
        } else {
          line.append(begun ? " " : "").append(word);
        }
        begun = true;
      }
      out.append(line).append('\n');
      start = margin;
    }
    return out.substring(0, out.length() - 1).replace(NO_BREAK, ' ');
  }

  /** Code of many words is taken apart only where no line could hold it. */
  private static List<String> words(String text, int room) {
    return Stream.of(text.split(" +", -1))
        .flatMap(word ->
            word.length() > room
                ? Stream.of(word.split(String.valueOf(NO_BREAK), -1))
                : Stream.of(word))
        .toList();
  }
}
