package dev.squall.bench;

import static dev.squall.Squall.at;
import static dev.squall.Squall.get;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.p95;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.users;
import static dev.squall.analysis.ExperimentWords.findKnee;

import com.sun.net.httpserver.HttpServer;
import dev.squall.analysis.Bursts;
import dev.squall.analysis.Knee;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Whether {@code findKnee} finds what a server can do that works on eight requests at once, 20 ms
 * each: {@value #CAPACITY} a second and no more, so that the knee lies between levels on both sides
 * of it, of users between those on both sides of what fits into the goal.
 */
public final class KneeCheck {
  private static final int PERMITS = 8;
  private static final int SERVICE_MS = 20;
  private static final double CAPACITY = 400;
  private static final Bursts BURSTS = new Bursts(6, Duration.ofSeconds(6));

  private KneeCheck() {}

  /** Takes the number of rounds; ends with 1 when one found another knee. */
  public static void main(String[] args) throws IOException {
    boolean passed = true;
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var places = new Semaphore(PERMITS, true);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            places.acquire();
            try {
              Thread.sleep(SERVICE_MS);
            } finally {
              places.release();
            }
            exchange.sendResponseHeaders(200, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    var ask = scenario("ask", get("/"));
    var there = at("http://127.0.0.1:" + server.getAddress().getPort());
    var goal = p95().isBelow(millis(60));
    for (int round = 0; round < Integer.parseInt(args[0]); round++) {
      var byRate = findKnee(ask, perSecond(100), perSecond(800), goal, BURSTS, _ -> {}, there);
      System.out.println(byRate);
      passed &= brackets(byRate, 0.7 * CAPACITY, 1.05 * CAPACITY);
      // Two rounds of 20 ms are within 60 ms, three are not: 16 users, or 24 with luck.
      var byUsers = findKnee(ask, users(2), users(64), goal, BURSTS, _ -> {}, there);
      System.out.println(byUsers);
      passed &= brackets(byUsers, 8, 24);
    }
    server.stop(0);
    System.exit(passed ? 0 : 1);
  }

  private static boolean brackets(Knee knee, double from, double to) {
    boolean holds =
        knee.knee().filter(found -> found.low() <= to && found.high() >= from).isPresent();
    System.out.println(holds ? "ok\n" : "FAILED\n");
    return holds;
  }
}
