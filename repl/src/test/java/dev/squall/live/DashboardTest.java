package dev.squall.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.Squall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever names a metric names one that is there. */
class DashboardTest {
  private static final Pattern METRIC = Pattern.compile("squall_[a-z0-9_]+");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (`[a-z_]+`(?:, `[a-z_]+`)*) \\| \\w+ \\|");
  private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");

  private static Exposition scraped;

  @BeforeAll
  static void run() throws IOException {
    try (var server = new KnownServer()) {
      var scenario = Squall.scenario("s", Squall.get("/ok"));
      scraped =
          Exposition.parse(
              PrometheusText.of(
                  Squall.run(scenario, Squall.users(1).iterations(1), Squall.at(server.url()))));
    }
  }

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  @Test
  void everyExpressionOfTheDashboardUsesNamesThatAreScraped() throws IOException {
    var dashboard =
        new ObjectMapper().readTree(root().resolve("examples/grafana/squall.json").toFile());

    var expressions = new ArrayList<String>();
    dashboard.findValuesAsText("expr", expressions);
    for (var variable : dashboard.at("/templating/list")) {
      expressions.add(variable.path("definition").asText());
    }
    assertThat(expressions).hasSizeGreaterThan(20);
    var used = new TreeSet<String>();
    for (var expression : expressions) {
      METRIC.matcher(expression).results().forEach(found -> used.add(found.group()));
    }
    assertThat(used).hasSizeGreaterThan(15).allMatch(DashboardTest::isScraped);
    assertThat(isScraped("squall_request_total")).isFalse();
  }

  private static boolean isScraped(String name) {
    // A native histogram is asked for by its bare name.
    return "histogram".equals(scraped.types().get(name))
        || scraped.samples().keySet().stream().anyMatch(sample -> sample.startsWith(name + "{"));
  }

  @Test
  void noTwoPanelsOfTheDashboardLieOnEachOther() throws IOException {
    var dashboard =
        new ObjectMapper().readTree(root().resolve("examples/grafana/squall.json").toFile());

    var taken = new ArrayList<List<Integer>>();
    for (var panel : dashboard.path("panels")) {
      taken.addAll(squares(panel.path("gridPos")));
    }
    assertThat(taken).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    assertThat(taken).allMatch(square -> square.getFirst() < 24);
  }

  private static List<List<Integer>> squares(JsonNode position) {
    var squares = new ArrayList<List<Integer>>();
    for (int x = 0; x < position.path("w").asInt(); x++) {
      for (int y = 0; y < position.path("h").asInt(); y++) {
        squares.add(List.of(position.path("x").asInt() + x, position.path("y").asInt() + y));
      }
    }
    return squares;
  }

  @Test
  void thePageAboutThemNamesAllOfThemAndNoOthers() throws IOException {
    var page = Files.readString(root().resolve("docs/monitoring.md"));

    Set<String> told = new TreeSet<>();
    ROW.matcher(page)
        .results()
        .forEach(row ->
            WORD.matcher(row.group(1))
                .results()
                .forEach(word -> told.add("squall_" + word.group(1))));
    assertThat(told).containsExactlyInAnyOrderElementsOf(scraped.types().keySet());
  }
}
