package dev.squall.shop.routes;

import dev.squall.shop.behaviour.Conduct;
import dev.squall.shop.behaviour.Latency;
import dev.squall.shop.behaviour.TimeWords;
import dev.squall.shop.json.Refusal;
import dev.squall.shop.truth.Truth;
import dev.squall.shop.truth.TruthReport;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /practice/…}: how a lesson tells the shop to misbehave, and asks what it really did. */
public final class PracticeRoutes {

  private static final Set<String> CONTROLS = Set.of("latency", "workers", "freeze");

  private final Conduct conduct;

  private PracticeRoutes(Conduct conduct) {
    this.conduct = conduct;
  }

  public static void add(Routes routes, Conduct conduct, Supplier<Truth> truth) {
    var practice = new PracticeRoutes(conduct);
    routes.control("GET", "/practice/behaviour", call -> practice.shown());
    routes.control("PUT", "/practice/behaviour", practice::change);
    routes.control("GET", "/practice/truth", call -> Answer.ok(TruthReport.of(truth.get())));
  }

  /** What is absent stays as it is. */
  private Answer change(Call call) {
    var fields = call.fields();
    fields.allowOnly(CONTROLS);
    var latency = fields.optionalText("latency");
    var workers =
        fields.has("workers")
            ? fields.integer("workers")
            : conduct.behaviour().everywhere().workers();
    var freeze = fields.optionalText("freeze");
    fields.check();
    try {
      var changed = conduct.behaviour().workers(workers);
      changed = latency.isPresent() ? changed.latency(Latency.parse(latency.get())) : changed;
      var pause = freeze.map(TimeWords::parse);
      conduct.behave(changed);
      pause.ifPresent(conduct::freeze);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
    return shown();
  }

  private Answer shown() {
    var behaviour = conduct.behaviour();
    return Answer.ok(
        new Shown(behaviour.everywhere().latency().text(), behaviour.everywhere().workers()));
  }

  private record Shown(String latency, int workers) {}
}
