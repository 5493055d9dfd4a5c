package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of variables while an iteration is performed a request at a time. */
@Timeout(30)
class StepperVariablesTest extends NumberingServer {
  @Test
  void whatAStepDidToVariablesIsTold() {
    try (var stepper =
        stepper(
            get("/1").extract("a", jsonPath("$.n")).extract("b", jsonPath("$.none")),
            get("/2").extract("a", jsonPath("$.n")).extract("b", jsonPath("$.n")),
            get("/3").extract("b", jsonPath("$.none")))) {
      assertThat(stepper.next().changes())
          .containsExactly(new VariableChange("a", Optional.empty(), Optional.of("1")));
      assertThat(stepper.next().changes())
          .containsExactly(
              new VariableChange("a", Optional.of("1"), Optional.of("2")),
              new VariableChange("b", Optional.empty(), Optional.of("2")));
      assertThat(stepper.next().changes())
          .containsExactly(new VariableChange("b", Optional.of("2"), Optional.empty()));
    }
  }

  @Test
  void aChangedVariableIsSentAndUndoneBeforeItsPlace() {
    try (var stepper =
        stepper(get("/1").extract("a", jsonPath("$.n")), get("/2/${a}"), get("/3/${a}"))) {
      stepper.next();
      stepper.set("a", "mine");
      stepper.next();
      stepper.back();
      assertThat(stepper.changed()).containsExactly(entry("a", "mine"));
      stepper.next();
      stepper.next();
      stepper.back();
      stepper.back();
      stepper.back();
      assertThat(stepper.changed()).isEmpty();
      stepper.finish();

      assertThat(targets())
          .containsExactly("/1", "/2/mine", "/2/mine", "/3/mine", "/1", "/2/5", "/3/5");
    }
  }

  @Test
  void aChangedVariableDecidesWhatIsNext() {
    try (var stepper =
        stepper(
            get("/1").extract("a", jsonPath("$.n")),
            when(variable("a").is("1"), get("/one")),
            get("/2"))) {
      stepper.next();
      assertThat(stepper.upcoming()).contains("GET /one");
      stepper.set("a", "2");
      assertThat(stepper.upcoming()).contains("GET /2");
      stepper.set("a", "1");
      assertThat(stepper.upcoming()).contains("GET /one");
    }
  }

  @Test
  void aGivenVariableMayBeChangedToo() {
    try (var stepper =
        stepper(
            scenario("s", get("/1/${user}"), get("/2/${user}/${UUID}"), get("/3/${user}"))
                .variable("name", "ann")
                .variable("user", "${name}-${random(1,9)}"))) {
      stepper.next();
      stepper.set("name", "bob");
      stepper.next();
      stepper.set("user", "eve");
      stepper.next();
      assertThat(stepper.variables()).containsEntry("user", "eve").containsEntry("name", "bob");
      var drawn = targets().get(1).substring("/2/bob-N/".length());
      stepper.back();
      stepper.back();
      stepper.back();
      assertThat(stepper.variables()).isEmpty();
      stepper.finish();

      assertThat(targets().get(0)).matches("/1/ann-.");
      assertThat(targets().get(1)).startsWith("/2/bob-");
      assertThat(targets().get(2)).isEqualTo("/3/eve");
      assertThat(targets().get(3)).isEqualTo(targets().get(0));
      assertThat(targets().get(4)).startsWith("/2/ann-").endsWith(drawn);
    }
  }

  @Test
  void aChangeBetweenBranchesReachesTheBranchThatIsNext() {
    try (var stepper =
        stepper(
            get("/1").extract("a", jsonPath("$.n")),
            parallel(get("/p1/${a}"), get("/p2/${a}")),
            get("/2/${a}"))) {
      stepper.until("GET /p2/${a}");
      stepper.set("a", "mine");
      stepper.finish();

      assertThat(targets()).containsExactly("/1", "/p1/1", "/p2/mine", "/2/mine");
    }
  }

  @Test
  void aSkippedStepIsNotSentAndFindsNothing() {
    try (var stepper =
        stepper(get("/1").named("one").extract("a", jsonPath("$.n")), get("/2/${a}"), get("/3"))) {
      stepper.set("a", "mine");
      stepper.skip();
      assertThat(stepper.upcoming()).contains("GET /2/${a}");
      assertThat(stepper.performed())
          .singleElement()
          .satisfies(one -> {
            assertThat(one.skipped()).isTrue();
            assertThat(one.step().name()).isEqualTo("one");
            assertThat(one.step().request()).isEmpty();
          });
      stepper.finish();
      assertThat(targets()).containsExactly("/2/mine", "/3");
    }
  }

  @Test
  void whatASkippedStepWouldHaveFoundIsMissed() {
    try (var stepper =
        stepper(get("/1").extract("a", jsonPath("$.n")), get("/2/${a}").named("two"))) {
      stepper.skip();
      assertThat(stepper.next().step().error()).contains("no value for ${a}");
      assertThat(stepper.failedAt()).contains("two");
      assertThat(targets()).isEmpty();
    }
  }
}
