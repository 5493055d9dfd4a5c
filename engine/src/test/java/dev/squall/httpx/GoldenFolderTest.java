package dev.squall.httpx;

import static dev.squall.Squall.once;
import static dev.squall.Squall.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Outcome;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.Trace;
import dev.squall.stats.Trace.TracedStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of {@code examples/httpx} sends what stands beside it, and nothing else. */
class GoldenFolderTest {
  private static final Path FOLDER = Path.of("../examples/httpx");
  private static final String WRITTEN = "localhost:8089";

  private static PracticeShop shop;
  private static RecordingRelay relay;

  @BeforeAll
  static void open() throws IOException {
    shop = PracticeShop.start();
    relay = new RecordingRelay(shop.url());
  }

  @AfterAll
  static void close() throws IOException {
    relay.close();
    shop.close();
  }

  static Stream<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".httpx")).sorted().toList().stream();
    }
  }

  private static Path beside(Path file) {
    return Path.of(file.toString().replace(".httpx", ".requests"));
  }

  /** Paths begin at the root of the repository for a reader, and here for a test. */
  private static Script script(Path file) throws IOException {
    var here =
        Files.readString(file)
            .replace(WRITTEN, relay.address())
            .replace("examples/", "../examples/");
    return Httpx.script(file.getFileName().toString(), here, Map.of());
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileIsPrintedAndReadsAsTheSame(Path file) throws IOException {
    var document = Texted.good(Files.readString(file));

    assertThat(Texted.good(Httpx.print(document))).isEqualTo(document);
    assertThat(script(file).warnings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachScenarioIsWrittenDownWithItsLoad(Path file) throws IOException {
    assertThat(script(file).entries())
        .extracting(entry -> entry.name() + ": " + entry.load().orElseThrow())
        .containsExactlyElementsOf(
            ExpectedScenario.in(beside(file)).stream()
                .map(scenario -> scenario.name() + ": " + scenario.load())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void anIterationSendsExactlyWhatIsWrittenBesideIt(Path file) throws IOException {
    for (var expected : ExpectedScenario.in(beside(file))) {
      var entry = script(file).entry(expected.name()).orElseThrow();

      var trace = once(entry.workload(), settings(entry));
      var sent = taken();

      assertThat(trace.success()).as(expected.name() + ": " + told(trace)).isTrue();
      assertThat(failed(trace)).as(expected.name()).isEqualTo(expected.failing());
      assertThat(expected.isMetBy(sent))
          .as("%s sent%n%s", expected.name(), RecordedRequest.shown(sent))
          .isTrue();
    }
  }

  private static List<RecordedRequest> taken() {
    return relay.taken().stream()
        .map(request -> new RecordedRequest(request.text().replace(relay.address(), WRITTEN)))
        .toList();
  }

  private static Set<String> failed(Trace trace) {
    return trace.steps().stream()
        .filter(step -> !(step.outcome() instanceof Outcome.Ok))
        .map(TracedStep::name)
        .collect(Collectors.toSet());
  }

  private static String told(Trace trace) {
    return trace.steps().stream()
        .map(step -> step.name() + " " + step.status() + " " + step.error())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  @Test
  void theFolderIsWhole() throws IOException {
    assertThat(files())
        .hasSizeGreaterThanOrEqualTo(12)
        .allMatch(file -> Files.exists(beside(file)));
  }
}
