package dev.squall.shop.routes;

import dev.squall.shop.behaviour.Draws;
import dev.squall.shop.json.Numbers;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code /delay/{ms}}, {@code /delay/random} and {@code /error/{code}}: trouble that a request asks
 * for itself.
 */
public final class TroubleRoutes {

  private static final int LONGEST_MILLIS = 60_000;
  private static final int USUAL_MOST_MILLIS = 2_000;

  private final Draws draws;
  private final AtomicLong drawn = new AtomicLong();

  private TroubleRoutes(Draws draws) {
    this.draws = draws;
  }

  /**
   * Adds them.
   *
   * @param seed decides the random delays, in the order in which they are asked for
   */
  public static void add(Routes routes, long seed) {
    var trouble = new TroubleRoutes(new Draws(seed, "GET /delay/random"));
    routes.open("GET", "/delay/{ms}", call -> delay(call.parameter("ms")));
    routes.open("GET", "/delay/random", trouble::randomDelay);
    routes.open("GET", "/error/{code}", call -> error(call.parameter("code")));
  }

  private static Answer delay(String text) {
    return delayed(Numbers.within("the delay in ms", text, 0, LONGEST_MILLIS));
  }

  private Answer randomDelay(Call call) {
    var most = call.query().number("max", USUAL_MOST_MILLIS, 0, LONGEST_MILLIS);
    return delayed(draws.numberUpTo(most, drawn.getAndIncrement()));
  }

  private static Answer delayed(int millis) {
    return Answer.ok(new Delayed(millis)).after(Duration.ofMillis(millis));
  }

  private static Answer error(String text) {
    var status = Numbers.within("the status of an error", text, 400, 599);
    return Answer.error(status, "as asked for");
  }

  private record Delayed(int delayedMs) {}
}
