package dev.squall.shop.store;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** 10 users, their 100 posts, and 500 comments on them, ready rendered; none ever changes. */
public final class Blog {

  private final Rows users;
  private final Rows posts;
  private final Rows comments;

  /** The blog of that seed. */
  public Blog(long seed) {
    var author = new BlogAuthor(seed);
    users = Rows.of(author.users(), User::id, user -> 0);
    posts = Rows.of(author.posts(), Post::id, Post::userId);
    comments = Rows.of(author.comments(), Comment::id, Comment::postId);
  }

  public Rows users() {
    return users;
  }

  /** Of each user ten. */
  public Rows posts() {
    return posts;
  }

  /** On each post five. */
  public Rows comments() {
    return comments;
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
