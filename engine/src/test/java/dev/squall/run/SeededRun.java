package dev.squall.run;

import static dev.squall.Squall.*;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.plan.Planned;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;

/** A run in a process of its own that prints what it came to, for {@link SameSeedTest}. */
final class SeededRun {
  private SeededRun() {}

  /** Everything that is drawn: what is sent, how long is paused, which way is taken. */
  private static Scenario drawing(ConcurrentHashMap<Long, Double> drawn) {
    return scenario(
        "drawing",
        get("/${COUNTER}/${random(1,1000000)}").header("X-Id", "${UUID}").retry(attempts(3)),
        pause(millis(0), millis(2)),
        exponentialPause(millis(1)),
        repeat(
            2,
            choose(
                weight(1, put("/left").text("${COUNTER} ${pick(a,b,c)} ${UUID}")),
                weight(
                    2,
                    parallel(
                        put("/one").text("${COUNTER} ${UUID}").retry(attempts(2).jitter(1)),
                        put("/two").text("${COUNTER} ${random(0.0,1.0)}"))))),
        leave(0.3),
        normalPause(millis(1), millis(1)),
        code("draw", session -> drawn.put(session.iteration(), session.random())),
        post("/last").json("{\"of\": ${COUNTER}, \"id\": \"${UUID}\"}"));
  }

  /** The first argument is the seed. */
  public static void main(String[] arguments) throws IOException {
    var seed = seed(Long.parseLong(arguments[0]));
    var drawn = new ConcurrentHashMap<Long, Double>();
    var load = users(6).sharedIterations(150);
    // A third of what the server is asked fails the first time, whoever asks and when.
    var seen = ConcurrentHashMap.<String>newKeySet();
    try (var server =
        new RecordingServer((request, socket) -> {
          boolean fails =
              (request.target().startsWith("/one") || request.method().equals("GET"))
                  && request.body().concat(request.target()).hashCode() % 3 == 0
                  && seen.add(request.target() + request.body());
          RecordingServer.say(socket, fails ? 503 : 200, "{}");
        })) {
      var results = Sums.holdIn(run(drawing(drawn), load, at(server.url()), seed));
      var sent =
          server.received().stream()
              .map(one -> one.line() + one.headers("X-Id") + one.body())
              .sorted()
              .toList();
      System.out.println("requests " + sent.size() + " " + digest(String.join("\n", sent)));
      System.out.println("iterations " + results.totals().iterations());
      System.out.println("attempts " + results.totals().attempts());
      System.out.println("drawn " + drawn.size() + " " + digest(drawn.toString()));
      var plan = Plan.of(drawing(drawn), load, Options.of(at(server.url()), seed));
      System.out.println("paused " + digest(pauses(plan)));
      System.out.println(
          "carriers " + System.getProperty("jdk.virtualThreadScheduler.parallelism"));
    }
  }

  /** The think times of every iteration. */
  private static String pauses(Plan plan) {
    var session = new Session(plan, new Timestamps(), 1);
    var pauses = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      session.begin(i, 1, new String[plan.variables().size()]);
      for (var step : plan.scenarios().getFirst().steps()) {
        if (step instanceof Planned.Pause(var time, var place)) {
          pauses.append(session.pauseNanos(time, place)).append(' ');
        }
      }
    }
    return pauses.toString();
  }

  private static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
