package dev.squall.bench;

import dev.squall.bench.SnippetTurn.Figures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a session of many snippets keeps and takes, in turns with a JShell that is given the same
 * ones behind the same imports, each in a process of its own.
 *
 * <p>Fails when a variable of ours is lost, a failure of ours holds a frame of ours, or the median
 * over the rounds of what is retained for each snippet behind the first fifty, with which all is
 * loaded that is loaded once, is more than {@value #MOST} times JShell's.
 */
public final class SnippetCheck {
  private static final double MOST = 1.2;
  private static final int COUNT = 1000;
  private static final long SEED = 9;

  private SnippetCheck() {}

  /** Takes the number of rounds and, where it is not a thousand, of snippets. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : COUNT;
    var folder = Files.createTempDirectory("squall-snippets");
    System.out.printf(
        Locale.ROOT,
        "%d snippets; KB retained for each; median ms of ten at the 10th, 100th and last%n%n"
            + "           first 50  further     all    10th   100th    last  lost  ours%n",
        count);
    var ratios = new ArrayList<Double>();
    boolean isRight = true;
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      var ours = turn("squall", folder, SEED + i, count);
      var plain = turn("jshell", folder, SEED + i, count);
      ratios.add(ours.perSnippet(count) / (double) plain.perSnippet(count));
      isRight &= ours.lost() == 0 && ours.ours() == 0 && ours.wrong() == 0;
    }
    var sorted = ratios.stream().sorted().toList();
    double ratio = sorted.get(sorted.size() / 2);
    System.out.printf(
        Locale.ROOT,
        "%nretained for each snippet behind the first fifty: %.2f times JShell's (%.2f to %.2f)%n",
        ratio,
        sorted.getFirst(),
        sorted.getLast());
    System.exit(isRight && ratio <= MOST ? 0 : 1);
  }

  private static Figures turn(String side, Path folder, long seed, int count)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            // Else a collection leaves what is dead where it lies, up to 5 % of the heap.
            "-XX:MarkSweepDeadRatio=0",
            "-cp",
            System.getProperty("java.class.path"),
            SnippetTurn.class.getName(),
            side,
            folder.toString(),
            Long.toString(seed),
            Integer.toString(count)));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var line = process.inputReader().readLine();
    if (line == null || process.waitFor() != 0) {
      throw new IllegalStateException(side + " did not get to its end");
    }
    var figures = Figures.of(line);
    System.out.printf(
        Locale.ROOT,
        "%-7s %7.1f MB %8.1f %7.1f %7.1f %7.1f %7.1f %5d %5d%n",
        side,
        (figures.retained().get(1) - figures.retained().get(0)) / 1048576.0,
        figures.perSnippet(count) / 1024.0,
        figures.withFirst(count) / 1024.0,
        figures.millis().get(0),
        figures.millis().get(1),
        figures.millis().get(2),
        figures.lost(),
        figures.ours());
    return figures;
  }
}
