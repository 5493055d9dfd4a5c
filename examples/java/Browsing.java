import static dev.squall.Squall.*;

// 2: looking at products.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/Browsing.java
//   java --class-path "$(./squall classpath)" examples/java/Browsing.java details 5
void main(String... args) {
  Example.perform(args, list(), details(), category(), search());
}

/** 2.1: a hundred people come within two minutes, stay for ten and go within two. */
Example list() {
  return new Example(
      scenario(
          "list",
          get("/products?page=1&limit=20")
              .named("list-products")
              .check(
                  status().is(200),
                  jsonPath("$.page").is(1),
                  jsonPath("$.products.length()").is(20)),
          pause(seconds(2), seconds(5))),
      users(100).during(minutes(10)).rampUp(minutes(2)).rampDown(minutes(2)),
      p95().isBelow(millis(200)),
      errorRate().isBelow(percent(1)));
}

/** 2.2: any of the thousand products, which the setup counts. */
Example details() {
  return new Example(
      scenario(
              "details",
              get("/products/prod-${random(1,1000)}")
                  .named("product-details")
                  .check(
                      status().is(200),
                      jsonPath("$.id").matches("^prod-[0-9]+$"),
                      jsonPath("$.price").isAbove(0)),
              pause(seconds(1), seconds(3)))
          .setup(
              get("/products?limit=1")
                  .named("count-products")
                  .check(
                      status().is(200),
                      jsonPath("$.total").is(1000),
                      jsonPath("$.products[0].id").exists())),
      users(200).during(minutes(15)),
      p95().isBelow(millis(150)),
      errorRate().isBelow(percent(0.5)));
}

/** 2.3: one category after the other. */
Example category() {
  return new Example(
      scenario(
              "category",
              get("/products?category=${category}&limit=50")
                  .named("list-category")
                  .check(
                      status().is(200),
                      jsonPath("$.category").is("${category}"),
                      jsonPath("$.products.length()").is(50)))
          .feed(values("category", "electronics", "clothing", "books", "sports")),
      users(50).during(minutes(10)),
      p95().isBelow(millis(250)),
      errorRate().isBelow(percent(0.5)));
}

/** 2.4: one term after the other. */
Example search() {
  return new Example(
      scenario(
              "search",
              get("/products?search=${term}&limit=20")
                  .named("search-products")
                  .check(
                      status().is(200),
                      jsonPath("$.search").is("${term}"),
                      jsonPath("$.total").isAbove(0)))
          .feed(values("term", "laptop", "phone", "shirt", "book")),
      users(75).during(minutes(10)),
      p95().isBelow(millis(300)),
      errorRate().isBelow(percent(0.5)));
}
