package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.sample.Category;
import dev.squall.scenario.Step;
import dev.squall.stats.ErrorStats;
import dev.squall.stats.Results;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps for each item of a list that an answer brought. */
@Timeout(30)
class ListsTest {
  private static final String BLOG =
      """
      {"posts": [
        {"id": 1, "author": {"name": "Ann"}, "tags": ["a", "b"],
         "comments": [{"id": 11, "by": "x"}, {"id": 12, "by": "y"}]},
        {"id": 2, "author": {"name": "Bob \\"B\\" \\\\"}, "tags": [], "comments": []},
        {"id": 3, "author": {}, "tags": ["c"], "comments": [{"id": 31, "by": "ä ☃"}]}
      ], "none": [], "text": "[1, 2", "object": {"a": 1}, "null": null}\
      """;

  private static final Step POSTS = get("/blog").extract("posts", jsonPath("$.posts[*]"));

  private record Ran(List<String> asked, List<String> bodies, Results results) {
    List<String> inLoop() {
      return asked.stream().filter(one -> !one.equals("GET /blog")).toList();
    }
  }

  private static Ran ran(String answer, Step... steps) throws IOException {
    try (var server = RecordingServer.answering(answer)) {
      var results =
          Sums.holdIn(run(scenario("s", steps), users(1).iterations(1), at(server.url())));
      return new Ran(
          server.asked(),
          server.bodies().stream().filter(body -> !body.isEmpty()).toList(),
          results);
    }
  }

  @Test
  void eachItemIsPerformedInOrderWithItsFields() throws IOException {
    var ran = ran(BLOG, POSTS, forEach("post", "posts", get("/posts/${post.id}")), get("/behind"));

    assertThat(ran.inLoop())
        .containsExactly("GET /posts/1", "GET /posts/2", "GET /posts/3", "GET /behind");
    assertThat(ran.results.totals().iterations().completed()).isEqualTo(1);
    assertThat(ran.results.steps())
        .filteredOn(step -> step.name().equals("GET /posts/${post.id}"))
        .extracting(step -> step.count())
        .containsExactly(3L);
  }

  @Test
  void aListMayBeTheWholeAnswer() throws IOException {
    var list = get("/blog").extract("all", jsonPath("$"));

    assertThat(ran("[7, \"x\", true]", list, forEach("it", "all", get("/${it}"))).inLoop())
        .containsExactly("GET /7", "GET /x", "GET /true");
  }

  @Test
  void aPathWithAStarFindsAListEvenOfOne() throws IOException {
    assertThat(
            ran("{\"posts\": [{\"id\": 5}]}", POSTS, forEach("post", "posts", get("/${post.id}")))
                .inLoop())
        .containsExactly("GET /5");
  }

  @Test
  void fieldsOfFieldsAndIndicesAreReached() throws IOException {
    var ran =
        ran(
            BLOG,
            POSTS,
            forEach(
                "post",
                "posts",
                when(
                    variable("post.tags.0").exists().and(variable("post.author.name").exists()),
                    post("/tagged").json("{\"by\": \"${post.author.name}\", \"t\": ${post.tags}}")),
                when(variable("post.tags.1").is("b"), get("/b")),
                when(variable("post.author.name.first").exists(), get("/never")),
                when(variable("post.tags.x").exists(), get("/never"))));

    assertThat(ran.inLoop()).containsExactly("POST /tagged", "GET /b");
    assertThat(ran.bodies).containsExactly("{\"by\": \"Ann\", \"t\": [\"a\",\"b\"]}");
  }

  @Test
  void textsAreEscapedWhereTheyStandInJson() throws IOException {
    var ran =
        ran(
            BLOG,
            POSTS,
            forEach(
                "post",
                "posts",
                when(
                    variable("post.id").is(2),
                    post("/").json("{\"by\": \"${post.author.name}\", \"raw\": ${post}}"))));

    assertThat(ran.bodies)
        .containsExactly(
            """
            {"by": "Bob \\"B\\" \\\\", "raw": {"id":2,"author":{"name":"Bob \\"B\\" \\\\"},\
            "tags":[],"comments":[]}}\
            """);
  }

  @Test
  void loopsAreNestedOverFieldsOfAnItem() throws IOException {
    var ran =
        ran(
            BLOG,
            POSTS,
            forEach(
                "post",
                "posts",
                get("/${post.id}"),
                forEach(
                    "comment",
                    "post.comments",
                    get("/${post.id}/${comment.id}?by=${comment.by}"))));

    assertThat(ran.inLoop())
        .containsExactly(
            "GET /1",
            "GET /1/11?by=x",
            "GET /1/12?by=y",
            "GET /2",
            "GET /3",
            "GET /3/31?by=%C3%A4%20%E2%98%83");
  }

