package dev.squall.shell.reply;

import static dev.squall.Squall.get;
import static dev.squall.Squall.once;
import static dev.squall.Squall.post;
import static dev.squall.Squall.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Request;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.Trace.CheckedValue;
import dev.squall.stats.Trace.TracedStep;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With real answers. */
class ShopRepliesTest {
  private static final Request LOGIN =
      post("/auth/login").json("{\"email\": \"test@example.com\", \"password\": \"password123\"}");

  private static final List<Request> REQUESTS =
      List.of(
          get("/products?limit=20"),
          get("/products/prod-1"),
          LOGIN,
          get("/html"),
          get("/posts"),
          get("/cookies/set?session=abc").noRedirects(),
          get("/products/nothing"));

  private static PracticeShop shop;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static TracedStep sent(Request request) {
    return once(scenario("one", request).at(shop.url().toString())).steps().getFirst();
  }

  @Test
  void everySuggestionHoldsWhenItIsTaken() {
    for (var request : REQUESTS) {
      var suggestions = Suggestions.of(request, sent(request));
      var taken = request;
      for (var one : suggestions.all()) {
        taken =
            switch (one) {
              case Suggestion.ToExtract(var name, var from, _, _) -> taken.extract(name, from);
              // The first answer of a cold shop says nothing of the time of the second.
              case Suggestion.ToCheck(var check, _) ->
                  check.toString().startsWith("elapsed") ? taken : taken.check(check);
            };
      }
      var again = sent(taken);

      assertThat(again.checks()).as(suggestions.toString()).hasSizeGreaterThan(0);
      assertThat(again.checks()).as(suggestions.toString()).allMatch(CheckedValue::ok);
      assertThat(again.extracted())
          .as(suggestions.toString())
          .hasSameSizeAs(suggestions.extractors());
      assertThat(again.extracted().values()).noneMatch(String::isBlank);
    }
  }

  @Test
  void twoAnswersToTheSameAreTheSame() {
    for (var request : REQUESTS) {
      var diff = ResponseDiff.of(sent(request), sent(request));
      assertThat(diff.isSame()).as(request + "\n" + diff).isTrue();
    }
  }

  @Test
  void aLongerListOfProductsHasMoreOfThem() {
    var diff = ResponseDiff.of(sent(get("/products?limit=2")), sent(get("/products?limit=3")));

    assertThat(diff.toString())
        .contains(
            "+ $.products[id=prod-3]", "~ $.limit", "2 → 3", "3 differences: 1 added, 2 changed");
  }

  @Test
  void repliesOfTheShopReadWell() {
    assertThat(ReplyText.of(sent(get("/products/prod-1")), View.of(100, 24)))
        .startsWith("200 OK · ")
        .contains("connect ", "server ", "new connection\n{\n  \"id\": \"prod-1\",\n");
    assertThat(ReplyText.of(sent(LOGIN), View.of(120, 24)))
        .contains("\"token\": \"…\"")
        .doesNotContain("eyJ");
    assertThat(ReplyText.of(sent(get("/redirect/2")), View.of(100, 24)).lines().limit(3))
        .satisfiesExactly(
            line -> assertThat(line).contains("↪ 302 Found", "→ /redirect/1"),
            line -> assertThat(line).contains("↪ 302 Found", "→ /get"),
            line -> assertThat(line).startsWith("200 OK"));
  }
}
