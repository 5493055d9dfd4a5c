package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest extends ShopTest {

  @Test
  void thereAreOneHundredPostsTenOfEachUser() {
    var posts = client.get("/posts").json();

    assertThat(posts.isArray()).isTrue();
    assertThat(posts).hasSize(100);
    for (var i = 0; i < 100; i++) {
      assertThat(posts.at("/%d/id".formatted(i)).asInt()).isEqualTo(i + 1);
      assertThat(posts.at("/%d/userId".formatted(i)).asInt()).isEqualTo(i / 10 + 1);
    }
    assertThat(posts)
        .allMatch(p -> !p.path("title").asText().isBlank() && !p.path("body").asText().isBlank());
  }

  @Test
  void onePostIsAsInTheList() {
    var post = client.get("/posts/7");

    assertThat(post.header("content-type")).isEqualTo("application/json");
    assertThat(post.json().fieldNames())
        .toIterable()
        .containsExactly("userId", "id", "title", "body");
    assertThat(post.json()).isEqualTo(client.get("/posts").json().path(6));
  }

  @Test
  void thePostsOfOneUserAreTen() {
    assertThat(client.get("/posts?userId=1").json())
        .hasSize(10)
        .allMatch(post -> post.path("userId").asInt() == 1);
    assertThat(client.get("/posts?userId=10").json().at("/9/id").asInt()).isEqualTo(100);
  }

  @Test
  void thereAreFiveHundredCommentsFiveOnEachPost() {
    var comments = client.get("/comments").json();

    assertThat(comments).hasSize(500);
    assertThat(comments.path(499).path("id").asInt()).isEqualTo(500);
    assertThat(comments.path(499).path("postId").asInt()).isEqualTo(100);
    assertThat(comments.path(0).fieldNames())
        .toIterable()
        .containsExactly("postId", "id", "name", "email", "body");
    assertThat(comments).allMatch(c -> c.path("email").asText().matches("[a-z.]+@[a-z.]+"));
  }

  @Test
  void theCommentsOnOnePostAreFiveOnBothPaths() {
    var comments = client.get("/comments?postId=3");

    assertThat(comments.json()).hasSize(5).allMatch(c -> c.path("postId").asInt() == 3);
    assertThat(client.get("/posts/3/comments").text()).isEqualTo(comments.text());
  }

  @Test
  void thereAreTenUsersWithAddressAndCompany() {
    var users = client.get("/users").json();

    assertThat(users).hasSize(10);
    assertThat(users.findValuesAsText("username")).doesNotHaveDuplicates();
    assertThat(users.findValuesAsText("email")).doesNotHaveDuplicates();
    var user = client.get("/users/10").json();
    assertThat(user).isEqualTo(users.path(9));
    assertThat(user.fieldNames())
        .toIterable()
        .containsExactly(
            "id", "name", "username", "email", "address", "phone", "website", "company");
    assertThat(user.path("address").fieldNames())
        .toIterable()
        .containsExactly("street", "suite", "city", "zipcode", "geo");
    assertThat(user.at("/address/geo/lat").asText()).matches("-?\\d{1,2}\\.\\d{4}");
    assertThat(user.at("/address/geo/lng").asText()).matches("-?\\d{1,3}\\.\\d{4}");
    assertThat(user.path("company").fieldNames())
        .toIterable()
        .containsExactly("name", "catchPhrase", "bs");
  }

  @Test
  void whoIsSignedInIsNoUserOfThatList() {
    assertThat(client.get("/users/me").status()).isEqualTo(401);
    try (var me = Client.loadTestUser(shop, 1)) {
      assertThat(me.get("/users/me").json().path("email").asText())
          .isEqualTo("loadtest-user-1@example.com");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/posts/101, 101",
    "/posts/101/comments, 101",
    "/users/11, 11",
    "/posts/2147483647, 2147483647"
  })
  void anUnknownIdIs404(String path, String id) {
    var answer = client.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail()).startsWith("there is no id " + id + "; the highest is 10");
  }

  @ParameterizedTest
  @CsvSource({
    "/posts/x, the id",
    "/posts/0, the id",
    "/posts/-1, the id",
    "/posts/1.5, the id",
    "/posts/99999999999, the id",
    "/posts/x/comments, the id",
    "/users/x, the id",
    "/posts?userId=x, userId",
    "/posts?userId=, userId",
    "/comments?postId=0, postId"
  })
  void aBadNumberIs400(String path, String name) {
    var answer = client.get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).startsWith(name + " must be a whole number, 1 or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/posts?userId=11", "/comments?postId=101"})
  void whatBelongsToNobodyIsAnEmptyList(String path) {
    var answer = client.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("[]");
  }

  @Test
  void aNewPostIsEchoedWithItsIdAndNotKept() {
    var answer = client.post("/posts", "{\"title\": \"foo\", \"userId\": 1, \"price\": 1.10}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text())
        .isEqualTo("{\"title\":\"foo\",\"userId\":1,\"price\":1.10,\"id\":101}");
    assertThat(client.get("/posts/101").status()).isEqualTo(404);
    assertThat(client.get("/posts").json()).hasSize(100);
  }

  @Test
  void aNewPostDoesNotChooseItsId() {
    assertThat(client.post("/posts", "{\"id\":7,\"a\":null,\"b\":{\"id\":8}}").text())
        .isEqualTo("{\"id\":101,\"a\":null,\"b\":{\"id\":8}}");
    assertThat(client.post("/posts", "{}").text()).isEqualTo("{\"id\":101}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''        | a JSON object is needed as body",
        "[1]       | the body is no JSON object",
        "7         | the body is no JSON object",
        "{\"a\":   | the body is not JSON at line 1",
        "{} {}     | the body is not JSON at line 1",
        "title=foo | the body is not JSON at line 1",
      })
  void aNewPostThatIsNoObjectIs400(String body, String detail) {
    var answer = client.post("/posts", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).startsWith(detail);
  }

  @Test
  void aNewPostThatNestsTooDeepIs400() {
    assertThat(client.post("/posts", "{\"a\":".repeat(501) + "1" + "}".repeat(501)).detail())
        .isEqualTo("the body is JSON nested deeper than 500 levels");
  }

  @Test
  void theSameSeedWritesTheSameAndAnotherSeedOther() {
    try (var same = PracticeShop.start();
        var other = PracticeShop.start(ShopOptions.defaults().seed(7));
        var sameClient = new Client(same);
        var otherClient = new Client(other)) {
      for (var path : new String[] {"/posts", "/comments", "/users"}) {
        var here = client.get(path).text();

        assertThat(sameClient.get(path).text()).isEqualTo(here);
        assertThat(otherClient.get(path).text()).isNotEqualTo(here);
      }
    }
  }
}