  @Test
  void anEmptyListIsPerformedNoTime() throws IOException {
    var ran =
        ran(
            BLOG,
            get("/blog").extract("none", jsonPath("$.none")),
            forEach("it", "none", get("/never/${it}")),
            get("/behind"));

    assertThat(ran.inLoop()).containsExactly("GET /behind");
    assertThat(ran.results.totals().iterations().completed()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      delimiter = '|',
      textBlock =
          """
          $.object | ${list} is no list: it does not begin with [: {"a":1}
          $.posts[0].id | ${list} is no list: it does not begin with [: 1
          $.null | ${list} is no list: it does not begin with [: null
          """)
  void whatIsNoListFailsTheIterationWithItsWords(String path, String message) throws IOException {
    var ran =
        ran(
            BLOG,
            get("/blog").extract("list", jsonPath(path)),
            forEach("it", "list", get("/never")),
            get("/never"));

    assertThat(ran.inLoop()).isEmpty();
    assertThat(ran.results.totals().iterations().failed()).isEqualTo(1);
    assertThat(ran.results.totals().failed()).isZero();
    assertThat(ran.results.errors())
        .extracting(
            ErrorStats::category,
            ErrorStats::kind,
            ErrorStats::step,
            ErrorStats::message,
            ErrorStats::count)
        .containsExactly(tuple(Category.SCRIPT_ERROR, "no_list", "for each it", message, 1L));
    assertThat(ran.results.scenarios().getFirst().failedAt()).containsOnlyKeys("for each it");
  }

  @Test
  void aListThatIsCutOffIsNone() throws IOException {
    var ran =
        ran(
            BLOG,
            get("/blog").extract("list", jsonPath("$.text")),
            forEach("it", "list", get("/never")));

    assertThat(ran.results.errors().getFirst().kind()).isEqualTo("no_list");
    assertThat(ran.results.errors().getFirst().message())
        .startsWith("${list} is no list: Unexpected end-of-input");
  }

  @Test
  void aListThatWasNotFoundFailsTheRequestThatShouldHaveFoundIt() throws IOException {
    var ran =
        ran(
            BLOG,
            get("/blog").extract("list", jsonPath("$.nothing")),
            forEach("it", "list", get("/never")));

    assertThat(ran.results.totals().failed()).isEqualTo(1);
    assertThat(ran.results.errors().getFirst().kind()).isEqualTo("nothing_extracted");
  }

  @Test
  void aListWithoutAValueFailsTheLoop() throws IOException {
    var ran =
        ran(
            BLOG,
            optional(get("/blog").extract("list", jsonPath("$.nothing"))),
            optional(forEach("it", "list", get("/never"))),
            get("/behind"));

    assertThat(ran.inLoop()).containsExactly("GET /behind");
    assertThat(ran.results.errors())
        .extracting(ErrorStats::step, ErrorStats::kind, ErrorStats::message)
        .contains(tuple("for each it", "unknown_variable", "no value for ${list}"));
    assertThat(ran.results.totals().iterations().completed()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "12345678901234567890123456789012",
    "0.12345678901234567890123456789012",
    "1300.0",
    "1.10",
    "-0",
    "-7.50",
    "1e3",
    "1.5E-10"
  })
  void numbersKeepTheirDigits(String number) throws IOException {
    var ran =
        ran(
            "{\"list\": [" + number + ", {\"n\": " + number + "}, [" + number + "]]}",
            get("/blog").extract("list", jsonPath("$.list")),
            forEach("it", "list", post("/").text("${it}")),
            forEach("it", "list", when(variable("it.n").exists(), post("/").text("${it.n}"))));

    assertThat(ran.bodies)
        .containsExactly(number, "{\"n\":" + number + "}", "[" + number + "]", number);
  }

  @Test
  void theItemIsGoneAfterwardsHoweverTheLoopEnded() throws IOException {
    var known = new ArrayList<Boolean>();
    Step look = code("look", session -> known.add(session.has("it")));
    ran(
        "{\"list\": [1, 2]}",
        get("/blog").extract("list", jsonPath("$.list")),
        look,
        forEach("it", "list", look),
        look,
        optional(forEach("it", "list", code("fail", session -> session.get("nothing")))),
        look);

    assertThat(known).containsExactly(false, true, true, false, false);
  }

  @Test
  void aFailingRoundEndsTheLoop() throws IOException {
    try (var server =
        new RecordingServer((request, socket) ->
            RecordingServer.say(
                socket, request.target().equals("/2") ? 404 : 200, "{\"l\": [1, 2, 3]}"))) {
      var results =
          Sums.holdIn(
              run(
                  scenario(
                      "s",
                      get("/blog").extract("l", jsonPath("$.l")),
                      forEach("it", "l", get("/${it}")),
                      get("/never")),
                  users(1).iterations(1),
                  at(server.url())));

      assertThat(server.asked()).containsExactly("GET /blog", "GET /1", "GET /2");
      assertThat(results.totals().iterations().failed()).isEqualTo(1);
    }
  }
}
