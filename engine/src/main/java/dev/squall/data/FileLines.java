package dev.squall.data;

import dev.squall.problem.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Lines of a file that problems are shown in. */
final class FileLines {
  /** A longer line is not shown: its caret would stand off the screen. */
  static final int LONGEST = 200;

  private final String file;
  private final Map<Integer, String> texts;

  private FileLines(String file, Map<Integer, String> texts) {
    this.file = file;
    this.texts = texts;
  }

  /** Of these numbers, from 1; a file that cannot be read has none. */
  static FileLines of(String file, Set<Integer> numbers) {
    var texts = new HashMap<Integer, String>();
    if (!numbers.isEmpty()) {
      try (var in =
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8))) {
        int last = numbers.stream().mapToInt(number -> number).max().orElseThrow();
        collect(in, numbers, last, texts);
      } catch (IOException _) {
        return new FileLines(file, Map.of()); // their numbers tell enough
      }
    }
    return new FileLines(file, texts);
  }

  private static void collect(
      BufferedReader in, Set<Integer> numbers, int last, Map<Integer, String> texts)
      throws IOException {
    var line = new StringBuilder();
    int number = 1;
    int before = 0;
    while (number <= last) {
      int c = in.read();
      boolean ends = c == '\r' || c < 0 || (c == '\n' && before != '\r');
      if (ends) {
        if (numbers.contains(number) && line.length() <= LONGEST) {
          texts.put(number, line.toString());
        }
        line.setLength(0);
        number++;
      } else if (c != '\n' && c != 0xFEFF && line.length() <= LONGEST) {
        line.append((char) c);
      }
      if (c < 0) {
        return;
      }
      before = c;
    }
  }

  /**
   * A place in the file, with its line where that can be shown.
   *
   * @param column from 1, in characters
   */
  Position position(int line, int column) {
    var text = texts.get(line);
    if (text == null) {
      return new Position.InFile(file, line, column);
    }
    int before = text.codePointCount(0, Math.min(column - 1, text.length()));
    return new Position.InText(file, line, before + 1, text);
  }
}
