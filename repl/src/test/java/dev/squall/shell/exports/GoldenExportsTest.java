package dev.squall.shell.exports;

import static dev.squall.Squall.errorRate;
import static dev.squall.Squall.get;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.minutes;
import static dev.squall.Squall.p95;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.percent;
import static dev.squall.Squall.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.goal.Goal;
import dev.squall.load.Load;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was written once and looked at, and the tools' own checks with it. With {@code
 * -Dsquall.exports.write=true} it is written again.
 */
class GoldenExportsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/exports");

  private static Stream<Arguments> exports() {
    return Stream.of(Format.values())
        .flatMap(format ->
            Stream.of("shopping", "steps", "whole", "hostile")
                .map(name -> Arguments.of(format, name)));
  }

  private static Exported exported(Format format, String name) {
    if (name.equals("shopping")) {
      var entry = Examples.entry("shop/04-shopping-flow.httpx", "shopping");
      return Exports.of(format, (Scenario) entry.workload(), entry.load(), entry.goals(), false);
    }
    Load load =
        perSecond(50).during(minutes(1)).rampTo(80.5, minutes(2)).until(p95().isAbove(millis(900)));
    List<Goal> goals = List.of(p95().of("a").isBelow(millis(300)), errorRate().isBelow(percent(1)));
    var scenario =
        switch (name) {
          case "whole" -> Constructs.whole();
          case "hostile" -> Constructs.hostile();
          default -> scenario("steps", steps()).at("http://localhost:8089");
        };
    return Exports.of(format, scenario, Optional.of(load), goals, false);
  }

  private static Step[] steps() {
    return Stream.concat(Constructs.steps().stream(), Stream.of(get("/last"))).toArray(Step[]::new);
  }

  @ParameterizedTest(name = "{1} as {0}")
  @MethodSource("exports")
  void theTextIsTheOneThatWasLookedAt(Format format, String name) throws IOException {
    var exported = exported(format, name);
    var file = GOLDEN.resolve(format.word()).resolve(name + format.ending());
    var left =
        exported.leftOut().stream()
            .map(Object::toString)
            .collect(Collectors.joining("\n", "", "\n"));
    var leftFile = GOLDEN.resolve(format.word()).resolve(name + ".left");
    if (Boolean.getBoolean("squall.exports.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, exported.text());
      Files.writeString(leftFile, left.replaceAll("\\p{Cs}", "?"));
    }
    assertThat(exported.text()).isEqualTo(Files.readString(file));
    assertThat(left.replaceAll("\\p{Cs}", "?")).isEqualTo(Files.readString(leftFile));
  }
}
