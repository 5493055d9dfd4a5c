package dev.squall.chart;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An image as sixels: bands of six rows, each colour of a band in turn, runs shortened (DEC, "VT330
 * /VT340 Programmer Reference Manual", volume 2, chapter 14). At most 64 colours, the most frequent
 * ones; a chart has few, and the shades at its edges are near to each other.
 */
final class Sixel {
  private static final int MOST_COLOURS = 64;
  private static final int BAND = 6;
  private static final int WORTH_A_COUNT = 4;
  private static final int COARSE = 0xF8F8F8;

  private final BufferedImage image;
  private final List<Integer> palette;
  private final Map<Integer, Integer> nearest = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private Sixel(BufferedImage image) {
    this.image = image;
    this.palette = palette(image);
  }

  static String of(BufferedImage image) {
    return new Sixel(image).encoded();
  }

  private String encoded() {
    text.append("\u001bP0;1;0q\"1;1;")
        .append(image.getWidth())
        .append(';')
        .append(image.getHeight());
    for (int i = 0; i < palette.size(); i++) {
      int rgb = palette.get(i);
      text.append('#').append(i).append(";2");
      for (int shift = 16; shift >= 0; shift -= 8) {
        text.append(';').append(Math.round((rgb >> shift & 0xFF) / 2.55));
      }
    }
    for (int top = 0; top < image.getHeight(); top += BAND) {
      band(top);
    }
    return text.append("\u001b\\").toString();
  }

  private void band(int top) {
    var rows = new int[palette.size()][];
    int height = Math.min(BAND, image.getHeight() - top);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int colour = colour(image.getRGB(x, top + y));
        if (rows[colour] == null) {
          rows[colour] = new int[image.getWidth()];
        }
        rows[colour][x] |= 1 << y;
      }
    }
    for (int colour = 0; colour < rows.length; colour++) {
      if (rows[colour] != null) {
        text.append('#').append(colour);
        runs(rows[colour]);
        text.append('$');
      }
    }
    text.append('-');
  }

  private void runs(int[] sixels) {
    for (int from = 0; from < sixels.length; ) {
      int to = from;
      while (to < sixels.length && sixels[to] == sixels[from]) {
        to++;
      }
      char sixel = (char) ('?' + sixels[from]);
      if (to - from >= WORTH_A_COUNT) {
        text.append('!').append(to - from).append(sixel);
      } else {
        text.repeat(sixel, to - from);
      }
      from = to;
    }
  }

  private int colour(int rgb) {
    return nearest.computeIfAbsent(rgb & 0xFFFFFF, this::find);
  }

  private int find(int rgb) {
    int best = 0;
    for (int i = 1; i < palette.size(); i++) {
      if (distance(palette.get(i), rgb) < distance(palette.get(best), rgb)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int difference = (one >> shift & 0xFF) - (other >> shift & 0xFF);
      sum += difference * difference;
    }
    return sum;
  }

  private static List<Integer> palette(BufferedImage image) {
    // Of colours that are nearly the same the most frequent one stands for all.
    var counts = new HashMap<Integer, Map<Integer, Integer>>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y) & 0xFFFFFF;
        counts.computeIfAbsent(rgb & COARSE, _ -> new HashMap<>()).merge(rgb, 1, Integer::sum);
      }
    }
    record Group(int rgb, int count) {}
    var groups = new ArrayList<Group>();
    for (var alike : counts.values()) {
      var frequent = alike.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      groups.add(
          new Group(frequent.getKey(), alike.values().stream().mapToInt(Integer::intValue).sum()));
    }
    return groups.stream()
        .sorted(Comparator.comparingInt(Group::count).reversed().thenComparingInt(Group::rgb))
        .limit(MOST_COLOURS)
        .map(Group::rgb)
        .toList();
  }
}
