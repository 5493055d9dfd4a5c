package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import dev.squall.stats.HeaderLine;
import dev.squall.stats.Trace;
import dev.squall.stats.Trace.CapturedValue;
import dev.squall.stats.Trace.CheckedValue;
import dev.squall.stats.Trace.Hop;
import dev.squall.stats.Trace.Timing;
import dev.squall.stats.Trace.TracedStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceReportTest {
  private static TracedStep step(String request, String body, Outcome outcome) {
    return new TracedStep(
        "login",
        "POST /login",
        "POST",
        "http://h/login?api_key=abc",
        request,
        200,
        List.of(new HeaderLine("Set-Cookie", "sid=abc"), new HeaderLine("X-Bell", "a\007b")),
        body,
        12.3,
        11,
        new Timing(0, 1.2, 0, 9, 2),
        1400,
        false,
        List.of(new Hop("http://h/old?token=abc", 302, "/login\033[2J", 3)),
        outcome,
        List.of(new CapturedValue("token", "jsonPath $.token", Optional.of("abc"), "")),
        List.of(
            new CheckedValue("status is 200", true, "200", "200"),
            new CheckedValue("jsonPath $.token is x", false, "x", "abc")));
  }

  private static Trace trace(TracedStep step) {
    return new Trace(
        "members", false, Optional.of("login"), 12.3, Map.of("token", "abc"), List.of(step), true);
  }

  private static final String REQUEST =
      "POST /login?api_key=abc HTTP/1.1\r\nHost: h\r\nCookie: a=abc\r\n\r\npassword=abc&user=me";

  private static final TracedStep FAILED =
      step(
          REQUEST,
          "{\"token\": \"a\\\"bc\", \"pin_token\":123,\n \"id\": 7}",
          new Outcome.Failed(Category.CHECK_FAILED, "jsonPath $.token is x", "it was abc"));

  @Test
  void everythingIsShownButSecrets() {
    assertThat(new TraceReport(trace(FAILED), false))
        .hasToString(
            """
            1  login  POST /login
               ↪ http://h/old?token=…  302 to /login [2J
               > POST /login?api_key=… HTTP/1.1
               > Host: h
               > Cookie: …
               >
               > password=…&user=me
               < 200 · 1.4 kB · 12.3 ms   connect 1.2 · service 11.0 · new connection
               < Set-Cookie: …
               < X-Bell: a b
               <
               < {"token": "…", "pin_token":"…",
               <  "id": 7}
               ✓ status is 200
               ✗ jsonPath $.token is x, it was …
               token = …
               failed: check_failed (jsonPath $.token is x): …

            variables
              token = …

            members: failed at login, 1 request in 12.3 ms; certificates NOT verified
            """);
  }

  @Test
  void secretsAreShownToWhoeverAsks() {
    assertThat(new TraceReport(trace(FAILED), true).toString())
        .contains("302 to /login [2J", "POST /login?api_key=abc", "Cookie: a=abc", "password=abc")
        .contains("Set-Cookie: sid=abc", "\"pin_token\":123", "it was abc", "token = abc")
        .contains("failed: check_failed (jsonPath $.token is x): it was abc")
        .doesNotContain("\033")
        .doesNotContain("…");
  }

  @Test
  void whatIsNoTextIsCounted() {
    assertThat(new TraceReport(trace(step(REQUEST, "a\000b", new Outcome.Ok())), true).toString())
        .contains("   < (3 characters that are no text)\n")
        .doesNotContain("failed: ");
  }

  @Test
  void aLongBodyIsCut() {
    var body = "x".repeat((1 << 16) + 1500);

    assertThat(new TraceReport(trace(step(REQUEST, body, new Outcome.Ok())), false).toString())
        .contains("   < … 1 500 characters more\n");
  }
}
