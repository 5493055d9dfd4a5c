package dev.squall.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All snippets given to one side in a process of its own. Prints a line of figures. */
final class SnippetTurn {
  private static final int AROUND = 10;

  /** With these everything is loaded that is loaded once. */
  private static final int FIRST = 50;

  private final SnippetSide side;
  private final SnippetList list;
  private final List<Double> millis = new ArrayList<>();
  private int ours;
  private int wrong;

  private SnippetTurn(SnippetSide side, SnippetList list) {
    this.side = side;
    this.list = list;
  }

  /**
   * Figures of a turn.
   *
   * @param retained bytes of heap and metaspace before the first, behind the first fifty, behind
   *     half and behind all
   * @param millis median of the ten that end with the 10th, the 100th and the last
   * @param lost variables that are not what they have to be
   * @param ours failures that hold a frame of the session's own
   * @param wrong snippets that failed and should not have, or the other way round
   */
  record Figures(List<Long> retained, List<Double> millis, int lost, int ours, int wrong) {
    static Figures of(String line) {
      var parts = List.of(line.split(" ", -1));
      return new Figures(
          parts.subList(0, 4).stream().map(Long::valueOf).toList(),
          parts.subList(4, 7).stream().map(Double::valueOf).toList(),
          Integer.parseInt(parts.get(7)),
          Integer.parseInt(parts.get(8)),
          Integer.parseInt(parts.get(9)));
    }

    String line() {
      return "%d %d %d %d %.2f %.2f %.2f %d %d %d"
          .formatted(
              retained.get(0),
              retained.get(1),
              retained.get(2),
              retained.get(3),
              millis.get(0),
              millis.get(1),
              millis.get(2),
              lost,
              ours,
              wrong);
    }

    /** Bytes for each snippet behind the first fifty. */
    long perSnippet(int count) {
      return (retained.get(3) - retained.get(1)) / (count - FIRST);
    }

    /** Bytes for each of all. */
    long withFirst(int count) {
      return (retained.get(3) - retained.get(0)) / count;
    }
  }

  /** Takes the side, a folder, the seed and how many snippets. */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    var folder = Path.of(args[1]);
    var list = SnippetList.of(Long.parseLong(args[2]), Integer.parseInt(args[3]));
    var imports = folder.resolve("imports");
    try (var side =
            args[0].equals("squall")
                ? new SquallSide(folder)
                : new PlainSide(Files.readString(imports).lines().toList());
        var stopping = Executors.newSingleThreadScheduledExecutor()) {
      if (args[0].equals("squall")) {
        Files.write(imports, side.imports());
      }
      System.out.println(new SnippetTurn(side, list).figures(stopping).line());
    }
    System.exit(0);
  }

  private Figures figures(ScheduledExecutorService stopping) {
    var snippets = list.snippets();
    var retained = new ArrayList<Long>();
    retained.add(retained());
    for (int i = 0; i < snippets.size(); i++) {
      perform(snippets.get(i), stopping);
      if (i + 1 == FIRST || i + 1 == snippets.size() / 2) {
        retained.add(retained());
      }
    }
    retained.add(retained());
    return new Figures(
        retained,
        List.of(median(10), median(100), median(millis.size())),
        lost(side.values()),
        ours,
        wrong);
  }

  private void perform(SnippetList.Snippet snippet, ScheduledExecutorService stopping) {
    long began = System.nanoTime();
    // Again and again: JShell forgets a stop that comes before the snippet is compiled.
    var stop =
        snippet.endless()
            ? stopping.scheduleAtFixedRate(side::stop, 100, 100, TimeUnit.MILLISECONDS)
            : null;
    var failure = side.perform(snippet.text());
    if (stop != null) {
      stop.cancel(false);
    } else {
      millis.add((System.nanoTime() - began) / 1e6);
    }
    ours +=
        failure
                .filter(text -> text.contains("dev.squall") || text.contains("jdk.jshell"))
                .isPresent()
            ? 1
            : 0;
    // JShell has no word for what was stopped.
    if (failure.isPresent() != snippet.fails() && stop == null) {
      wrong++;
      System.err.println(snippet.text() + " → " + failure.orElse("did not fail"));
    }
  }

  private double median(int last) {
    int end = Math.min(last, millis.size());
    var sorted = millis.subList(Math.max(0, end - AROUND), end).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private int lost(Map<String, String> values) {
    int lost = 0;
    for (var expected : list.values().entrySet()) {
      var value = values.getOrDefault(expected.getKey(), "null");
      boolean isThere =
          expected.getValue().equals(SnippetList.ANYTHING)
              ? !value.equals("null")
              : value.equals(expected.getValue());
      lost += isThere ? 0 : 1;
    }
    return lost;
  }

  /** Metaspace's pool counts that of compressed classes as well. */
  private static long retained() {
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        + ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .map(MemoryPoolMXBean::getUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
  }
}
