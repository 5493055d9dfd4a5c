package dev.squall.shop.store;

import dev.squall.shop.store.Blog.Address;
import dev.squall.shop.store.Blog.Comment;
import dev.squall.shop.store.Blog.Company;
import dev.squall.shop.store.Blog.Geo;
import dev.squall.shop.store.Blog.Post;
import dev.squall.shop.store.Blog.User;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the users, posts and comments of a seed. Nobody is meant to read them. */
final class BlogAuthor {

  static final int USERS = 10;
  static final int POSTS_EACH = 10;
  static final int COMMENTS_EACH = 5;

  private static final List<String> FIRST_NAMES =
      List.of("Ada", "Bo", "Cleo", "Dario", "Edda", "Finn", "Greta", "Hugo", "Ines", "Jonas");
  private static final List<String> LAST_NAMES =
      List.of("Alder", "Birch", "Cedar", "Elm", "Hazel", "Juniper", "Linden", "Maple", "Rowan");
  private static final List<String> STREETS =
      List.of("Harbour Road", "Mill Lane", "Orchard Street", "Quarry Hill", "Station Square");
  private static final List<String> CITIES =
      List.of("Eastmoor", "Greyhaven", "Northwick", "Saltbridge", "Westerley");
  private static final List<String> TRADES =
      List.of("Boats", "Clocks", "Kites", "Lanterns", "Maps", "Paper", "Tiles");
  private static final List<String> WORDS =
      List.of(
          "anchor", "autumn", "basket", "branch", "bridge", "candle", "cloud", "copper", "corner",
          "drift", "early", "ember", "evening", "feather", "ferry", "field", "garden", "gentle",
          "harbour", "hollow", "island", "kettle", "ladder", "lantern", "letter", "meadow",
          "morning", "narrow", "nearly", "ocean", "orchard", "pebble", "pocket", "quiet", "rain",
          "river", "rope", "sail", "silver", "slow", "stone", "storm", "thread", "tide", "timber",
          "under", "valley", "wander", "warm", "whistle", "willow", "window", "winter", "yellow");

  private final Random random;

  BlogAuthor(long seed) {
    random = new Random(seed);
  }

  List<User> users() {
    return IntStream.rangeClosed(1, USERS).mapToObj(this::user).toList();
  }

  List<Post> posts() {
    return IntStream.rangeClosed(1, USERS * POSTS_EACH)
        .mapToObj(id -> new Post(Math.ceilDiv(id, POSTS_EACH), id, words(3, 7), text()))
        .toList();
  }

  List<Comment> comments() {
    return IntStream.rangeClosed(1, USERS * POSTS_EACH * COMMENTS_EACH)
        .mapToObj(this::comment)
        .toList();
  }

  private Comment comment(int id) {
    var email = address(oneOf(FIRST_NAMES), oneOf(LAST_NAMES), "mail");
    return new Comment(Math.ceilDiv(id, COMMENTS_EACH), id, words(3, 6), email, text());
  }

  private User user(int id) {
    // Each first name once, so that no two users share an e-mail address.
    var first = FIRST_NAMES.get(id - 1);
    var last = oneOf(LAST_NAMES);
    var firm = oneOf(LAST_NAMES) + " " + oneOf(TRADES);
    var site = firm.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
    return new User(
        id,
        first + " " + last,
        first + "." + last,
        address(first, last, "blog"),
        home(),
        "555-01%02d".formatted(random.nextInt(100)),
        site,
        new Company(firm, words(3, 5), words(3, 4)));
  }

  private Address home() {
    return new Address(
        random.nextInt(1, 200) + " " + oneOf(STREETS),
        "Apt. " + random.nextInt(100, 1000),
        oneOf(CITIES),
        "%05d".formatted(random.nextInt(100_000)),
        new Geo(degrees(90), degrees(180)));
  }

  private String degrees(int most) {
    var tenThousandths = random.nextInt(-most * 10_000, most * 10_000);
    return String.format(Locale.ROOT, "%.4f", tenThousandths / 10_000.0);
  }

  /** RFC 2606 keeps these names free: no mail to them ever reaches anybody. */
  private static String address(String first, String last, String host) {
    return (first + "." + last + "@" + host + ".example").toLowerCase(Locale.ROOT);
  }

  private String text() {
    return IntStream.range(0, random.nextInt(2, 5))
        .mapToObj(i -> words(5, 10))
        .collect(Collectors.joining("\n"));
  }

  private String words(int least, int most) {
    return IntStream.range(0, random.nextInt(least, most + 1))
        .mapToObj(i -> oneOf(WORDS))
        .collect(Collectors.joining(" "));
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
