import static dev.squall.Squall.*;

import dev.squall.load.DailyTraffic;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.util.stream.IntStream;

// 11: all of it at once, as a day, a sale and a Black Friday bring it.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/MixedTraffic.java
//   java --class-path "$(./squall classpath)" examples/java/MixedTraffic.java daily-traffic 5
void main(String... args) {
  Example.perform(args, dailyTraffic(), dailyVisitors(), flashSale(), blackFriday());
}

/**
 * 11.1: four days of an hour each. Rates are visits; a hundred of them are 138 requests, because
 * who fills a cart or checks out sends more than one.
 */
Example dailyTraffic() {
  return new Example(
      Visits.everyday("daily-traffic"),
      day(100, 500, 1500).during(hours(4)),
      Visits.goals(percent(2)));
}

/** 11.1: whole visits, 4.6 requests each, so that the rates of visits are 4.6 times lower. */
Example dailyVisitors() {
  return new Example(
      mix(
          "daily-visitors",
          share(30, bouncing()),
          share(40, browsing()),
          share(20, fillingACart()),
          share(10, buying())),
      day(22, 109, 326).during(hours(4)),
      p95().of("list-products").isBelow(millis(200)),
      p95().of("product-details").isBelow(millis(150)),
      p95().of("search-products").isBelow(millis(400)),
      p95().of("register").isBelow(millis(500)),
      p95().of("add-to-cart").isBelow(millis(250)),
      p95().of("view-cart").isBelow(millis(250)),
      p95().of("checkout").isBelow(millis(800)),
      p95().of("view-order").isBelow(millis(200)),
      errorRate().isBelow(percent(2)));
}

/** Six minutes up, six of rush, six down, twelve of afternoon, twelve of evening, night. */
DailyTraffic day(double least, double middle, double most) {
  return daily(least, middle, most).cycle(hours(1)).shares(0.1, 0.1, 0.1, 0.2, 0.2);
}

/** 11.2: calm, ten times as many within two minutes, a quarter of an hour of it, calm again. */
Example flashSale() {
  var add =
      post("/cart/items")
          .named("add-sale-item")
          .bearer("${token}")
          .json(
              """
              {"product_id": "prod-${random(1,20)}", "quantity": 1}\
              """)
          .check(status().is(201))
          .extract("cart_id", jsonPath("$.cart.id"));
  var details =
      get("/products/prod-${random(1,20)}")
          .named("sale-details")
          .check(status().is(200), jsonPath("$.stock").isAbove(0));
  return new Example(
      mix(
          "flash-sale",
          share(60, scenario("sale-details", details)),
          share(25, scenario("sale-cart", Visits.logIn(), add).feed(Visits.accounts())),
          share(
              10,
              scenario("sale-checkout", Visits.logIn(), add, Visits.checkOut())
                  .feed(Visits.accounts())),
          share(5, Visits.list())),
      perSecond(200)
          .hold(minutes(30))
          .rampTo(2000, minutes(2))
          .hold(minutes(15))
          .rampTo(300, minutes(5))
          .hold(minutes(15)),
      p95().isBelow(seconds(1)),
      errorRate().isBelow(percent(5)));
}

/**
 * 11.3: twelve hours, about a hundred million visits: a long rise, the rush at the opening, hours
 * between 4000 and 5000, a long fall.
 */
Example blackFriday() {
  return new Example(
      mix(
          "black-friday",
          share(35, Visits.list()),
          share(30, Visits.details()),
          share(15, Visits.cart()),
          share(12, Visits.checkout()),
          share(5, Visits.search()),
          share(3, Visits.login())),
      perSecond(500)
          .hold(hours(1))
          .rampTo(3000, hours(2))
          .rampTo(5000, minutes(5))
          .rampTo(4000, hours(1))
          .rampTo(5000, hours(1))
          .rampTo(4000, hours(1))
          .rampTo(5000, hours(1))
          .rampTo(1000, hours(2))
          .hold(minutes(175)),
      p95().isBelow(seconds(2)),
      errorRate().isBelow(percent(2)));
}

/** One request, */
Scenario bouncing() {
  return scenario("bouncing", Visits.listProducts());
}

/** two to five, */
Scenario browsing() {
  return scenario("browsing", Visits.listProducts(), detailsUpTo(4));
}

/** six to ten, */
Scenario fillingACart() {
  return scenario(
      "filling-a-cart",
      Visits.register("visitor", "Visitor"),
      Visits.listProducts(),
      Visits.searchProducts(),
      Visits.addToCart(),
      viewCart(),
      detailsUpTo(5));
}

/** and eleven to fifteen. */
Scenario buying() {
  return scenario(
      "buying",
      Visits.register("visitor", "Visitor"),
      Visits.listProducts(),
      Visits.searchProducts(),
      detailsUpTo(5),
      Visits.addToCart(),
      viewCart(),
      Visits.addToCart(),
      Visits.changeQuantity(),
      viewCart(),
      Visits.checkOut(),
      get("/orders/${order_id}")
          .named("view-order")
          .bearer("${token}")
          .check(status().is(200), jsonPath("$.id").is("${order_id}")));
}

/** As many products as the visitor likes, each number as likely. */
Step detailsUpTo(int most) {
  return choose(
      IntStream.rangeClosed(1, most)
          .mapToObj(times ->
              weight(
                  100.0 / most,
                  times == 1 ? Visits.productDetails() : repeat(times, Visits.productDetails())))
          .toArray(Step.Way[]::new));
}

Request viewCart() {
  return get("/cart")
      .named("view-cart")
      .bearer("${token}")
      .check(status().is(200), jsonPath("$.id").is("${cart_id}"));
}
