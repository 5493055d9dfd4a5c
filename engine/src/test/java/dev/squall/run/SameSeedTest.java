package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same seed is the same run, however many threads carry it: each run in a JVM of its own. */
@Timeout(120)
class SameSeedTest {
  @TempDir private Path folder;

  private record Child(Process process, Path out) {
    /** What it printed, but for the line that tells how many carriers it had. */
    List<String> lines() throws IOException, InterruptedException {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      var lines = Files.readAllLines(out);
      assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
      assertThat(lines).hasSize(6);
      return lines.subList(0, 5);
    }
  }

  private Child run(int carriers, long seed) throws IOException {
    var out = Files.createTempFile(folder, "run", ".txt");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.virtualThreadScheduler.parallelism=" + carriers,
                "-cp",
                System.getProperty("java.class.path"),
                SeededRun.class.getName(),
                Long.toString(seed))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    return new Child(process, out);
  }

  @Test
  void whateverTheThreadsDoTheSameIsSentAndPausedAndAnotherSeedIsAnotherRun() throws Exception {
    var one = run(1, 42);
    var two = run(2, 42);
    var other = run(2, 43);

    assertThat(two.lines()).isEqualTo(one.lines());
    assertThat(other.lines()).doesNotContainAnyElementsOf(one.lines());
    assertThat(Files.readString(one.out)).contains("carriers 1");
    assertThat(Files.readString(two.out)).contains("carriers 2");
    assertThat(one.lines().get(1)).contains("completed=", "abandoned=").doesNotContain("failed=1");
  }
}
