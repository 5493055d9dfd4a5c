package dev.squall.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.goal.Comparison;
import dev.squall.goal.Goal;
import dev.squall.goal.Metric;
import dev.squall.problem.ProblemException;
import dev.squall.report.Runs;
import dev.squall.sample.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SavedResultsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** One with errors, users, bounds, variables, marks, ticks and a coarse second. */
  static Results rich() {
    return rich(300);
  }

  private static Results rich(int samples) {
    var recorder = Facts.recorder();
    Facts.record(recorder, new Random(5), samples);
    for (int i = 0; i < 30; i++) {
      recorder.captured(i, 0, 0, i % 3 == 0 ? null : "id-" + i);
      recorder.captured(i, 0, 1, "secret" + i);
    }
    recorder.iterationsScheduled(50);
    recorder.iterationsStarted(48);
    recorder.iterationsDropped(2);
    recorder.record(Facts.opened(3, 0.4, 1.25, 3.5, false));
    recorder.mark(1_234_567_890, "rate 5/s");
    recorder.stopped("stopped: p99 above 1 s");
    recorder.pool(new UserPool(100, 17, 3));
    recorder.tick(
        1_000_000_000, 4, new Connections(9, 1, 3000, 2, 1, 1, 4, 2, 5, 4, 1_234_567, 1, 0));
    recorder.tick(
        2_000_400_000, 3, new Connections(12, 1, 3900, 2, 1, 1, 3, 3, 5, 4, 2_234_999, 1, 0));
    var late = new LatencyCounter();
    late.record(1_234_567);
    late.record(77_000);
    return recorder.finish(
        2_345_678_901L,
        new Generator(
            1.2345678,
            308.64195,
            new Generator.GcPauses(2, 3.14159, 2.71828),
            Optional.of(new Generator.Safepoints(7, 9.87654)),
            late.latencies(),
            late.latencies(),
            Latencies.NONE,
            new Generator.InFlight(3.21098, 3.33333, 117),
            123_456_789,
            Verdict.SUSPECT,
            List.of("late starts: p99 1.2 ms"),
            List.of(new Stall(0.25, 17.125, true), new Stall(1.5, 33, false))));
  }

  static List<Results> runs() {
    return List.of(rich(), Runs.small(), Runs.empty(), rich().plus(rich()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void whatIsSavedLoadedAndSavedAgainIsTheSameBytes(Results results) {
    var text = results.toJson();
    assertThat(SavedResults.parse(text).toJson()).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyNumberComesBack(Results results) {
    var back = SavedResults.parse(results.toJson()).results();
    assertThat(back.totals()).isEqualTo(results.totals());
    assertThat(back.response()).isEqualTo(results.response());
    assertThat(back.service()).isEqualTo(results.service());
    assertThat(back.waiting()).isEqualTo(results.waiting());
    assertThat(back.scenarios()).isEqualTo(results.scenarios());
    assertThat(back.steps()).isEqualTo(results.steps());
    assertThat(back.endpoints()).isEqualTo(results.endpoints());
    assertThat(back.timeline()).isEqualTo(results.timeline());
    assertThat(back.errors()).isEqualTo(results.errors());
    assertThat(back.furtherErrors()).isEqualTo(results.furtherErrors());
    assertThat(back.users()).isEqualTo(results.users());
    assertThat(back.otherUsers()).isEqualTo(results.otherUsers());
    assertThat(back.marks()).isEqualTo(results.marks());
    assertThat(back.stopped()).isEqualTo(results.stopped());
    assertThat(back.pool()).isEqualTo(results.pool());
    assertThat(back.variables()).isEqualTo(results.variables());
    assertThat(back.info()).isEqualTo(results.info());
    assertThat(back.connections().utilisation()).isEqualTo(results.connections().utilisation());
    assertThat(back.connections().handshakes()).isEqualTo(results.connections().handshakes());
    assertThat(back.connections().openedPerSecond())
        .isEqualTo(results.connections().openedPerSecond());
    assertThat(back.connections().tls().percentile(99))
        .isEqualTo(results.connections().tls().percentile(99));
    assertThat(back.generator().verdict()).isEqualTo(results.generator().verdict());
    assertThat(back.generator().reasons()).isEqualTo(results.generator().reasons());
    assertThat(back.generator().stalls()).isEqualTo(results.generator().stalls());
    assertThat(back.generator().lateStart().max()).isEqualTo(results.generator().lateStart().max());
  }

  @Test
  void rawSamplesStayBehindAndAreSaidTo() {
    assertThat(rich().samples().incomplete()).isEmpty();
    var back = SavedResults.parse(rich().toJson()).results().samples();
    assertThat(back.stream()).isEmpty();
    assertThat(back.incomplete()).isEqualTo("no raw samples are kept here");
  }

  @Test
  void goalsComeBackAsTheyWereJudged() {
    var results = Runs.small();
    var goals =
        Judge.judge(
            results,
            List.of(
                new Goal(Metric.P95, Optional.of("login"), Comparison.BELOW, 95.5),
                new Goal(Metric.P99, Optional.empty(), Comparison.AT_MOST, 300),
                new Goal(Metric.ERROR_RATE, Optional.empty(), Comparison.AT_MOST, 0.01),
                new Goal(Metric.P50, Optional.of("no such"), Comparison.BELOW, 1)));
    var text = new SavedResults(results, goals).toJson();
    var back = SavedResults.parse(text);
    assertThat(back.judgements().all())
        .extracting(Judgement::toString)
        .containsExactlyElementsOf(goals.all().stream().map(Judgement::toString).toList());
    assertThat(back.toJson()).isEqualTo(text);
  }

  @Test
  void aFileIsLoadedByItsName(@TempDir Path folder) throws IOException {
    var file = folder.resolve("results.json");
    Files.writeString(file, rich().toJson());
    assertThat(Results.load(file.toString()).totals()).isEqualTo(rich().totals());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|it is JSON, but no results of Squall",
        "{}|it is JSON, but no results of Squall",
        "[1]|it is JSON, but no results of Squall",
        "{\"squall\": 1, \"matrix\": 2}|matrix is no text",
        "{\"squall\": 1, \"matrix\": \"%%\"}|matrix: Illegal base64 character 25",
        "{\"squall\": 1, \"matrix\": \"AAAA\"}|matrix: not a matrix"
      })
  void whatIsNoResultsFileIsSaidToBeNone(String text, String what) {
    assertThatThrownBy(() -> SavedResults.parse(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().what()).isEqualTo(what));
  }

  @Test
  void whatIsNoJsonIsToldWithLineAndColumn(@TempDir Path folder) throws IOException {
    var file = folder.resolve("broken.json");
    Files.writeString(file, "{\"squall\": 1,\n  oops}");
    assertThatThrownBy(() -> Results.load(file.toString()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().getFirst().position().toString()).endsWith("broken.json:2:3");
              assertThat(e.problems().getFirst().what()).startsWith("not JSON: ");
            });
  }

  @Test
  void aFileThatIsNotThereIsAProblem(@TempDir Path folder) {
    assertThatThrownBy(() -> Results.load(folder.resolve("none.json").toString()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("there is no such file");
  }

  /** Every single field of the file, left out or made something else. */
  @Test
  void noFieldThatIsMissingOrWrongIsAnythingButAProblem() throws IOException {
    var whole = MAPPER.readTree(rich(40).toJson());
    var broken = new ArrayList<JsonNode>();
    for (var path : objects(whole)) {
      whole
          .at(path)
          .fieldNames()
          .forEachRemaining(name -> broken.addAll(broken(whole, path, name)));
    }
    assertThat(broken).hasSizeGreaterThan(500);
    int refused = 0;
    for (var tree : broken) {
      try {
        SavedResults.parse(tree.toString());
      } catch (ProblemException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(150);
  }

  private static List<JsonNode> broken(JsonNode whole, String path, String name) {
    ObjectNode without = whole.deepCopy();
    ((ObjectNode) without.at(path)).remove(name);
    ObjectNode other = whole.deepCopy();
    ((ObjectNode) other.at(path)).put(name, -1);
    return List.of(without, other);
  }

  /** Of every list the first element stands for all. */
  private static List<String> objects(JsonNode node) {
    var paths = new ArrayList<String>();
    collect(node, "", paths);
    return paths;
  }

  private static void collect(JsonNode node, String path, List<String> paths) {
    if (node instanceof ArrayNode list && !list.isEmpty()) {
      collect(list.get(0), path + "/0", paths);
    } else if (node instanceof ObjectNode object) {
      paths.add(path);
      object
          .properties()
          .forEach(field ->
              collect(field.getValue(), path + "/" + field.getKey().replace("/", "~1"), paths));
    }
  }

  @Test
  void noMatrixWithOtherBytesIsAnythingButAProblem() {
    var random = new Random(11);
    var cells = rich().matrix().encode();
    for (int i = 0; i < 300; i++) {
      var bytes = MatrixBytes.inflated(cells);
      for (int k = 0; k <= i % 3; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        var matrix = Matrix.decode(MatrixBytes.deflated(bytes));
        new Rows(matrix.sum(), 1).steps(_ -> List.of());
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }
}
