package dev.squall.run;

import static dev.squall.Squall.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.PlannedRequest;
import dev.squall.scenario.Check;
import dev.squall.scenario.Request;
import dev.squall.stats.ConnectionSettings;
import dev.squall.stats.Recorder;
import dev.squall.stats.RunInfo;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What checks and captures say of an answer, without a server. */
class EvaluationTest {
  private static final String JSON =
      """
      {"id": 7, "price": 19.90, "code": "007", "name": "Ann", "tags": ["a", "b"], "none": null}\
      """;

  private final Answer answer = new Answer(false);
  private Evaluation evaluation;
  private Session session;

  /** The request, which behind one that extracts {@code known} and {@code unknown} gets this. */
  private PlannedRequest answered(Request request, int status, String body) {
    var before = get("/").extract("known", body()).extract("unknown", body());
    var plan =
        Plan.of(scenario("s", before, request), users(1).iterations(1), Options.of(at("http://h")));
    session = new Session(plan, new Timestamps(), 1);
    session.begin(0, 1, new String[plan.variables().size()]);
    session.set(plan.variables().indexOf("known"), "Ann");
    evaluation = new Evaluation(session, answer, recorder(plan), null);
    var planned = plan.requests().getLast();
    answer.expect(planned);
    answer.head(status, 1, new byte[0], 0, 0);
    comes("X-Name:Ann");
    comes("Set-Cookie:sid=9; Path=/");
    answer.startedNanos = 1_000_000;
    answer.endedNanos = 13_500_000;
    answer.body(body.getBytes(UTF_8), 0, body.getBytes(UTF_8).length);
    evaluation.begin(planned);
    return planned;
  }

  private static Recorder recorder(Plan plan) {
    var info =
        new RunInfo("s", "once", 1, 1, Instant.EPOCH, "http://h", ConnectionSettings.DEFAULT);
    return new Recorder(info, List.of("s"), plan.infos(), 1);
  }

  private void comes(String line) {
    var bytes = line.getBytes(UTF_8);
    int colon = line.indexOf(':');
    answer.header(bytes, 0, colon, colon + 1, bytes.length);
  }

