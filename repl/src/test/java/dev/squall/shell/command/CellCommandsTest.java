package dev.squall.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.LoopbackServer;
import dev.squall.shell.Shells;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Commands with lines below them: scenarios as they are written in files, and another language. */
class CellCommandsTest {
  private static final LoopbackServer SERVER = new LoopbackServer();
  private static final Shells SHELL = new Shells();

  private static final String SCENARIO =
      """
      # what people do first
      var base = %s
      request list { curl ${base}/products }
      request one { curl ${base}/products/1 }
      scenario browse {
        load 2 iterations with 1 vus
        run list -> one
        expect { errors < 1%% }
      }
      scenario look { run one }
      """
          .formatted(SERVER.url());

  @AfterAll
  static void close() {
    SHELL.close();
    SERVER.close();
  }

  @Test
  void aCellIsTheDraftFromThenOnHoweverOftenItIsPerformed() {
    SHELL.ok("%%httpx\n" + SCENARIO);
    SHELL.ok("%%httpx\n" + SCENARIO);

    assertThat(SHELL.ok("draft().steps().size()")).isEqualTo("3");
    assertThat(SHELL.ok("%steps")).contains("list", "one");
  }

  @Test
  void whatIsWrongStandsAtItsLineOfTheCellAndTheDraftStays() {
    SHELL.ok("%%httpx\n" + SCENARIO);
    assertThat(SHELL.say("%%httpx\nrequest a { curl http://localhost:1/a }\nrequst b {}"))
        .contains("cell.httpx:3:1", "did you mean `request`?");
    assertThat(SHELL.ok("draft().steps().size()")).isEqualTo("3");
    assertThat(SHELL.say("%%httpx")).contains("there is no scenario below");
  }

  @Test
  void aCellIsRunWithItsOwnLoadAndItsGoals() {
    assertThat(SHELL.ok("%%run\n" + SCENARIO)).contains("2 iterations", "goals", "list", "one");
  }

  @Test
  void orWithAnotherLoadOrAnotherScenarioOfIt() {
    assertThat(SHELL.ok("%%run 3 iterations\n" + SCENARIO)).contains("3 iterations", "list");
    assertThat(SHELL.ok("%%run look 4 iterations\n" + SCENARIO))
        .contains("4 iterations")
        .doesNotContain("list");
    assertThat(SHELL.say("%%run lok 4 iterations\n" + SCENARIO)).contains("did you mean look?");
    assertThat(SHELL.say("%%run look\n" + SCENARIO)).contains("how much is missing");
  }

  @Test
  void bashIsRefusedWhereNobodyAllowedIt() throws IOException {
    SHELL.environment.remove("SQUALL_ALLOW_BASH");
    assertThat(SHELL.say("%%bash\ntouch made"))
        .contains("bash is not allowed here", "export SQUALL_ALLOW_BASH=1");
    assertThat(SHELL.folder.resolve("made")).doesNotExist();
  }

  @Test
  void bashPerformsTheLinesBelowInTheFolderOfTheSession() throws IOException {
    SHELL.environment.put("SQUALL_ALLOW_BASH", "1");
    SHELL.ok("%%bash\nprintf 'grüße' > said; echo out; echo err >&2");

    assertThat(Files.readString(SHELL.folder.resolve("said"))).isEqualTo("grüße");
    assertThat(SHELL.front.printed()).contains("out\n").contains("err\n");
    assertThat(SHELL.say("%%bash\nexit 3")).contains("bash ended with 3");
  }

  @Test
  void whatBashBeganEndsWhenItIsStopped() throws Exception {
    SHELL.environment.put("SQUALL_ALLOW_BASH", "1");
    var stopped =
        CompletableFuture.supplyAsync(
            () -> SHELL.say("%%bash\necho $$ > pid; sleep 60"),
            task -> Thread.ofPlatform().daemon().start(task));
    var pid = SHELL.folder.resolve("pid");
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.onSpinWait();
    }
    var process = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    SHELL.shell.stop();

    assertThat(stopped.get(10, TimeUnit.SECONDS)).contains("stopped");
    process.onExit().get(10, TimeUnit.SECONDS);
  }
}
