import static dev.squall.Squall.*;

// 7: searching and filtering.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/Search.java
//   java --class-path "$(./squall classpath)" examples/java/Search.java search 5
void main(String... args) {
  Example.perform(args, search(), filter(), searchInCategory());
}

/** 7.1. */
Example search() {
  return new Example(
      scenario(
              "search",
              get("/products?search=${query}&limit=20")
                  .named("search")
                  .check(
                      status().is(200),
                      jsonPath("$.search").is("${query}"),
                      jsonPath("$.total").isAbove(0)))
          .feed(values("query", "laptop", "phone", "wireless", "pro", "gaming", "portable")),
      users(100).during(minutes(15)),
      p95().isBelow(millis(400)),
      errorRate().isBelow(percent(0.5)));
}

/** 7.2. */
Example filter() {
  return new Example(
      scenario(
              "filter",
              get("/products?category=${category}&limit=50")
                  .named("filter")
                  .check(
                      status().is(200),
                      jsonPath("$.category").is("${category}"),
                      jsonPath("$.products.length()").is(50)))
          .feed(values("category", "electronics", "clothing", "books", "sports", "home")),
      users(75).during(minutes(10)),
      p95().isBelow(millis(400)),
      errorRate().isBelow(percent(0.5)));
}

/** 7.3: both at once. */
Example searchInCategory() {
  return new Example(
      scenario(
          "search-in-category",
          get("/products?category=electronics&search=laptop&limit=20")
              .named("search-in-category")
              .check(
                  status().is(200),
                  jsonPath("$.category").is("electronics"),
                  jsonPath("$.search").is("laptop"),
                  jsonPath("$.total").isAbove(0))),
      users(50).during(minutes(10)),
      p95().isBelow(millis(400)),
      errorRate().isBelow(percent(0.5)));
}
