package dev.squall.shop.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.shop.json.Fields;
import dev.squall.shop.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One notation, three ways in: what is printed is what is read. */
class NotationTest {

  private static final List<String> ROUTES =
      List.of("POST /checkout", "GET /products/{id}", "GET /anything/{rest...}", "unmatched");

  @TempDir private Path folder;

  @Test
  void anyBehaviourIsReadBackFromItsJson() {
    var random = RandomGenerator.of("L64X128MixRandom");
    for (var i = 0; i < 2_000; i++) {
      var behaviour = behaviour(random);
      var json = Json.write(BehaviourJson.print(behaviour));

      assertThat(fromJson(new String(json, UTF_8))).isEqualTo(behaviour);
    }
  }

  @Test
  void anyBehaviourIsReadBackFromItsLines() {
    var random = RandomGenerator.of("L64X128MixRandom");
    for (var i = 0; i < 2_000; i++) {
      var behaviour = behaviour(random);
      var read = Behaviour.GOOD;
      for (var line : behaviour.lines()) {
        read = read.with(line);
      }

      assertThat(read).as("%s", behaviour.lines()).isEqualTo(behaviour);
    }
  }

  @Test
  void aFileIsReadLikeABodyOfHttp() throws IOException {
    var json =
        """
        {
          "latency": "lognormal:20ms,200ms",
          "routes": {"POST /checkout": {"errors": "10%:503"}}
        }
        """;

    assertThat(Behaviour.read(written(json))).isEqualTo(fromJson(json));
  }

