package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.problem.Problem;
import java.util.List;

/** Texts and what becomes of them, for tests. */
final class Texted {
  private Texted() {}

  static Document good(String text) {
    assertThat(Httpx.parse("t.httpx", text)).isInstanceOf(Parsed.Good.class);
    return ((Parsed.Good) Httpx.parse("t.httpx", text)).document();
  }

  static List<Problem> problems(String text) {
    return switch (Httpx.parse("t.httpx", text)) {
      case Parsed.Good _ -> List.of();
      case Parsed.Bad(var problems, _) -> problems;
    };
  }

  /** The only item of a text. */
  static Item item(String text) {
    assertThat(good(text).items()).hasSize(1);
    return good(text).items().getFirst();
  }

  /** The first part of a request behind its curl. */
  static RequestPart part(String text) {
    var request = (RequestBlock) item("request r {\ncurl http://a\n" + text + "\n}");
    return request.parts().items().get(1);
  }

  /** The only part of a scenario. */
  static ScenarioPart inScenario(String text) {
    var scenario = (ScenarioBlock) item("scenario s {\n" + text + "\n}");
    assertThat(scenario.parts().items()).hasSize(1);
    return scenario.parts().items().getFirst();
  }

  static Span anywhere() {
    return new Span(0, 0);
  }
}
