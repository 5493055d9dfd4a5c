import static dev.squall.Squall.*;

// 1: is the shop up, and does it say so quickly?
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/Health.java
//   java --class-path "$(./squall classpath)" examples/java/Health.java health 5
void main(String... args) {
  Example.perform(args, balancer(), statusPage(), prometheus());
}

/** 1.1: what a load balancer asks, all day long; ten minutes of it. */
Example balancer() {
  return new Example(
      scenario(
          "health",
          get("/health")
              .named("health")
              .check(status().is(200), jsonPath("$.status").is("healthy"))),
      perSecond(10).during(minutes(10)),
      p95().isBelow(millis(50)),
      errorRate().isAtMost(0));
}

/** 1.2. */
Example statusPage() {
  return new Example(
      scenario(
          "status",
          get("/status")
              .named("status")
              .check(
                  status().is(200),
                  jsonPath("$.status").is("ok"),
                  jsonPath("$.requests_processed").exists())),
      perSecond(5).during(minutes(10)),
      p95().isBelow(millis(100)),
      errorRate().isAtMost(0));
}

/** 1.3: as Prometheus scrapes it, every 15 seconds. */
Example prometheus() {
  return new Example(
      scenario(
              "metrics",
              get("/metrics")
                  .named("metrics")
                  .check(
                      status().is(200),
                      header("Content-Type").contains("text/plain"),
                      body().contains("# TYPE http_request")))
          .pacing(seconds(15)),
      users(1).during(minutes(10)),
      p95().isBelow(millis(200)),
      errorRate().isAtMost(0));
}