  @Test
  void everyProblemOfAFileIsToldWithFileLineAndColumn() throws IOException {
    var file =
        written(
            """
            {
              "latency": "slow",
              "wrokers": 8,
              "freeze": "2s",
              "routes": {"POST /checkout": {"errors": "10%:200",
                "workers": "x"}, "GET /ü": 5}
            }
            """);

    assertThatThrownBy(() -> Behaviour.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .satisfies(message ->
            assertThat(message.lines())
                .satisfiesExactly(
                    line -> told(line, file, 2, 3, "latency: 'slow' is no latency"),
                    line -> told(line, file, 3, 3, "wrokers is unknown"),
                    line -> told(line, file, 4, 3, "freeze: it happens once"),
                    line -> told(line, file, 5, 33, "routes.POST /checkout.errors: an error's"),
                    line ->
                        told(
                            line,
                            file,
                            6,
                            5,
                            "routes.POST /checkout.workers must be a whole number"),
                    line -> told(line, file, 6, 22, "routes.GET /ü must be an object")));
  }

  @Test
  void aFileThatIsNoJsonIsToldWhere() throws IOException {
    var file = written("{\n  \"latency\": oops\n}");

    assertThatThrownBy(() -> Behaviour.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining("line 2, column");
  }

  @Test
  void aRouteStartsFromWhatHoldsEverywhere() {
    var behaviour = Behaviour.GOOD.with("errors=2% workers=8").with("GET /cart: latency=fixed:1s");

    assertThat(behaviour.of("GET /cart"))
        .isEqualTo(
            Faults.NONE
                .errors(new Errors(new Share(0.02), 500))
                .latency(new Latency.Fixed(Duration.ofSeconds(1))));
    assertThat(behaviour.lines())
        .containsExactly("errors=2% workers=8", "GET /cart: latency=fixed:1s");
    assertThat(behaviour.with("GET /cart: null").routes()).isEmpty();
  }

  @Test
  void aNullTakesTheFaultsOfARouteAway() {
    var behaviour = Behaviour.GOOD.with("GET /cart: errors=1%").with("unmatched: resets=1%");
    var fields = Fields.of("{\"routes\": {\"GET /cart\": null}}".getBytes(UTF_8));

    var change = BehaviourJson.change(fields, Set.of("GET /cart", "unmatched"));

    fields.check();
    assertThat(change.apply(behaviour)).isEqualTo(Behaviour.GOOD.with("unmatched: resets=1%"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | no fault is given: write latency=fixed:20ms, errors=2%:503",
        "slow | 'slow' is no fault: write latency=fixed:20ms",
        "GET /cart: slow | 'slow' is no fault",
        "GET /cart: | no fault is given",
        "latency | 'latency' is no fault",
        "latency= | '' is no latency",
        "freeze=2s | 'freeze=2s' is no fault",
        "workers=x errors=y | 'x'; 'y' is no share",
        "workers=-1 | workers is 0 (no limit) or more, not -1",
        "latency=uniform:1ms, 2ms | '2ms' is no fault"
      })
  void aLineThatIsWrongIsToldAll(String line, String what) {
    assertThatThrownBy(() -> Behaviour.GOOD.with(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what);
  }

  @ParameterizedTest
  @CsvSource({
    "0%, 0",
    "2.5%, 0.025",
    "100%, 1",
    "100.0%, 1",
    "0.0000000001%, 1e-12",
    "' 5 % ', 0.05",
    "33.33333333333333%, 0.3333333333333333"
  })
  void aShareIsAPercentage(String text, double value) {
    assertThat(Share.parse(text)).isEqualTo(new Share(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "0.05", "-1%", "100.1%", "101%", "1e2%", "NaN%", "%", "1.%"})
  void whatIsNoShareIsRefused(String text) {
    assertThatThrownBy(() -> Share.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "none, 0, none",
    "500B/s, 500, 500B/s",
    "10KB/s, 10000, 10KB/s",
    "1.5MB/s, 1500000, 1500KB/s",
    "0.001KB/s, 1, 1B/s",
    "1000MB/s, 1000000000, 1000MB/s"
  })
  void aBandwidthIsBytesASecond(String text, long bytes, String printed) {
    assertThat(Bandwidth.parse(text)).isEqualTo(new Bandwidth(bytes));
    assertThat(new Bandwidth(bytes).text()).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "10kb/s", "0B/s", "1.5B/s", "1001MB/s", "-1B/s", "999999999MB/s"})
  void whatIsNoBandwidthIsRefused(String text) {
    assertThatThrownBy(() -> Bandwidth.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"2%, 2%", "2%:500, 2%", "2%:503, 2%:503", "0%:404, 0%:404", "100% : 599, 100%:599"})
  void errorsAreAShareAndAStatus(String text, String printed) {
    assertThat(Errors.parse(text).text()).isEqualTo(printed);
    assertThat(Errors.parse(printed)).isEqualTo(Errors.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2%:", "2%:200", "2%:600", "2%:abc", "2%:5000", ":503"})
  void whatAreNoErrorsAreRefused(String text) {
    assertThatThrownBy(() -> Errors.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"307445734.561825861m", "999999999m", "61s", "60000.000001ms"})
  void aTimeTooLongIsRefusedHoweverLong(String text) {
    assertThatThrownBy(() -> Latency.parse("fixed:" + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 0ms and 60s");
  }

  private Path written(String json) throws IOException {
    return Files.writeString(folder.resolve("behaviour.json"), json);
  }

  private static void told(String line, Path file, int number, int column, String what) {
    assertThat(line)
        .startsWith("%s: line %d, column %d: ".formatted(file, number, column))
        .contains(what);
  }

  private static Behaviour fromJson(String json) {
    var fields = Fields.of(json.getBytes(UTF_8));
    var change = BehaviourJson.change(fields, Set.copyOf(ROUTES));
    fields.check();
    return change.apply(Behaviour.GOOD);
  }

  private static Behaviour behaviour(RandomGenerator random) {
    var behaviour = Behaviour.GOOD.everywhere(faults(random));
    for (var route : ROUTES) {
      if (random.nextInt(3) == 0) {
        var faults = random.nextBoolean() ? faults(random) : behaviour.of(route);
        behaviour = behaviour.on(route, present -> faults);
      }
    }
    return behaviour;
  }

  private static Faults faults(RandomGenerator random) {
    return new Faults(
        latency(random),
        new Errors(share(random), random.nextInt(400, 600)),
        share(random),
        random.nextBoolean()
            ? Bandwidth.UNLIMITED
            : new Bandwidth(random.nextLong(1, 1L << random.nextInt(1, 30))),
        random.nextInt(3) * random.nextInt(1_000));
  }

  private static Share share(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Share.NONE;
      case 1 -> new Share(random.nextInt(101) / 100.0);
      case 2 -> new Share(Math.pow(10, -random.nextInt(1, 308)) * random.nextDouble());
      default -> new Share(random.nextDouble());
    };
  }

  private static Latency latency(RandomGenerator random) {
    var least = time(random, 0);
    var most = time(random, least.toNanos() + 1);
    return switch (random.nextInt(5)) {
      case 0 -> new Latency.None();
      case 1 -> new Latency.Fixed(least);
      case 2 -> new Latency.Uniform(least, most);
      case 3 -> new Latency.Lognormal(most, Latency.LONGEST);
      default -> new Latency.Bimodal(least, most, share(random));
    };
  }

  private static Duration time(RandomGenerator random, long least) {
    var longest = Latency.LONGEST.toNanos();
    return switch (random.nextInt(3)) {
      case 0 ->
          Duration.ofNanos(
              Math.clamp(random.nextLong(1_000_000), Math.min(least, longest), longest));
      case 1 -> Duration.ofNanos(longest);
      default -> Duration.ofNanos(random.nextLong(Math.min(least, longest), longest + 1));
    };
  }
}
