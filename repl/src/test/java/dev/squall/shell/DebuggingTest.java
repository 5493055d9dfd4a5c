package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The step debugger through its commands, against the practice shop. */
class DebuggingTest {
  private static final Shells SHELL = new Shells();

  @BeforeAll
  static void open() {
    SHELL.ok("%shop start\nGET /products limit==2\n%extract id $.products[0].id\n%keep browse");
    SHELL.ok("GET /products/${id}\n%check $.id == ${id}\n%keep details");
  }

  @AfterAll
  static void close() {
    SHELL.close();
  }

  @Test
  void forwardBackAnotherVariableAndOnAsLoad() {
    assertThat(SHELL.say("%debug next")).contains("nothing is gone through");
    assertThat(SHELL.ok("%debug draft")).contains("0 of 2 done", "next: browse");
    assertThat(SHELL.ok("%debug next")).contains("id = prod-1", "1 of 2 done");
    assertThat(SHELL.ok("%debug set id prod-2")).contains("id");
    assertThat(SHELL.ok("%debug next")).contains("/products/prod-2", "2 of 2 done");
    assertThat(SHELL.ok("%debug back")).contains("1 of 2 done");
    assertThat(SHELL.ok("%debug vars")).contains("prod-2");
    assertThat(SHELL.ok("%debug load 2 users for 200ms")).contains("details");
    assertThat(SHELL.ok("runs().toString()")).contains("r");
    assertThat(SHELL.ok("%replay slowest details")).contains("0 of 2 done");
    assertThat(SHELL.ok("%debug finish")).contains("2 of 2 done");
    assertThat(SHELL.ok("%debug end")).contains("left");
    assertThat(SHELL.ok("vars().get(\"id\")")).isEqualTo("prod-1");
  }
}
