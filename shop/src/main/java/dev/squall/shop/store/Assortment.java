package dev.squall.shop.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes the 1000 products of a seed: prod-1 … prod-200 are electronics, the next 200 clothing, …
 */
public final class Assortment {

  static final List<String> CATEGORIES =
      List.of("electronics", "clothing", "books", "sports", "home");
  static final int PER_CATEGORY = 200;

  private static final int LAPTOPS = 15;

  /** The product whose price the contract fixes, so that totals can be checked to the cent. */
  private static final int FIXED_PRICE_NUMBER = 123;

  private static final BigDecimal FIXED_PRICE = new BigDecimal("99.99");
  private static final int LOWEST_CENTS = 999;
  private static final int HIGHEST_CENTS = 199_999;

  // No word here may contain "laptop": exactly 15 products answer that search.
  private static final List<String> STYLES =
      List.of("Classic", "Pro", "Portable", "Wireless", "Gaming", "Compact", "Premium", "Everyday");
  private static final List<String> MAKERS =
      List.of("Northwind", "Halden", "Brightwater", "Corvid", "Maple & Co", "Tern", "Ostara");
  private static final List<String> COLOURS =
      List.of("black", "white", "silver", "red", "blue", "green", "sand");

  private final Random random;

  private Assortment(long seed) {
    random = new Random(seed);
  }

  public static List<Product> ofSeed(long seed) {
    return new Assortment(seed).products();
  }

  private List<Product> products() {
    var laptops = laptopNumbers();
    return IntStream.rangeClosed(1, CATEGORIES.size() * PER_CATEGORY)
        .mapToObj(number -> product(number, laptops.contains(number)))
        .toList();
  }

  private Set<Integer> laptopNumbers() {
    var electronics = new ArrayList<>(IntStream.rangeClosed(1, PER_CATEGORY).boxed().toList());
    Collections.shuffle(electronics, random);
    return new HashSet<>(electronics.subList(0, LAPTOPS));
  }

  private Product product(int number, boolean laptop) {
    var category = CATEGORIES.get((number - 1) / PER_CATEGORY);
    var drawn = oneOf(things(category));
    var thing = laptop ? "Laptop" : drawn;
    var style = oneOf(STYLES);
    var sort = style + " " + thing;
    var description =
        style
            + " "
            + thing.toLowerCase(Locale.ROOT)
            + " by "
            + oneOf(MAKERS)
            + ", in "
            + oneOf(COLOURS);
    var cents = random.nextInt(LOWEST_CENTS, HIGHEST_CENTS + 1);
    var price = number == FIXED_PRICE_NUMBER ? FIXED_PRICE : BigDecimal.valueOf(cents, 2);
    var id = "prod-" + number;
    return new Product(
        id,
        sort + " " + number,
        description,
        price,
        category,
        random.nextInt(50, 501),
        "/images/" + id + ".jpg");
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static List<String> things(String category) {
    return switch (category) {
      case "electronics" ->
          List.of("Phone", "Tablet", "Headphones", "Camera", "Speaker", "Monitor");
      case "clothing" -> List.of("Shirt", "Jacket", "Jeans", "Sweater", "Socks", "Scarf");
      case "books" -> List.of("Cookbook", "Novel Book", "Travel Book", "Atlas", "Comic Book");
      case "sports" -> List.of("Ball", "Racket", "Tent", "Bicycle Helmet", "Yoga Mat", "Kayak");
      default -> List.of("Lamp", "Chair", "Kettle", "Blanket", "Shelf", "Clock");
    };
  }
}
