package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.shop.PracticeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code squall run}, {@code check} and {@code fmt} on files, against the practice shop. */
class HttpxCommandsTest {
  private static final String FLOW = "../examples/shop/04-shopping-flow.httpx";

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

  private String file(String text) throws IOException {
    var file = folder.resolve("a.httpx");
    Files.writeString(file, text);
    return file.toString();
  }

  private static String base() {
    return "base=" + shop.url();
  }

  @Test
  void theShoppingFlowOrdersAndTheShopCountsWhatWasSent() throws IOException {
    var out = folder.resolve("results.json");
    long before = shop.requests();

    var run =
        CommandLineRun.of(
            "run",
            FLOW,
            "--var",
            base(),
            "--users",
            "2",
            "--iterations",
            "4",
            "--out",
            out.toString());

    // Whether the machine is quick enough for the file's p95 is no question of this test.
    assertThat(run.code()).as(run.out() + run.err()).isIn(0, 1);
    assertThat(run.out())
        .contains("scenario shopping", "4 iterations by 2 users", "register", "checkout")
        .contains("goals", "met     error rate", "none of them failed");
    assertThat(shop.requests() - before).isEqualTo(40);
    var totals = new ObjectMapper().readTree(out.toFile()).path("totals");
    assertThat(totals.path("ok").asInt()).isEqualTo(40);
  }

  @Test
  void aMissedGoalIsExitOne() throws IOException {
    var file =
        file(
            """
            request health { curl ${base}/health }
            scenario s {
              load 3 iterations with 1 vus
              run health
              expect { p95 < 0.001ms }
            }
            """);

    var run = CommandLineRun.of("run", file, "--var", base());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("missed  p95");
  }

  @Test
  void nothingIsSentToOthersUnlessTheyAreAllowed() throws IOException {
    var file = file("request a { curl http://shop.invalid/ }\nscenario s { run a }\n");

    var refused = CommandLineRun.of("run", file, "--iterations", "1");
    var allowed =
        CommandLineRun.of("run", file, "--iterations", "1", "--allow", "Shop.invalid", "--dry-run");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("shop.invalid, which is not this machine", "--allow shop.invalid");
    assertThat(allowed.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:1/, 0",
    "http://127.0.0.2:1/, 0",
    "'http://[::1]:1/', 0",
    "http://10.0.0.1:1/, 2",
    "http://localhost.example:1/, 2",
  })
  void thisMachineIsKnownByItsNameAndItsAddresses(String url, int code) throws IOException {
    var file = file("request a { curl -g '" + url + "' }\nscenario s { run a }\n");

    assertThat(CommandLineRun.of("run", file, "--iterations", "1", "--dry-run").code())
        .isEqualTo(code);
  }

  @Test
  void aDryRunSendsNothingAndShowsTheLoad() {
    long before = shop.requests();

    var dry = CommandLineRun.of("run", FLOW, "--var", base(), "--dry-run");

    assertThat(dry.code()).isZero();
    assertThat(dry.out()).contains("scenario shopping", "10 users for 30s");
    assertThat(shop.requests()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "load 10 vus for 30s, '10 users for 30s, compressed 10 times'",
    "load { rps = 5; duration = 20s; compressed = 2 }, 5/s for 20s"
  })
  void aTimeAloneScalesTheFilesLoad(String load, String shown) throws IOException {
    var file =
        file(
            "request a { curl http://localhost:1/ }\nscenario s {\n"
                + load.replace(';', ',')
                + "\nrun a\n}\n");

    var dry = CommandLineRun.of("run", file, "--for", "3s", "--dry-run");

    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.out()).contains(shown);
  }

  @Test
  void aTimeAloneIsNothingForAClimbWithoutEnd() throws IOException {
    var file =
        file(
            """
            request a { curl http://localhost:1/ }
            scenario s {
              load { step { from = 100, by = 100, every = 5m }, until errors > 5% }
              run a
            }
            """);

    var run = CommandLineRun.of("run", file, "--for", "3s");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--for alone needs a load that has an end, not 100/s and 100/s");
  }

  @Test
  void aTimeAloneIsNothingForACount() throws IOException {
    var file =
        file(
            "request a { curl http://localhost:1/ }\nscenario s {\nload 5 iterations with 1 vus\nrun a\n}\n");

    var run = CommandLineRun.of("run", file, "--for", "3s");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--for alone needs a load that lasts a time, not 5 iterations");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--users 3 | how long?",
        "--iterations 3 --rate 5 | neither --rate nor --for",
        "--scenario shoping --iterations 1 | did you mean shopping?",
        "--out results.txt | --out goes by the ending, .json,",
        "--var nothing | --var",
      })
  void whatMakesNoSenseIsSaidBeforeAnythingIsSent(String arguments, String said) {
    long before = shop.requests();
    var line = ("run " + FLOW + " " + arguments).split(" ");

    var run = CommandLineRun.of(line);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(said);
    assertThat(shop.requests()).isEqualTo(before);
  }

  @Test
  void allProblemsOfAFileAreToldWithTheirPlaces() throws IOException {
    var file =
        file(
            """
            request a {
              curl http://localhost/a
              assert status = soon and then
            }
            scenario s {
              load 10 vus fore 1m
              run b
            }
            """);

    for (var command : new String[] {"run", "check", "fmt"}) {
      var run = CommandLineRun.of(command, file);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("a.httpx:3:", "a.httpx:6:", "load 10 vus fore 1m", "^");
    }
  }

  @Test
  void aCheckTellsWhatThePlanFinds() throws IOException {
    var file = file("request a { curl http://localhost/${nowhere} }\nscenario s { run a }\n");

    var check = CommandLineRun.of("check", file);

    assertThat(check.code()).isEqualTo(2);
    assertThat(check.err()).contains("no step extracts a variable nowhere");
    assertThat(CommandLineRun.of("check", FLOW).out()).contains("scenario shopping (");
    assertThat(CommandLineRun.of("check", FLOW, file).code()).isEqualTo(2);
  }

  @Test
  void aFileIsFormattedAndStaysWhatItIs() throws IOException {
    var file = file("# mine\nrequest  a {\ncurl   http://localhost/   # here\n}\n");

    var printed = CommandLineRun.of("fmt", file);
    var written = CommandLineRun.of("fmt", "--write", file);

    assertThat(printed.code()).isZero();
    assertThat(printed.out())
        .isEqualTo("# mine\nrequest a {\n  curl http://localhost/  # here\n}\n");
    assertThat(written.out()).isEmpty();
    assertThat(Files.readString(Path.of(file))).isEqualTo(printed.out());
    assertThat(CommandLineRun.of("fmt", file).out()).isEqualTo(printed.out());
  }

  @Test
  void aFileThatIsNotThereIsSaidToBe() {
    for (var command : new String[] {"run", "check", "fmt"}) {
      var run = CommandLineRun.of(command, "nowhere.httpx");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("there is no file nowhere.httpx");
    }
  }
}
