package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.shop.PracticeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code squall run} says while it runs, and when it is cut short. */
class RunOutputTest {
  private static final Pattern PROGRESS =
      Pattern.compile(
          "(?m)^🔄 Progress: \\d+ requests \\| \\d+ errors \\| \\d+ active VUs \\| [\\d.  ]+/s \\| p95 [\\d.  ]+ ms$");

  private static final Pattern USER =
      Pattern.compile(
          "^  VU \\d+: (\\d+) iterations, (\\d+) requests \\(✓ (\\d+), ✗ (\\d+)\\), avg latency: [\\d.]+ms$");

  private static PracticeShop shop;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private String file() throws IOException {
    var file = folder.resolve("a.httpx");
    Files.writeString(
        file,
        """
        request health { curl ${base}/health }
        request missing { curl ${base}/nowhere }
        scenario s {
          think_time = 20ms
          run health -> missing
        }
        """);
    return file.toString();
  }

  private static String base() {
    return "base=" + shop.url();
  }

  @ParameterizedTest
  @CsvSource({
    "--users 2 --for 300ms, 2",
    "--rate 20 --for 300ms, 6",
    "--iterations 6 --users 3, 3"
  })
  void inEveryModeUsersAreToldLineByLineAndSummedUp(String load, int mostUsers) throws IOException {
    var run =
        CommandLineRun.of(("run " + file() + " --var " + base() + " --verbose " + load).split(" "));

    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("\\[\\d\\d:\\d\\d:\\d\\d] VU 1 started"))
        .anyMatch(line -> line.endsWith("] VU 1 → iteration 1"))
        .anyMatch(
            line -> line.matches(".* VU 1 ✓ GET " + shop.url() + "/health - 200 \\([\\d.]+ms\\)"))
        .anyMatch(
            line -> line.matches(".* VU 1 ✗ GET " + shop.url() + "/nowhere - 404 \\([\\d.]+ms\\)"))
        .anyMatch(line -> line.endsWith("] VU 1 completed"));
    var users =
        run.out()
            .lines()
            .dropWhile(line -> !line.equals("Per-VU Results:"))
            .skip(1)
            .takeWhile(line -> line.startsWith("  VU "))
            .toList();
    assertThat(users).isNotEmpty().hasSizeLessThanOrEqualTo(mostUsers);
    int requests = 0;
    for (var user : users) {
      var parts = USER.matcher(user);
      assertThat(parts.matches()).as(user).isTrue();
      int sum = Integer.parseInt(parts.group(2));
      assertThat(Integer.parseInt(parts.group(3)) + Integer.parseInt(parts.group(4)))
          .isEqualTo(sum);
      requests += sum;
    }
    var counted = Pattern.compile("requests +(\\d+) ").matcher(run.out());
    assertThat(counted.find()).isTrue();
    assertThat(requests).isEqualTo(Integer.parseInt(counted.group(1)));
  }

  @Test
  void progressIsALineOfItsOwnWhereThereIsNoTerminal() throws IOException {
    var run =
        CommandLineRun.of(
            ("run " + file() + " --var " + base() + " --users 2 --for 2200ms --progress --verbose")
                .split(" "));

    assertThat(run.err()).containsPattern(PROGRESS);
    assertThat(run.err().lines().toList().getLast())
        .matches("✓ Completed: \\d+ requests \\| \\d+ errors");
    assertThat(run.out()).doesNotContain("Progress").contains("VU 1 started");
  }

  @Test
  void withoutATerminalThereIsNoneUnlessAskedFor() throws IOException {
    var run =
        CommandLineRun.of(("run " + file() + " --var " + base() + " --iterations 1").split(" "));

    assertThat(run.err()).doesNotContain("Progress").doesNotContain("Completed");
    assertThat(run.out()).doesNotContain("Per-VU Results:");
  }

  @Test
  void aQuietRunSaysWhatWentWrongAlone() throws IOException {
    var line = "run " + file() + " --var " + base() + " --iterations 1 --quiet";

    var good = CommandLineRun.of((line + " --expect p95<1m").split(" "));
    var bad = CommandLineRun.of((line + " --expect errors<1%,p95<1m").split(" "));

    assertThat(good.out() + good.err()).isEmpty();
    assertThat(good.code()).isZero();
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.out()).contains("missed  error rate below 1 %", "met     p95 below 60 s");
  }

  /** Neither a long grace nor a teardown that hangs may cost the report. */
  @Test
  void whatTakesLongIsCutOffAfterASignal() throws Exception {
    var file = folder.resolve("slow.httpx");
    Files.writeString(
        file,
        """
        request slow { curl ${base}/delay/30000 }
        request hanging { curl ${base}/delay/25000 }
        scenario s {
          run slow
          teardown { run hanging }
        }
        """);
    var out = folder.resolve("results.json");
    try (var run =
        new CommandProcess(
            "run",
            file.toString(),
            "--var",
            base(),
            "--users",
            "2",
            "--for",
            "60s",
            "--grace",
            "2m",
            "--timeout",
            "100s",
            "--progress",
            "--out",
            out.toString())) {
      run.awaitLine("Progress: ");

      run.signal("TERM");
      var text = run.awaitEnd();

      assertThat(run.code()).isEqualTo(143);
      assertThat(text).contains("Stopping: what is under way gets up to 5 s.", "connections");
      var results = new ObjectMapper().readTree(out.toFile());
      assertThat(results.at("/totals/interrupted").asLong()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalPrintsTheWholeReportAndKeepsTheFile(String signal, int code) throws Exception {
    var out = folder.resolve("results.json");
    try (var run =
        new CommandProcess(
            "run",
            file(),
            "--var",
            base(),
            "--users",
            "2",
            "--for",
            "60s",
            "--progress",
            "--out",
            out.toString())) {
      run.awaitLine("Progress: ");

      run.signal(signal);
      var text = run.awaitEnd();

      assertThat(run.code()).isEqualTo(code);
      assertThat(text)
          .contains(
              "■ Interrupted: ", "Interrupted: these are", "All requests (ms)", "connections");
      var results = new ObjectMapper().readTree(out.toFile());
      assertThat(results.at("/totals/requests").asLong()).isPositive();
      assertThat(results.at("/totals/requests").asLong())
          .isEqualTo(
              results.at("/totals/ok").asLong()
                  + results.at("/totals/failed").asLong()
                  + results.at("/totals/interrupted").asLong());
    }
  }
}
