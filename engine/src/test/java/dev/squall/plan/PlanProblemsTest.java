package dev.squall.plan;

import static dev.squall.plan.Plans.problems;
import static dev.squall.plan.Plans.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.load.Users;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Check;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan refuses, where it says it is and what it says would be right. */
class PlanProblemsTest {
  private static final Extractor.Status STATUS = new Extractor.Status();
  private static final Extractor.Elapsed ELAPSED = new Extractor.Elapsed();
  private static final Extractor.JsonPath ID = new Extractor.JsonPath("$.id");
  private static final Request GET = Request.of("GET", "/a").named("get");
  private static final String STEP = "scenario shop, step get";

  private static Problem in(String path, String what, String hint) {
    return new Problem(Position.in(path), what, hint);
  }

  private static String only(List<Problem> problems) {
    assertThat(problems).hasSize(1);
    return problems.getFirst().toString();
  }

  @Test
  void anUnknownVariableIsShownWithTheNearestName() {
    assertThat(only(problems(GET.extract("token", ID), GET.named("cart").bearer("${tokn}"))))
        .isEqualTo(
            """
            scenario shop, step cart, header Authorization:1:8: no step extracts a variable tokn
                Bearer ${tokn}
                       ^
                did you mean ${token}?\
            """);
  }

  @Test
  void aBuiltInMayBeTheNearestName() {
    assertThat(only(problems(GET.text("${timestmp}")))).contains("did you mean ${timestamp}?");
  }

  @Test
  void withoutANearNameTheHintSaysWhatToDo() {
    assertThat(only(problems(GET.json("{\"a\":\n  ${basket}}"))))
        .isEqualTo(
            """
            scenario shop, step get, body:2:3: no step extracts a variable basket
                  ${basket}}
                  ^
                extract it in an earlier step, or write $${basket} for the text itself\
            """);
  }

  @Test
  void aVariableOnlyALaterStepExtractsIsUsedTooEarly() {
    var used = Request.of("GET", "/${id}").named("use");
    assertThat(only(problems(used, GET.extract("id", ID))))
        .startsWith(
            "scenario shop, step use, path:1:2: the variable id is used before any step extracts it"
                + "\n    /${id}\n     ^\n    variables start fresh");
    assertThat(problems(used.extract("id", ID))).hasSize(1);
    assertThat(problems(new Step.Repeat(2, List.of(used, GET.extract("id", ID))))).hasSize(1);
    assertThat(problems(GET.text("$id").extract("id", ID))).hasSize(1);
    assertThat(problems(GET.extract("id", ID).check(ID.is("${id}")))).isEmpty();
  }

  @Test
  void anEmptyHoleNamesNothing() {
    assertThat(only(problems(GET.text("a ${ }"))))
        .isEqualTo(
            """
            scenario shop, step get, body:1:3: a ${} names no variable
                a ${ }
                  ^
                write $${} for the text itself\
            """);
  }

  @Test
  void anOpenBraceIsShown() {
    assertThat(only(problems(GET.header("X", "a ${id"))))
        .isEqualTo(
            """
            scenario shop, step get, header X:1:3: a ${ is not closed
                a ${id
                  ^
                close it with }, or write $${ and } for the text itself\
            """);
  }

  @Test
  void everyPlaceOfAVariableIsLookedAt() {
    assertThat(
            problems(
                Request.of("GET", "/${x1}?a=${x2}")
                    .named("get")
                    .header("A", "${x3}")
                    .field("f", "${x4}")
                    .check(ID.is("${x5}"), ID.isNot("${x6}"), ID.contains("${x7}"))
                    .check(ID.in("a", "${x8}"))))
        .extracting(problem ->
            problem.position() + " " + problem.what().replace("no step extracts a variable ", ""))
        .containsExactlyInAnyOrder(
            STEP + ", path:1:2 x1",
            STEP + ", path:1:10 x2",
            STEP + ", header A:1:1 x3",
            STEP + ", field f:1:1 x4",
            STEP + ", check jsonPath $.id is ${x5}:1:1 x5",
            STEP + ", check jsonPath $.id is not ${x6}:1:1 x6",
            STEP + ", check jsonPath $.id contains ${x7}:1:1 x7",
            STEP + ", check jsonPath $.id in a, ${x8}:1:1 x8");
  }

