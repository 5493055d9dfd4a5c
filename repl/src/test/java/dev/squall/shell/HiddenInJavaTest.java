package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Java gives stands without a name: the secrets of a session are known by their values. */
class HiddenInJavaTest {
  private static final Shells SHELL = new Shells();
  private static String token = "";

  @BeforeAll
  static void logIn() {
    SHELL.ok("%shop start");
    SHELL.ok("POST /auth/register email=hidden@example.com password=password123 name=Hidden");
    SHELL.ok("POST /auth/login email=hidden@example.com password=password123");
    SHELL.ok("%extract token $.token");
    token = String.valueOf(SHELL.shell.session().vars().get("token"));
    assertThat(token).hasSizeGreaterThan(16);
  }

  @AfterAll
  static void close() {
    SHELL.close();
  }

  @Test
  void noSecretIsInWhatJavaGives() {
    for (var java :
        new String[] {
          "vars().get(\"token\")",
          "vars().all()",
          "last().body()",
          "last().json(\"$.token\")",
          "java.util.List.of(vars().get(\"token\"), 1)",
          "\"Bearer \" + vars().get(\"token\") + \";\"",
          "last().step()",
          "last().step().request()",
        }) {
      assertThat(SHELL.ok(java)).as(java).doesNotContain(token, "password123").isNotEmpty();
    }
    assertThat(SHELL.ok("last().step().request()")).contains("POST /auth/login", "…");
    assertThat(SHELL.ok("vars().get(\"token\").length()")).isEqualTo("" + token.length());
  }

  @Test
  void noSecretIsInWhatIsDeclared() {
    SHELL.ok("var held = vars().get(\"token\")");
    assertThat(SHELL.front.shown).contains("held = …").noneMatch(text -> text.contains(token));
  }

  @Test
  void noSecretIsInWhatIsThrown() {
    assertThat(SHELL.say("throw new IllegalStateException(\"no \" + vars().get(\"token\"))"))
        .contains("IllegalStateException: no …")
        .doesNotContain(token);
    var reply =
        SHELL.shell.evaluate("throw new IllegalStateException(vars().get(\"token\"))", SHELL.front);
    assertThat(reply.failure().orElseThrow().message()).isEqualTo("…");
  }

  @Test
  void whatIsNoSecretStays() {
    assertThat(SHELL.ok("last().status()")).isEqualTo("200");
    assertThat(SHELL.ok("\"a password and a token\"")).isEqualTo("a password and a token");
    assertThat(SHELL.ok("java.util.List.of(1234567890123456L)")).isEqualTo("[1234567890123456]");
    assertThat(SHELL.ok("\"4111 1111 1111 1111\"")).isEqualTo("…1111");
  }

  @Test
  void itIsSeenByWhoeverAsksForIt() {
    assertThat(SHELL.ok("reveal(\"token\")")).isEqualTo(token);
    assertThat(SHELL.ok("%reveal token")).isEqualTo(token);
    assertThat(SHELL.say("reveal(\"tokn\")")).contains("nothing is called tokn", "vars()");
    SHELL.ok("System.out.println(vars().get(\"token\"))");
    assertThat(SHELL.front.printed()).contains(token);
    var before = SHELL.front.view;
    SHELL.front.view = before.revealing();
    assertThat(SHELL.ok("vars().get(\"token\")")).isEqualTo(token);
    SHELL.front.view = before;
  }
}
