package dev.squall.shell.reply;

import static dev.squall.Squall.get;
import static dev.squall.Squall.header;
import static dev.squall.Squall.jsonPath;
import static dev.squall.Squall.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Category;
import dev.squall.scenario.Request;
import dev.squall.shell.reply.Suggestion.ToExtract;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final Request REQUEST = get("/a");

  private static List<String> extractions(String body) {
    return Suggestions.of(REQUEST, Answers.json(body)).extractors().stream()
        .map(ToExtract::command)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\": 7} | %extract id $.id",
        "{\"_id\": \"a\"} | %extract _id $._id",
        "{\"order_id\": \"a\"} | %extract order_id $.order_id",
        "{\"orderId\": \"a\"} | %extract orderId $.orderId",
        "{\"uuid\": \"a\"} | %extract uuid $.uuid",
        "{\"slug\": \"a-b\"} | %extract slug $.slug",
        "{\"access_token\": \"a\"} | %extract access_token $.access_token",
        "{\"csrfToken\": \"a\"} | %extract csrfToken $.csrfToken",
        "{\"jwt\": \"a\"} | %extract jwt $.jwt",
        "{\"data\": [{\"id\": 1}]} | %extract id $.data[0].id",
        "{\"a b\": {\"user id\": 1, \"user-id\": 2}} | %extract user_id $['a b'].user-id",
        "[{\"id\": 1}] | %extract id $[0].id",
        "{\"next_cursor\": \"abc\"} | %extract next_cursor $.next_cursor",
        "{\"UUID\": \"abc\"} | %extract UUID_seen $.UUID",
      })
  void whatLooksLikeAnIdOrATokenIsProposed(String body, String command) {
    assertThat(extractions(body)).containsExactly(command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"valid\": 1}",
        "{\"paid\": true}",
        "{\"id\": null}",
        "{\"id\": \"\"}",
        "{\"token\": []}",
        "{}",
        "[]"
      })
  void whatIsNoneIsNot(String body) {
    assertThat(extractions(body)).isEmpty();
  }

  @Test
  void tokensComeBeforeIdsAndTheNearBeforeTheDeep() {
    assertThat(
            extractions(
                "{\"data\": {\"user\": {\"id\": 1}}, \"id\": 2, \"team_id\": 3, \"token\": \"t\"}"))
        .containsExactly(
            "%extract token $.token",
            "%extract id $.id", "%extract team_id $.team_id", "%extract user_id $.data.user.id");
  }

  @Test
  void noVariableIsTakenTwiceNorMoreThanEightProposed() {
    var body = new StringBuilder("{\"id\": 0");
    IntStream.range(0, 30)
        .forEach(i -> body.append(", \"x").append(i).append("\": {\"id\": ").append(i).append('}'));
    var suggestions = Suggestions.of(REQUEST, Answers.json(body.append('}').toString()));

    assertThat(suggestions.extractors()).hasSize(8);
    assertThat(suggestions.extractors().stream().map(ToExtract::variable))
        .doesNotHaveDuplicates()
        .startsWith("id", "x0_id", "x1_id");
    assertThat(suggestions.checks()).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void whatTheRequestHasAlreadyIsNotProposedAgain() {
    var request =
        REQUEST
            .extract("id", jsonPath("$.id"))
            .check(status().is(200), header("Content-Type").exists());
    var step = Answers.json("{\"id\": 1, \"user\": {\"id\": 2}}");
    var commands = Suggestions.of(request, step).all().stream().map(Suggestion::command).toList();

    assertThat(commands)
        .contains("%extract user_id $.user.id", "%check $.id matches \"^-?\\\\d+$\"")
        .noneMatch(command -> command.startsWith("%check status"))
        .noneMatch(command -> command.startsWith("%check header"))
        .doesNotContain("%extract id $.id");
  }

  @Test
  void secretsAreNotShown() {
    var step =
        Answers.of(
            200,
            "{\"token\": \"s3cret\", \"sessionId\": \"s3cret\", \"id\": 4111111111111111}",
            "Set-Cookie",
            "sid=s3cret; Path=/");

    assertThat(Suggestions.of(REQUEST, step))
        .asString()
        .contains("%extract token $.token", "%extract sid cookie:sid", "…1111")
        .doesNotContain("s3cret", "411111");
  }

  @Test
  void aNewThingIsFoundByItsLocation() {
    var step = Answers.of(201, "", "Location", "/orders/17");

    assertThat(Suggestions.of(REQUEST, step).extractors())
        .containsExactly(
            new ToExtract(
                "location", header("Location"), "/orders/17", "where to go on: GET ${location}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<input type=\"hidden\" name=\"csrf\" value=\"a1\"> | csrf regex:name=\"csrf\"[^>]*value=\"([^\"]*)\"",
        "<INPUT value='a1' name='_token' TYPE='hidden'/> | _token regex:value='([^']*)'[^>]*name='_token'",
        "<meta name=\"csrf-token\" content=\"a1\"> | csrf_token regex:name=\"csrf-token\"[^>]*content=\"([^\"]*)\"",
        "<input type=\"hidden\" name=\"a[b]\" value=\"c\"> | a_b_ regex:name=\"a\\[b\\]\"[^>]*value=\"([^\"]*)\"",
      })
  void hiddenFieldsOfAFormAreFoundAgain(String page, String command) {
    var step = Answers.of(200, "<form>" + page + "</form>", "Content-Type", "text/html");

    assertThat(Suggestions.of(REQUEST, step).extractors().stream().map(ToExtract::command))
        .containsExactly("%extract " + command);
  }

  @Test
  void anAnswerThatNeverCameSuggestsNothing() {
    var step = Answers.failed(Category.NETWORK_ERROR, "dns", "no such host");

    assertThat(Suggestions.of(REQUEST, step)).hasToString("nothing to suggest\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 100",
    "10, 100",
    "10.1, 200",
    "21, 500",
    "51, 1000",
    "99, 1000",
    "150, 2000",
    "4000, 50000"
  })
  void timeHasAGenerousRoundBound(double millis, long bound) {
    assertThat(ThingsToExpect.bound(millis)).isEqualTo(bound);
  }

  @Test
  void theListIsNumberedAndFoundByNumber() {
    var suggestions = Suggestions.of(REQUEST, Answers.json("{\"id\": \"x\", \"tags\": [1]}"));

    assertThat(suggestions)
        .hasToString(
            """
             1  %extract id $.id                                        x  (looks like an id)
             2  %check status == 200                                    (as it was)
             3  %check header.Content-Type contains "application/json"  (as it was)
             4  %check $.id exists                                      (a text)
             5  %check $.tags[0] exists                                 (not empty: 1 item)
             6  %check latency < 100ms                                  (it took 2.7 ms)
            """);
    assertThat(suggestions.numbered(5).orElseThrow().java())
        .isEqualTo(".check(jsonPath(\"$.tags[0]\").exists())");
    assertThat(suggestions.numbered(0)).isEmpty();
    assertThat(suggestions.numbered(7)).isEmpty();
  }

  @Test
  void whatWasAskedForByItsIdShouldBeWhatComes() {
    var step = Answers.asked("GET /products/prod-1?x=y HTTP/1.1\r\n\r\n", "{\"id\": \"prod-1\"}");

    assertThat(Suggestions.of(get("/products/${id}"), step).all().stream().map(Suggestion::java))
        .contains(".check(jsonPath(\"$.id\").is(\"${id}\"))");
    assertThat(
            Suggestions.of(get("/products/prod-1?x=y"), step).all().stream()
                .map(Suggestion::command))
        .contains("%check $.id == prod-1");
  }
}
