package dev.squall.shop.store;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * 10 users, their 100 posts, and 500 comments on them. Written once, when somebody first asks: none
 * ever changes.
 */
public final class Blog {

  private record Tables(Rows users, Rows posts, Rows comments) {}

  private final Once<Tables> tables;

  /** The blog of that seed. */
  public Blog(long seed) {
    tables = new Once<>(() -> written(seed));
  }

  public Rows users() {
    return tables.get().users();
  }

  /** Of each user ten. */
  public Rows posts() {
    return tables.get().posts();
  }

  /** On each post five. */
  public Rows comments() {
    return tables.get().comments();
  }

  /** Writes it where nobody has asked yet, so that nobody waits for that later. */
  public void render() {
    var _ = tables.get();
  }

  private static Tables written(long seed) {
    var author = new BlogAuthor(seed);
    return new Tables(
        Rows.of(author.users(), User::id, user -> 0),
        Rows.of(author.posts(), Post::id, Post::userId),
        Rows.of(author.comments(), Comment::id, Comment::postId));
  }

  /** A post. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  record Post(int userId, int id, String title, String body) {}

  /** What somebody says to a post. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  record Comment(int postId, int id, String name, String email, String body) {}

  /** Who writes posts. */
  record User(
      int id,
      String name,
      String username,
      String email,
      Address address,
      String phone,
      String website,
      Company company) {}

  /** Where a user lives. */
  record Address(String street, String suite, String city, String zipcode, Geo geo) {}

  /** In degrees, as text: so the original has it. */
  record Geo(String lat, String lng) {}

  /** Where a user works. */
  @JsonNaming(LowerCamelCaseStrategy.class)
  record Company(String name, String catchPhrase, String bs) {}
}
