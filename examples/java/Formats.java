import static dev.squall.Squall.*;

import dev.squall.scenario.Scenario;

// 9: answers of several sizes and formats.
// Start the shop with ./squall shop. What there is, and one of it for some seconds:
//   java --class-path "$(./squall classpath)" examples/java/Formats.java
//   java --class-path "$(./squall classpath)" examples/java/Formats.java csv 5
void main(String... args) {
  Example.perform(
      args,
      kilobyte(),
      tenKilobytes(),
      hundredKilobytes(),
      megabyte(),
      sizes(),
      xml(),
      products(),
      page());
}

/** 9.1: fifty users for each of four sizes. */
Example kilobyte() {
  return new Example(
      json("json-1kb", 1024),
      users(50).during(minutes(10)),
      p95().isBelow(millis(200)),
      errorRate().isBelow(percent(0.5)));
}

Example tenKilobytes() {
  return new Example(
      json("json-10kb", 10_240),
      users(50).during(minutes(10)),
      p95().isBelow(millis(200)),
      errorRate().isBelow(percent(0.5)));
}

Example hundredKilobytes() {
  return new Example(
      json("json-100kb", 102_400),
      users(50).during(minutes(10)),
      p95().isBelow(millis(500)),
      errorRate().isBelow(percent(0.5)));
}

Example megabyte() {
  return new Example(
      json("json-1mb", 1_048_576),
      users(50).during(minutes(10)),
      p95().isBelow(seconds(1)),
      errorRate().isBelow(percent(0.5)));
}

/** 9.1: all four sizes at once. */
Example sizes() {
  return new Example(
      mix(
          "json-sizes",
          share(25, json("json-1kb", 1024)),
          share(25, json("json-10kb", 10_240)),
          share(25, json("json-100kb", 102_400)),
          share(25, json("json-1mb", 1_048_576))),
      users(200).during(minutes(10)),
      p95().of("json-1kb").isBelow(millis(200)),
      p95().of("json-10kb").isBelow(millis(200)),
      p95().of("json-100kb").isBelow(millis(500)),
      p95().of("json-1mb").isBelow(seconds(1)),
      errorRate().isBelow(percent(0.5)));
}

/** 9.2. */
Example xml() {
  return new Example(
      scenario(
          "xml",
          get("/bytes/1024?format=xml")
              .named("xml")
              .check(
                  status().is(200),
                  header("Content-Type").contains("xml"),
                  xpath("string-length(/data)").isAbove(1000))),
      users(25).during(minutes(5)),
      p95().isBelow(millis(200)),
      errorRate().isBelow(percent(0.5)));
}

/** 9.3: all products. */
Example products() {
  return new Example(
      scenario(
          "csv",
          get("/csv")
              .named("csv")
              .check(
                  status().is(200),
                  header("Content-Type").contains("text/csv"),
                  body().matches("^id,name,description,price,category"),
                  body().contains("prod-1000"))),
      users(50).during(minutes(5)),
      p95().isBelow(millis(500)),
      errorRate().isBelow(percent(0.5)));
}

/** 9.4. */
Example page() {
  return new Example(
      scenario(
          "html",
          get("/html")
              .named("html")
              .check(
                  status().is(200),
                  header("Content-Type").contains("text/html"),
                  body().contains("<html"))),
      users(30).during(minutes(5)),
      p95().isBelow(millis(500)),
      errorRate().isBelow(percent(0.5)));
}

Scenario json(String name, int bytes) {
  return scenario(
      name,
      get("/bytes/" + bytes + "?format=json")
          .named(name)
          .check(
              status().is(200),
              header("Content-Type").contains("json"),
              header("Content-Length").is(bytes)));
}
