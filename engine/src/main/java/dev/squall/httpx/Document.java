package dev.squall.httpx;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole {@code .httpx} text. Blank lines stand around its blocks, wherever else they were written
 * they are kept as one.
 */
public record Document(List<Line<Item>> lines) {
  public Document {
    lines = apart(lines);
  }

  /** Without the comments. */
  List<Item> items() {
    return Block.items(lines);
  }

  private static List<Line<Item>> apart(List<Line<Item>> lines) {
    var apart = new ArrayList<Line<Item>>();
    for (var line : lines) {
      boolean needed =
          !apart.isEmpty()
              && apart.getLast().item().isPresent()
              && (isBlock(apart.getLast()) || isBlock(line));
      apart.add(line.gap(line.gap() || needed));
    }
    return Block.beginning(apart);
  }

  private static boolean isBlock(Line<Item> line) {
    return line.item()
        .map(item ->
            switch (item) {
              case Var _, Data _ -> false;
              case RequestBlock _, ScenarioBlock _, MixBlock _, Setup _, Teardown _ -> true;
            })
        .orElse(false);
  }
}
