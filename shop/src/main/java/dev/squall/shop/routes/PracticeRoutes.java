package dev.squall.shop.routes;

import dev.squall.shop.behaviour.BehaviourJson;
import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.truth.Truth;
import dev.squall.shop.truth.TruthReport;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.util.function.Supplier;

/** {@code /practice/…}: how a lesson tells the shop to misbehave, and asks what it really did. */
public final class PracticeRoutes {

  private final Conduct conduct;

  private PracticeRoutes(Conduct conduct) {
    this.conduct = conduct;
  }

  public static void add(Routes routes, Conduct conduct, Supplier<Truth> truth) {
    var practice = new PracticeRoutes(conduct);
    routes.control("GET", "/practice/behaviour", call -> practice.shown());
    routes.control("PUT", "/practice/behaviour", practice::change);
    routes.control("DELETE", "/practice/behaviour", call -> practice.recovered());
    routes.control("GET", "/practice/truth", call -> Answer.ok(TruthReport.of(truth.get())));
  }

  /** What is absent stays as it is. */
  private Answer change(Call call) {
    var fields = call.fields();
    var change = BehaviourJson.change(fields, conduct.routes());
    var freeze = BehaviourJson.freeze(fields);
    fields.check();
    conduct.behave(change);
    freeze.ifPresent(conduct::freeze);
    return shown();
  }

  private Answer recovered() {
    conduct.recover();
    return shown();
  }

  private Answer shown() {
    return Answer.ok(BehaviourJson.print(conduct.behaviour()));
  }
}
