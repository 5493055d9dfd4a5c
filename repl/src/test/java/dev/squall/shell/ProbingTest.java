package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the first probe to a saved file, against the practice shop. */
class ProbingTest {
  private static final Shells SHELL = new Shells();

  @BeforeAll
  static void open() {
    assertThat(SHELL.ok("%shop start")).contains("the practice shop listens at http://");
  }

  @AfterAll
  static void close() {
    SHELL.close();
  }

  @Test
  void aProbeIsLookedAtTakenApartAndKept() {
    assertThat(SHELL.ok("GET /products limit==2"))
        .startsWith("200 OK")
        .contains("new connection", "prod-1");
    assertThat(SHELL.ok("%extract id $.products[0].id")).isEqualTo("id = \"prod-1\"");
    assertThat(SHELL.ok("%check status 200")).isEqualTo("✓ status is 200");
    assertThat(SHELL.ok("%check $.products[0].price < 1")).startsWith("✗ ").contains("it was 1");
    assertThat(SHELL.ok("%keep browse")).isEqualTo("browse kept as step 1 of draft");
    assertThat(SHELL.ok("GET /products/${id}")).startsWith("200 OK").contains("reused connection");
    assertThat(SHELL.ok("%vars")).contains("id", "prod-1", "browse", "jsonPath $.products[0].id");
    assertThat(SHELL.ok("vars().get(\"id\")")).isEqualTo("prod-1");
    assertThat(SHELL.ok("%json $.id")).isEqualTo("prod-1");
    assertThat(SHELL.ok("%headers content-type")).contains("json");
    assertThat(SHELL.ok("%suggest")).contains("%extract", "%check");
    assertThat(SHELL.ok("%steps")).contains("browse", "id = jsonPath $.products[0].id");
    assertThat(SHELL.ok("%curl browse")).contains("\ncurl http://");
  }

  @Test
  void aProbeThatWasNotSentIsNotKeptInThePlaceOfAnother() {
    SHELL.ok("GET /health");
    SHELL.say("GET /users/${nobody}");

    assertThat(SHELL.say("%keep user"))
        .contains("GET /users/${nobody} was not sent", "what was sent before: GET /health");

    SHELL.ok("GET /health");
    assertThat(SHELL.ok("%keep health")).startsWith("health kept");
    SHELL.ok("%drop health");
  }
}