  static Stream<Arguments> checks() {
    return Stream.of(
        Arguments.of(status().is(200), true),
        Arguments.of(status().is(201), false),
        Arguments.of(status().isNot(200), false),
        Arguments.of(status().isNot(500), true),
        Arguments.of(status().isBelow(201), true),
        Arguments.of(status().isBelow(200), false),
        Arguments.of(status().isAbove(199), true),
        Arguments.of(status().isAbove(200), false),
        Arguments.of(status().isBetween(200, 200), true),
        Arguments.of(status().isBetween(201, 299), false),
        Arguments.of(status().isBetween(100, 199), false),
        Arguments.of(status().in(500, 200), true),
        Arguments.of(status().in(500, 503), false),
        Arguments.of(elapsed().isBelow(millis(12.5)), false),
        Arguments.of(elapsed().isBelow(millis(12.6)), true),
        Arguments.of(header("x-name").is("Ann"), true),
        Arguments.of(header("X-Name").is("${known}"), true),
        Arguments.of(header("X-Name").is("ann"), false),
        Arguments.of(header("X-Name").is("${unknown}"), false),
        Arguments.of(header("X-Name").isNot("${unknown}"), false),
        Arguments.of(header("X-Name").isNot("Bob"), true),
        Arguments.of(header("X-Name").contains("nn"), true),
        Arguments.of(header("X-Name").contains("${unknown}"), false),
        Arguments.of(header("X-Name").contains("b"), false),
        Arguments.of(header("X-Name").matches("^A"), true),
        Arguments.of(header("X-Name").matches("^n"), false),
        Arguments.of(header("X-Name").isAbove(0), false),
        Arguments.of(header("X-Name").isBelow(0), false),
        Arguments.of(header("X-None").exists(), false),
        Arguments.of(header("X-None").isNot("x"), false),
        Arguments.of(header("X-Name").exists(), true),
        Arguments.of(cookie("sid").is(9), true),
        Arguments.of(cookie("other").exists(), false),
        Arguments.of(jsonPath("$.id").is(7), true),
        Arguments.of(jsonPath("$.id").is("7.0"), true),
        Arguments.of(jsonPath("$.price").is(19.9), true),
        Arguments.of(jsonPath("$.code").is("007"), true),
        Arguments.of(jsonPath("$.code").is(7), false),
        Arguments.of(jsonPath("$.name").is("${known}"), true),
        Arguments.of(jsonPath("$.nothing").exists(), false),
        Arguments.of(jsonPath("$.tags[*]").contains("a"), true),
        Arguments.of(regex("\"id\": (\\d+)").is(7), true),
        Arguments.of(regex("\"(i)(d)\": 7", 2).is("d"), true),
        Arguments.of(regex("\"no\": (\\d+)").exists(), false),
        Arguments.of(body().contains("Ann"), true),
        Arguments.of(body().contains("Bob"), false));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void aCheckHoldsOrDoesNot(Check check, boolean holds) {
    var request = answered(get("/").check(check), 200, JSON);
    assertThat(evaluation.failedChecks(request)).isEqualTo(holds ? 0 : 1);
    assertThat(evaluation.holds(request.checks().getFirst())).isEqualTo(holds);
  }

  @Test
  void eachCheckHasABitOfItsOwn() {
    var request =
        answered(
            get("/")
                .check(status().is(201), status().is(200), body().is("x"), header("X").exists()),
            200,
            JSON);
    assertThat(evaluation.failedChecks(request)).isEqualTo(0b1101);
  }

  @Test
  void xmlIsReadAsXml() {
    var request =
        answered(
            get("/")
                .check(xpath("//b").is(2), xpath("//c").exists())
                .extract("b", xpath("string(//b)")),
            200,
            "<a><b>2</b></a>");
    assertThat(evaluation.failedChecks(request)).isEqualTo(0b10);
    evaluation.capture(request);
    assertThat(session.variables()).containsEntry("b", "2");
  }

  @Test
  void whatIsCapturedIsTheVariableAndWhatIsNotFoundIsNone() {
    var request =
        answered(
            get("/${known}")
                .extract("id", jsonPath("$.id"))
                .extract("name", header("X-Name"))
                .extract("code", status())
                .extract("ms", elapsed())
                .extract("known", jsonPath("$.nothing"))
                .extract("sid", cookie("sid")),
            200,
            JSON);
    assertThat(evaluation.capture(request)).isNull();
    assertThat(session.variables())
        .containsEntry("id", "7")
        .containsEntry("name", "Ann")
        .containsEntry("code", "200")
        .containsEntry("ms", "12.5")
        .containsEntry("sid", "9")
        .doesNotContainKey("known");
  }

  @Test
  void theFirstThatIsNeededAndWasNotFoundIsTold() {
    var plan =
        Plan.of(
            scenario(
                "s",
                get("/")
                    .extract("spare", jsonPath("$.no"))
                    .extract("one", jsonPath("$.no"))
                    .extract("two", jsonPath("$.no")),
                get("/${one}${two}")),
            users(1).iterations(1),
            Options.of(at("http://h")));
    var own = new Session(plan, new Timestamps(), 1);
    own.begin(0, 1, new String[plan.variables().size()]);
    var request = plan.requests().getFirst();
    var evaluation = new Evaluation(own, answer, recorder(plan), null);
    answer.expect(request);
    answer.body("{}".getBytes(UTF_8), 0, 2);
    evaluation.begin(request);
    assertThat(evaluation.capture(request).variable()).isEqualTo("one");
  }

  @Test
  void whereTheBodyCannotBeReadEveryLookupInItFindsTheReason() {
    var reading = get("/").check(body().contains("no"), status().is(200), jsonPath("$.a").exists());
    var request = answered(reading, 200, "");
    answer.expect(request);
    answer.head(200, 1, new byte[0], 0, 0);
    comes("Content-Encoding:rot13");
    answer.body("no".getBytes(UTF_8), 0, 2);
    evaluation.begin(request);
    assertThat(evaluation.failedChecks(request)).isEqualTo(0b101);
    assertThat(evaluation.actual(request.checks().getFirst()))
        .startsWith("the body is coded as rot13, which is not understood");
    assertThat(evaluation.actual(request.checks().get(1))).isEqualTo("200");
    // The next answer is another one.
    answer.expect(request);
    answer.body("no".getBytes(UTF_8), 0, 2);
    evaluation.begin(request);
    assertThat(evaluation.holds(request.checks().getFirst())).isTrue();
  }

  static Stream<Arguments> explained() {
    return Stream.of(
        Arguments.of(status().is(500), "status is 500, but it was 200", "500"),
        Arguments.of(
            header("X-Name").is("${VU}"), "header X-Name is ${VU} (1), but it was Ann", "1"),
        Arguments.of(
            header("X-Name").isNot("${known}"),
            "header X-Name is not ${known} (not Ann), but it was Ann",
            "not Ann"),
        Arguments.of(
            header("X-Name").contains("${VU}"),
            "header X-Name contains ${VU} (contains 1), but it was Ann",
            "contains 1"),
        Arguments.of(
            header("X-Name").is("${unknown}"),
            "header X-Name is ${unknown} (a variable without a value), but it was Ann",
            "a variable without a value"),
        Arguments.of(
            header("X-None").exists(), "header X-None exists, but no such header", "exists"),
        Arguments.of(
            cookie("none").exists(), "cookie none exists, but no such cookie was set", "exists"));
  }

  @ParameterizedTest
  @MethodSource("explained")
  void whatWasWantedAndWhatCameIsExplained(Check check, String words, String expected) {
    var planned = answered(get("/").check(check), 200, JSON).checks().getFirst();
    assertThat(evaluation.explain(planned)).isEqualTo(words);
    assertThat(evaluation.expected(planned.condition())).isEqualTo(expected);
  }

  @Test
  void whatIsExpectedIsToldInWords() {
    var request =
        answered(
            get("/")
                .check(
                    status().isBelow(300),
                    status().isAbove(400),
                    status().isBetween(200, 299),
                    header("X-Name").in(1, "${known}"),
                    body().matches("a.c")),
            200,
            JSON);
    assertThat(request.checks().stream().map(check -> evaluation.expected(check.condition())))
        .isEqualTo(
            List.of(
                "below 300.0",
                "above 400.0",
                "between 200.0 and 299.0",
                "in [1, Ann]",
                "matches a.c"));
    assertThat(evaluation.explain(request.checks().get(3))).contains("(in [1, Ann])");
  }

  @ParameterizedTest
  @CsvSource({"119, 119", "120, 120", "121, 121", "5000, 121"})
  void aLongTextIsCutToALine(int length, int shown) {
    // Of two chars each: a character is never cut in two.
    var cut = Evaluation.cut("😀".repeat(length));
    assertThat(cut.codePointCount(0, cut.length())).isEqualTo(shown);
    assertThat(cut.endsWith("…")).isEqualTo(length > 120);
  }

  @Test
  void aPatternThatIsTooMuchForTheTextFindsNothing() {
    var request =
        answered(get("/").check(body().matches("^(a|b)*c$")), 200, "ab".repeat(200_000) + "c");
    assertThat(evaluation.failedChecks(request)).isEqualTo(1);
  }
}