  @Test
  void aNameIsGivenToOneRequestOnly() {
    assertThat(problems(GET, GET.header("X", "1"), GET.check(STATUS.is(200))))
        .containsExactly(
            in(
                STEP,
                "the name get is given to two different requests",
                "name one of them otherwise"));
    assertThat(problems(GET, Request.of("POST", "/a").named("get"))).hasSize(1);
    assertThat(problems(GET, Request.of("GET", "/b").named("get"))).hasSize(1);
    assertThat(problems(GET, GET.text("x"))).hasSize(1);
    assertThat(problems(GET, GET)).isEmpty();
    assertThat(problems(Request.of("GET", "/a?x=1"), Request.of("GET", "/a?x=2"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "a.b", "${a}", "a}", "-a"})
  void aVariableNeedsANameThatAHoleCanHold(String name) {
    assertThat(problems(GET.extract(name, ID)))
        .containsExactly(
            in(
                STEP,
                "not a name for a variable: \"" + name + "\"",
                "a letter or _, then letters, digits, _ and -"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "order-id", "größe", "a1_B"})
  void theseNamesAreFine(String name) {
    assertThat(problems(GET.extract(name, ID), GET.named("b").text("${" + name + "}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"VU", "__VU", "timestamp", "UUID", "ITER", "COUNTER"})
  void aBuiltInIsNotExtracted(String name) {
    assertThat(problems(GET.extract(name, ID)))
        .containsExactly(
            in(STEP, "the variable " + name + " is built in", "extract into another name"));
  }

  @Test
  void whateverAppearsInATableNeedsAName() {
    assertThat(problems(GET.named(" ")))
        .containsExactly(
            in("scenario shop", "a step has no name", "give it one that a table can show"));
    assertThat(problems(new Step.Group("", List.of(GET))))
        .extracting(Problem::what)
        .containsExactly("a group has no name");
    assertThat(problems(new Scenario("", List.of(GET), Optional.of("http://h"))))
        .extracting(Problem::what)
        .containsExactly("a scenario has no name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GE T", "GET /x HTTP/1.1\r\nX:", "GÉT"})
  void aMethodIsOneWord(String method) {
    assertThat(problems(Request.of(method, "/a").named("get")))
        .containsExactly(
            in(STEP, "not a method: " + method, "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X Y", "X:", "X\r\nY", "Ü", "X\0"})
  void aHeaderNameIsAToken(String name) {
    assertThat(problems(GET.header(name, "1")))
        .containsExactly(
            in(
                STEP,
                "not a header name: " + name,
                "RFC 9110 §5.6.2 allows letters, digits and !#$%&'*+-.^_`|~"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX: y", "a\nb", "a\rb", "a\0b", "\u007f", "$${\r\n}", "\u001f"})
  void aHeaderCannotBreakOutOfItsLine(String value) {
    assertThat(problems(GET.header("X-A", value)))
        .containsExactly(
            in(
                STEP,
                "the header X-A holds a line end or another control character",
                "a header is one line of text"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "content-length", "Transfer-Encoding"})
  void framingIsOurs(String name) {
    assertThat(problems(GET.header(name, "1")))
        .containsExactly(in(STEP, name + " is written by Squall itself", "leave it out"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a b| a path or query holds a space| write it as %20| 3",
        "/a?q=x y z| a path or query holds a space| write it as %20| 7",
        "/a#top| a fragment is never sent| leave it out, or write %23 for the character| 3"
      })
  void aTargetIsWrittenAsItGoesOut(String target, String what, String hint, int column) {
    var problem = problems(Request.of("GET", target).named("get")).getFirst();
    assertThat(problem.what()).isEqualTo(what);
    assertThat(problem.hint()).isEqualTo(hint);
    assertThat(problem.position())
        .isEqualTo(new Position.InText(STEP + ", path", 1, column, target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a\r\nX: y", "/a\0", "/a\u007fb", "/a?\tb", "/$${\n}"})
  void aTargetCannotBreakOutOfItsLine(String target) {
    assertThat(problems(Request.of("GET", target).named("get")))
        .extracting(Problem::what, Problem::hint)
        .containsExactly(tuple("a path or query holds a control character", "leave it out"));
  }

  @Test
  void aPathNeedsABase() {
    var scenario = new Scenario("shop", List.of(GET), Optional.empty());
    assertThat(problems(scenario))
        .containsExactly(
            in(
                STEP,
                "the path /a has no base to stand on",
                "add at(\"http://localhost:8089\") to the run or the scenario"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https:///a| not an http URL: https:///a| write it as http://localhost:8089",
        "https://h:0| no such port: 0| a port is a number from 1 to 65535",
        "ftp://h| not an http URL: ftp://h| write it as http://localhost:8089",
        "localhost| not an http URL: localhost| write it as http://localhost:8089",
        "localhost:8089| not an http URL: localhost:8089| write it as http://localhost:8089",
        "http:///a| not an http URL: http:///a| write it as http://localhost:8089",
        "http://| not a URL: http://| write it as http://localhost:8089",
        "http://a b| not a URL: http://a b| write it as http://localhost:8089",
        "http://${h}| a base holds no variables: http://${h}| write it as http://localhost:8089",
        "http://u:p@h| a URL here has neither a user nor a fragment: http://u:p@h| show who you are with .basic(user, password)",
        "http://h/#x| a URL here has neither a user nor a fragment: http://h/#x| leave out what stands behind #",
        "http://h/a?b=1| a base has no query: http://h/a?b=1| write the query behind each path",
        "http://h:0| no such port: 0| a port is a number from 1 to 65535",
        "http://h:65536| no such port: 65536| a port is a number from 1 to 65535",
        "http://a_b:65536| no such port: 65536| a port is a number from 1 to 65535"
      })
  void aWrongBaseIsToldOnce(String base, String what, String hint) {
    assertThat(problems(scenario(GET, GET).at(base)))
        .containsExactly(in("base of scenario shop", what, hint));
  }

  @Test
  void aWrongHostOfARequestIsToldWhereItIs() {
    assertThat(problems(Request.of("GET", "http://${VU}/a").named("get")))
        .containsExactly(
            in(
                STEP,
                "the host of a URL cannot be a variable: http://${VU}",
                "name the host, or give the base with at(…)"));
    assertThat(problems(Request.of("GET", "ws://h/a").named("get")))
        .containsExactly(
            in(
                STEP,
                "only http and https are spoken: ws://h/a",
                "begin with https://, or with / on a base"));
  }

  static List<Check> impossible() {
    return List.of(
        ID.isBetween(2, 1),
        ID.isBetween(Double.NaN, 1),
        ID.isBetween(1, Double.NaN),
        ID.isBelow(Double.NaN),
        ID.isBelow(Double.NEGATIVE_INFINITY),
        ID.isAbove(Double.NaN),
        ID.isAbove(Double.POSITIVE_INFINITY),
        ID.in(),
        STATUS.is(20),
        STATUS.is(2000),
        STATUS.in(20, 1000),
        STATUS.in(),
        STATUS.isBelow(100),
        STATUS.isAbove(999),
        STATUS.isBetween(0, 99),
        STATUS.isBetween(1000, 2000),
        ELAPSED.isBelow(Duration.ZERO),
        ELAPSED.isBetween(Duration.ofMillis(-2), Duration.ofMillis(-1)));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void aCheckThatCanNeverHoldIsAMistake(Check check) {
    assertThat(problems(GET.check(check)))
        .containsExactly(
            in(
                STEP,
                "the check " + check + " can never hold",
                "turn its limits round, or leave it out"));
  }

  static List<Check> possible() {
    return List.of(
        ID.isBetween(1, 1),
        ID.isBelow(Double.POSITIVE_INFINITY),
        ID.isAbove(Double.NEGATIVE_INFINITY),
        ID.is(20),
        ID.in(20),
        STATUS.is(100),
        STATUS.is(999),
        STATUS.isNot(20),
        STATUS.in(20, 200),
        STATUS.isBelow(101),
        STATUS.isAbove(998),
        STATUS.isBetween(0, 100),
        STATUS.isBetween(999, 2000),
        ELAPSED.isBelow(Duration.ofNanos(1)),
        ELAPSED.isAbove(Duration.ofDays(1)),
        ELAPSED.isBetween(Duration.ofMillis(-2), Duration.ZERO));
  }

  @ParameterizedTest
  @MethodSource("possible")
  void aCheckThatCanHoldIsLeftAlone(Check check) {
    assertThat(problems(GET.check(check))).isEmpty();
  }

  @Test
  void aStepHoldsAsManyChecksAsAMaskHasBits() {
    var checks = IntStream.range(0, 65).mapToObj(ID::is).toArray(Check[]::new);
    assertThat(problems(GET.check(checks)))
        .containsExactly(
            in(STEP, "a step holds at most 64 checks, not 65", "spread them over two requests"));
  }

  @Test
  void aWrongPathOrPatternIsShownWithItsCaret() {
    var path = problems(GET.extract("a", new Extractor.JsonPath("$.a[")));
    assertThat(path).hasSize(1);
    assertThat(path.getFirst().position()).hasToString(STEP + ":1:4");
    assertThat(only(problems(GET.check(ID.matches("a(b")))))
        .isEqualTo(
            """
            scenario shop, step get:1:4: not a regular expression: Unclosed group
                a(b
                   ^
                a \\ before ( [ { . * + ? takes it literally\
            """);
    assertThat(only(problems(GET.extract("a", new Extractor.Regex("[", 0)))))
        .startsWith(STEP + ":1:1: not a regular expression: Unclosed character class");
  }

  @ParameterizedTest
  @CsvSource({"a(b), 2, 1", "a, 1, 0", "(a)(b), -1, 2"})
  void aPatternHasTheGroupThatIsAskedFor(String pattern, int group, int last) {
    assertThat(problems(GET.extract("a", new Extractor.Regex(pattern, group))))
        .containsExactly(
            in(
                STEP,
                "the pattern " + pattern + " has no group " + group,
                "its last group is " + last + "; 0 is the whole match"));
  }

  @Test
  void everyGroupOfAPatternMayBeAskedFor() {
    for (int group = 0; group <= 2; group++) {
      assertThat(problems(GET.extract("a", new Extractor.Regex("(a)(b)", group)))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aRepeatHappensAtLeastOnce(int times) {
    assertThat(problems(new Step.Repeat(times, List.of(GET))))
        .containsExactly(
            in("scenario shop", "repeat " + times + " never happens", "repeat at least once"));
  }

  @Test
  void aScenarioSendsSomething() {
    var pause = new Step.Pause(Duration.ZERO, Duration.ZERO);
    assertThat(problems(pause, new Step.Group("g", List.of())))
        .containsExactly(
            in("scenario shop", "it sends nothing", "add a request, for example get(\"/health\")"));
  }

  @ParameterizedTest
  @CsvSource({"-PT1S, PT1S, -1s, 1s", "PT2S, PT1S, 2s, 1s", "PT1S, PT8761H, 1s, 8761h"})
  void aPauseCanBeKept(Duration least, Duration most, String from, String to) {
    assertThat(problems(new Step.Pause(least, most), GET))
        .containsExactly(
            in(
                "scenario shop",
                "a pause of " + from + " .. " + to + " cannot be kept",
                "pause(seconds(1), seconds(3)), at most a year"));
  }

  @Test
  void theLongestPauseIsAYear() {
    var year = Duration.ofDays(365);
    assertThat(problems(new Step.Pause(Duration.ZERO, year), GET.timeout(year))).isEmpty();
  }

  @Test
  void allProblemsAreToldAtOnceInTheirOrderAndEachOnce() {
    var scenario =
        new Scenario(
            "shop",
            List.of(
                new Step.Repeat(0, List.of(GET.text("${x} ${x}"))),
                Request.of("POST", "/b").named("post").json("${y}").check(ID.matches("("))),
            Optional.of("ftp://h"));
    var exception =
        catchThrowableOfType(
            ProblemException.class,
            () -> Plan.of(scenario, new Users(0).iterations(0), Options.DEFAULT));
    assertThat(exception.problems())
        .extracting(Problem::what)
        .containsExactly(
            "a load needs at least one user, not 0",
            "0 iterations do nothing",
            "not an http URL: ftp://h",
            "repeat 0 never happens",
            "no step extracts a variable x",
            "no step extracts a variable x",
            "no step extracts a variable y",
            "not a regular expression: Unclosed group");
    assertThat(exception.getMessage().lines().filter(line -> line.startsWith("scenario")))
        .hasSize(5);
  }
}
