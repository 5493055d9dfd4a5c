package dev.squall.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows with everything that makes a file hard to read, and their files. */
final class RandomRows {
  private static final List<String> PIECES =
      List.of(
          "a",
          "b c",
          ",",
          ";",
          "\"",
          "\n",
          "\r\n",
          "\r",
          "é",
          "東京",
          "😀",
          "\uFEFF",
          "\t",
          " ",
          "[",
          "{",
          "\\",
          "0123456789".repeat(40));

  private final Random random;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  RandomRows(Random random) {
    this.random = random;
    columns = IntStream.range(0, 1 + random.nextInt(5)).mapToObj(i -> "é" + i).toList();
    int size = 1 + random.nextInt(1500);
    for (int i = 0; i < size; i++) {
      rows.add(columns.stream().map(_ -> value()).toList());
    }
  }

  private String value() {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
        .collect(Collectors.joining());
  }

  List<String> columns() {
    return columns;
  }

  List<List<String>> rows() {
    return rows;
  }

  /** With or without a byte order mark, with a line end of one kind, blank lines in between. */
  String csv() {
    var end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    var text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    text.append(String.join(",", columns)).append(end);
    for (var row : rows) {
      text.append(row.stream().map(this::quoted).collect(Collectors.joining(","))).append(end);
      text.append(random.nextInt(20) == 0 ? end : "");
    }
    return text.toString();
  }

  private String quoted(String value) {
    boolean bare = !value.isEmpty() && value.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return bare && random.nextBoolean() ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** With this before the first row, between two, and behind the last. */
  String json(String before, String between, String behind) {
    return rows.stream().map(this::object).collect(Collectors.joining(between, before, behind));
  }

  private String object(List<String> row) {
    var object = new LinkedHashMap<String, String>();
    for (int i = 0; i < columns.size(); i++) {
      object.put(columns.get(i), row.get(i));
    }
    try {
      return new ObjectMapper().writeValueAsString(object) + " ".repeat(random.nextInt(3));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
