import static dev.squall.Squall.*;

// 12: how much, how suddenly and how long the shop can take it.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/Stress.java
//   java --class-path "$(./squall classpath)" examples/java/Stress.java database 5
void main(String... args) {
  Example.perform(args, capacity(), spikes(), soak(), database());
}

/** 12.1: a hundred more every five minutes, until it is too much. Iterations are requests. */
Example capacity() {
  var reads =
      scenario(
          "reads",
          choose(
              weight(50, Visits.listProducts()),
              weight(35, Visits.productDetails()),
              weight(15, Visits.searchProducts())));
  var writes =
      scenario(
          "writes",
          Visits.register("stress", "Stress").extract("address", jsonPath("$.user.email")));
  return new Example(
      mix("capacity", share(70, reads), share(30, writes)),
      stepUp(100, 100, minutes(5))
          .until(errorRate().isAbove(percent(5)), p95().isAbove(seconds(5))),
      errorRate().isBelow(percent(5)));
}

/**
 * 12.2: ten times as many at once, for two minutes, three times. The timeline shows how soon each
 * one is forgotten: within 30 seconds.
 */
Example spikes() {
  return new Example(
      Visits.everyday("spikes"),
      perSecond(200)
          .during(minutes(36))
          .spike(2000, minutes(5), minutes(2))
          .spike(2000, minutes(17), minutes(2))
          .spike(2000, minutes(29), minutes(2)),
      errorRate().isBelow(percent(10)));
}

/** 12.3: a day and a night: whatever leaks shows. */
Example soak() {
  return new Example(
      Visits.everyday("soak"), perSecond(500).during(hours(24)), Visits.goals(percent(0.5)));
}

/**
 * 12.4: whatever writes to the database, as fast as a hundred users can; of the goals, what is
 * critical.
 */
Example database() {
  var again =
      post("/auth/login")
          .named("login-again")
          .json(
              """
              {"email": "${address}", "password": "Pass123!"}\
              """)
          .check(status().is(200), jsonPath("$.user.email").is("${address}"))
          .extract("token", jsonPath("$.token"));
  return new Example(
      scenario(
          "database",
          Visits.register("stress", "Stress").extract("address", jsonPath("$.user.email")),
          again,
          repeat(10, Visits.addToCart()),
          Visits.checkOut()),
      users(100).during(minutes(30)),
      p95().of("register").isBelow(seconds(2)),
      p95().of("login-again").isBelow(seconds(1.5)),
      p95().of("add-to-cart").isBelow(seconds(1)),
      p95().of("checkout").isBelow(seconds(3)),
      errorRate().isBelow(percent(5)));
}
