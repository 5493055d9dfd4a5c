package dev.squall.plan;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.squall.load.Users;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Compiles small scenarios and shows segments as text, holes as {@code «name:ESCAPE»}. */
final class Plans {
  private Plans() {}

  static Scenario scenario(Step... steps) {
    return new Scenario("shop", List.of(steps), Optional.of("http://localhost:8089"));
  }

  static Plan plan(Step... steps) {
    return plan(scenario(steps));
  }

  static Plan plan(Scenario scenario, Option... options) {
    return Plan.of(scenario, new Users(1).iterations(1), Options.of(options));
  }

  static PlannedRequest planned(Request request) {
    return plan(request).requests().getLast();
  }

  static String head(Request request) {
    return text(planned(request).head());
  }

  static String body(Request request) {
    return text(planned(request).body());
  }

  static List<Problem> problems(Step... steps) {
    return problems(scenario(steps));
  }

  static List<Problem> problems(Scenario scenario, Option... options) {
    var exception = catchThrowableOfType(ProblemException.class, () -> plan(scenario, options));
    return exception == null ? List.of() : exception.problems();
  }

  static String text(Segments segments) {
    var text = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      text.append(
          switch (segments.at(i)) {
            case Segment.Literal literal ->
                new String(literal.bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            case Segment.Variable(_, var name, var escape) -> "«" + name + ":" + escape + "»";
            case Segment.BuiltIn(var variable, _, var escape) ->
                "«" + variable + ":" + escape + "»";
            case Segment.Random(var least, var most, var decimals, _, var escape) ->
                "«random " + least + " " + most + " " + decimals + ":" + escape + "»";
            case Segment.Pick(var values, _, var escape) -> "«pick " + values + ":" + escape + "»";
            case Segment.Given(var name, _, var escape) -> "«" + name + ":" + escape + "»";
            case Segment.Environment(var name, _, var escape) ->
                "«env " + name + ":" + escape + "»";
            case Segment.BodyLength() -> "«length»";
            case Segment.QueryStart() -> "«? or &»";
            case Segment.Basic(var user, var password) ->
                "«basic " + text(user) + ":" + text(password) + "»";
            case Segment.Cookies(var explicit) ->
                explicit.size() == 0 ? "" : "Cookie: " + text(explicit) + "\n";
          });
    }
    return text.toString();
  }
}
