package dev.squall.run;

import static dev.squall.Squall.*;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process of its own, whose users wait for a silent server until something has run out. */
final class RunningOut {
  private RunningOut() {}

  /** Its arguments are the target's URL, or {@code here} for a server in the same process. */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("here")) {
      var forEver = new CountDownLatch(1);
      try (var server = new RecordingServer((_, _) -> forEver.await())) {
        load(server.url());
      }
    } else {
      load(args[0]);
    }
  }

  private static void load(String url) {
    var results =
        run(
            scenario("one", get("/")),
            perSecond(200).during(seconds(2)),
            at(url),
            timeout(Duration.ofSeconds(3)));
    System.out.println("verdict " + results.generator().verdict());
    results.generator().reasons().forEach(reason -> System.out.println("reason " + reason));
    for (var error : results.errors()) {
      System.out.println("error " + error.category() + " " + error.kind());
    }
  }
}
