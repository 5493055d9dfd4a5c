package dev.squall.httpx;

import static dev.squall.Squall.elapsed;
import static dev.squall.Squall.get;
import static dev.squall.Squall.jsonPath;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.pause;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.status;
import static dev.squall.Squall.toHttpx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.httpx.Script.Entry;
import dev.squall.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrintedEntriesTest {
  /** Six hundred take two seconds; more is for whoever has the time. */
  private static final int ENTRIES = Integer.getInteger("squall.httpx.entries", 600);

  private static Script read(String text) {
    return Httpx.script("printed.httpx", text, Map.of());
  }

  private static Entry readBack(Entry entry, String text) {
    return read(text).entry(entry.name()).orElseThrow();
  }

  @Test
  void whatIsPrintedReadsAsTheSameEntry() {
    for (int seed = 0; seed < ENTRIES; seed++) {
      var entry = new GeneratedEntries(seed, false).next();
      var text = Httpx.print(List.of(entry));
      assertThat(readBack(entry, text)).as("seed %d:%n%s", seed, text).isEqualTo(entry);
    }
  }

  @Test
  void whateverItIsItReadsAsTheSameOrIsAProblem() {
    int problems = 0;
    for (int seed = 0; seed < ENTRIES / 4; seed++) {
      var entry = new GeneratedEntries(seed, true).next();
      try {
        var text = Httpx.print(List.of(entry));
        assertThat(readBack(entry, text)).as("seed %d:%n%s", seed, text).isEqualTo(entry);
      } catch (ProblemException told) {
        assertThat(told.problems()).isNotEmpty();
        problems++;
      }
    }
    assertThat(problems).isBetween(ENTRIES / 20, ENTRIES / 5);
  }

  static Stream<Path> examples() throws IOException {
    try (var language = Files.list(Path.of("../examples/httpx"));
        var shop = Files.list(Path.of("../examples/shop"))) {
      return Stream.concat(language, shop)
          .filter(file -> file.toString().endsWith(".httpx"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachEntryOfAnExampleReadsAsItWas(Path file) throws IOException {
    var script = read(Files.readString(file));

    assertThat(script.entries()).isNotEmpty();
    for (var entry : script.entries()) {
      var text = Httpx.print(List.of(entry));
      assertThat(readBack(entry, text)).as(text).isEqualTo(entry);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void allEntriesOfAnExampleAreOneFile(Path file) throws IOException {
    var script = read(Files.readString(file));

    var text = Httpx.print(script.entries());

    assertThat(read(text).entries()).as(text).containsExactlyInAnyOrderElementsOf(script.entries());
    assertThat(Httpx.print(Texted.good(text))).isEqualTo(text);
  }

  @Test
  void theTourOfTheReadmeIsAFile() {
    var shop =
        scenario(
                "browse",
                get("/products?limit=10")
                    .named("list")
                    .check(status().is(200))
                    .extract("id", jsonPath("$.products[0].id")),
                pause(millis(10), millis(30)),
                get("/products/${id}")
                    .named("details")
                    .check(jsonPath("$.id").is("${id}"), elapsed().isBelow(millis(250))))
            .at("http://localhost:8089");

    assertThat(toHttpx(shop))
        .isEqualTo(
            """
            request list {
              curl '/products?limit=10'
              extract id = $.products[0].id
              assert status == 200
            }

            request details {
              curl '/products/${id}'
              assert {
                $.id == ${id}
                latency < 250ms
              }
            }

            scenario browse {
              base = "http://localhost:8089"
              run list
              think 10ms .. 30ms
              run details
            }
            """);
    assertThat(read(toHttpx(shop)).entries().getFirst().workload()).isEqualTo(shop);
  }
}
