import static dev.squall.Squall.*;

// 10: answers that take their time, and answers that are errors.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/ErrorsAndDelays.java
//   java --class-path "$(./squall classpath)" examples/java/ErrorsAndDelays.java delay-500ms 5
void main(String... args) {
  Example.perform(
      args,
      delay100(),
      delay500(),
      delay1000(),
      delay2000(),
      badRequest(),
      notFound(),
      serverError(),
      unavailable(),
      randomDelay());
}

/** 10.1: four delays, and 50 to 100 ms for what is around them. */
Example delay100() {
  return delay(100, 50, 150);
}

Example delay500() {
  return delay(500, 30, 550);
}

Example delay1000() {
  return delay(1000, 20, 1100);
}

Example delay2000() {
  return delay(2000, 10, 2100);
}

Example delay(int millis, int users, int goal) {
  var name = "delay-" + millis + "ms";
  return new Example(
      scenario(
          name,
          get("/delay/" + millis)
              .named(name)
              .check(
                  status().is(200),
                  jsonPath("$.delayed_ms").is(millis),
                  elapsed().isAbove(millis(millis)))),
      users(users).during(minutes(10)),
      p95().isBelow(millis(goal)),
      errorRate().isBelow(percent(0.5)));
}

/** 10.2: twenty users for each code. An error that is asked for is a right answer. */
Example badRequest() {
  return error(400, "Bad Request");
}

Example notFound() {
  return error(404, "Not Found");
}

Example serverError() {
  return error(500, "Internal Server Error");
}

Example unavailable() {
  return error(503, "Service Unavailable");
}

Example error(int code, String reason) {
  var name = "error-" + code;
  return new Example(
      scenario(
          name,
          get("/error/" + code)
              .named(name)
              .check(status().is(code), jsonPath("$.error").is(reason))),
      users(20).during(minutes(5)),
      p95().isBelow(millis(200)),
      errorRate().isAtMost(0));
}

/** 10.3. */
Example randomDelay() {
  return new Example(
      scenario(
          "random-delay",
          get("/delay/random?max=2000")
              .named("random-delay")
              .check(status().is(200), jsonPath("$.delayed_ms").isBetween(0, 2000))),
      users(50).during(minutes(10)),
      p95().isBelow(millis(2100)),
      errorRate().isBelow(percent(0.5)));
}
