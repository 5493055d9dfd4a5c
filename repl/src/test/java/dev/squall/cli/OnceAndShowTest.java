package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shop.PracticeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code squall once}, {@code show} and {@code completion}. */
class OnceAndShowTest {
  private static final String FLOW = "../examples/shop/04-shopping-flow.httpx";

  @TempDir Path folder;

  @Test
  void oneIterationIsShownInFullButForItsSecrets() {
    try (var shop = PracticeShop.start()) {
      var once = CommandLineRun.of("once", FLOW, "--var", "base=" + shop.url());

      assertThat(once.code()).as(once.out() + once.err()).isZero();
      assertThat(once.out())
          .contains("1  register  POST " + shop.url() + "/auth/register")
          .contains("   > POST /auth/register HTTP/1.1", "   > {\"email\": \"shopper-")
          .contains("\"password\": \"…\"", "   > Authorization: …", "   token = …")
          .contains("   < 201 · ", " · new connection", " · reused connection")
          .contains("   ✓ jsonPath $.status is confirmed", "   order_id = ")
          .contains("variables\n", "shopping: ok, 10 requests in ")
          .doesNotContain("Pass123!")
          .doesNotContain("eyJ");
      assertThat(shop.requests()).isEqualTo(10);

      var revealed = CommandLineRun.of("once", FLOW, "--var", "base=" + shop.url(), "--reveal");
      assertThat(revealed.out())
          .contains("\"password\": \"Pass123!\"", "Authorization: Bearer eyJ");
    }
  }

  @Test
  void whatFailedIsSaidAndExitsWithOne() throws IOException {
    try (var shop = PracticeShop.start()) {
      var file =
          Files.writeString(
              folder.resolve("a.httpx"),
              """
              request a { curl ${base}/products/nothing
                assert status == 200, latency < 1m }
              scenario s { run a }
              """);

      var once = CommandLineRun.of("once", file.toString(), "--var", "base=" + shop.url());

      assertThat(once.code()).isEqualTo(1);
      assertThat(once.out())
          .contains("   ✗ status is 200, it was 404", "   ✓ elapsed below 60000 ms")
          .contains("   failed: ", "s: failed at a, 1 request in ");
    }
  }

  @Test
  void nobodyElseIsAskedOnceEither() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("a.httpx"),
            "request a { curl http://x.invalid/ }\nscenario s { run a }\n");

    assertThat(CommandLineRun.of("once", file.toString()).code()).isEqualTo(2);
  }

  @Test
  void aPlanIsShownWithoutAnythingBeingSent() {
    var show = CommandLineRun.of("show", FLOW, "--var", "base=http://localhost:1");

    assertThat(show.code()).as(show.err()).isZero();
    assertThat(show.out())
        .contains("scenario shopping\n  load      10 users for 30s\n")
        .contains("  expected  10 requests an iteration;\n")
        .contains("at most about 111 iterations, 1 110 requests")
        .contains("  asks      http://localhost:1\n")
        .contains("  goals     p95 below 500 ms\n            error rate below 1 %\n")
        .contains("  register  POST http://localhost:1/auth/register\n")
        .contains("      extract token from jsonPath $.token\n  pause 0.1s .. 0.5s\n")
        .contains("  token               found by register at jsonPath $.token\n")
        .contains("  order_id            found by checkout at jsonPath $.order_id\n")
        .contains("  UUID                built in\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rate 50 --for 1m | 3 000 iterations, 3 000 requests",
        "--iterations 7 | 7 iterations, 7 requests",
        "--users 5 --for 10s | as many iterations as the answers' times let 5 users do",
        "--stages 10s:10/s | 50 iterations, 50 requests",
      })
  void howManyAreExpectedDependsOnTheLoad(String load, String expected) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("a.httpx"),
            "request a { curl http://localhost:1/ }\nscenario s { run a }\n");

    var show = CommandLineRun.of(("show " + file + " " + load).split(" ", -1));

    assertThat(show.out()).contains("  expected  1 request an iteration;\n            " + expected);
  }

  /** By a real bash: what it offers behind a beginning. */
  @ParameterizedTest
  @CsvSource({
    "squall ru, run",
    "squall run --us, --users",
    "./squall show --sc, --scenario",
    "squall run --cookies s, shared",
    "squall run --connections f, fresh"
  })
  void aShellCompletes(String line, String offered) throws Exception {
    var script = Files.writeString(folder.resolve("c.sh"), CommandLineRun.of("completion").out());
    var words = line.split(" ", -1);
    var asks =
        """
        source %s
        COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}
        _complete_squall >/dev/null 2>&1
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(script, line, words.length - 1, line);
    var bash = new ProcessBuilder("bash", "-c", asks).redirectErrorStream(true).start();
    try (var out = bash.inputReader()) {
      assertThat(out.lines().map(String::strip)).contains(offered);
    }
    assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }
}
