package dev.squall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a request to perform a cell may say besides its code. */
@Timeout(60)
class CellsTest extends WithKernel {
  @Test
  void aSilentCellIsHeardByNobodyAndCountsForNothing() {
    client.run("int a = 1");
    var silent = client.ask("execute_request", "{'code': 'a + 1', 'silent': true}");
    assertThat(silent.types()).containsExactly("busy", "idle");
    assertThat(silent.reply().path("execution_count").asInt()).isOne();

    var unstored = client.ask("execute_request", "{'code': 'a + 2', 'store_history': false}");
    assertThat(unstored.types()).containsExactly("busy", "execute_input", "execute_result", "idle");
    var history = client.ask("history_request", "{'hist_access_type': 'range', 'session': 0}");
    assertThat(history.reply().path("history")).hasSize(1);
    assertThat(history.reply().path("history").path(0).path(2).asText()).isEqualTo("int a = 1");
    assertThat(client.run("%history").result()).contains("int a = 1").doesNotContain("a + ");
  }

  @Test
  void expressionsAreValuesOfTheReply() {
    var given =
        client.ask(
            "execute_request",
            "{'code': 'int a = 1', 'user_expressions': {'sum': 'a + 1', 'bad': 'nothing'}}");

    var values = given.reply().path("user_expressions");
    assertThat(values.path("sum").path("status").asText()).isEqualTo("ok");
    assertThat(values.path("sum").path("data").path("text/plain").asText()).isEqualTo("2");
    assertThat(values.path("bad").path("status").asText()).isEqualTo("error");
  }

  @Test
  void aMistakeOfTheCodeIsShownAtItsPlace() {
    assertThat(client.run("int b = nothing").reply().path("traceback").toString())
        .contains("cell:1:9", "nothing is called nothing", "^");
  }

  @Test
  void anExceptionHasItsNameAndNoFrameOfOurs() {
    var failed = client.run("throw new IllegalStateException(\"why\")").reply();

    assertThat(failed.path("ename").asText()).endsWith("IllegalStateException");
    assertThat(failed.path("evalue").asText()).contains("why");
    assertThat(failed.path("traceback").toString()).doesNotContain("dev.squall");
  }

  @Test
  void whoCannotBeAskedReadsTheEnd() {
    var given = client.ask("execute_request", "{'code': 'System.in.read()', 'allow_stdin': false}");

    assertThat(given.heard("execute_result").toString()).contains("\"-1\"");
  }
}
