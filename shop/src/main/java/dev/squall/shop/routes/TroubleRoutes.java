package dev.squall.shop.routes;

import dev.squall.shop.json.Numbers;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Routes;
import java.time.Duration;

/** {@code /delay/{ms}} and {@code /error/{code}}: trouble that a request asks for itself. */
public final class TroubleRoutes {

  private static final int LONGEST_MILLIS = 60_000;

  private TroubleRoutes() {}

  public static void add(Routes routes) {
    routes.open("GET", "/delay/{ms}", call -> delay(call.parameter("ms")));
    routes.open("GET", "/error/{code}", call -> error(call.parameter("code")));
  }

  private static Answer delay(String text) {
    var millis = Numbers.within("the delay in ms", text, 0, LONGEST_MILLIS);
    return Answer.ok(new Delayed(millis)).after(Duration.ofMillis(millis));
  }

  private static Answer error(String text) {
    var status = Numbers.within("the status", text, 400, 599);
    return Answer.error(status, "as asked for");
  }

  private record Delayed(int delayedMs) {}
}
