package dev.squall.cli;

import static dev.squall.Squall.at;
import static dev.squall.Squall.once;
import static dev.squall.Squall.seed;
import static dev.squall.Squall.thinkScale;
import static dev.squall.Squall.toHttpx;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.squall.goal.Goal;
import dev.squall.httpx.Httpx;
import dev.squall.httpx.Script;
import dev.squall.load.Load;
import dev.squall.scenario.Body;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Mix;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Workload;
import dev.squall.shop.PracticeShop;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All of examples/java: it compiles, and does what its twin in examples/shop does. */
@Timeout(60)
class JavaExamplesTest {
  private static final String BASE = "http://localhost:8089";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> TWINS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Health", "01-health.httpx"),
              Map.entry("Browsing", "02-browsing.httpx"),
              Map.entry("Accounts", "03-accounts.httpx"),
              Map.entry("ShoppingFlow", "04-shopping-flow.httpx"),
              Map.entry("Cart", "05-cart.httpx"),
              Map.entry("Orders", "06-orders.httpx"),
              Map.entry("Search", "07-search.httpx"),
              Map.entry("Formats", "09-formats.httpx"),
              Map.entry("ErrorsAndDelays", "10-errors-and-delays.httpx"),
              Map.entry("MixedTraffic", "11-mixed-traffic.httpx"),
              Map.entry("Stress", "12-stress.httpx")));

  /** What an example's record holds. */
  private record Twin(Workload workload, Load load, List<Goal> goals) {}

  @TempDir private static Path folder;
  private static URLClassLoader classes;

  @BeforeAll
  static void compile() throws IOException {
    var sources = new ArrayList<Path>();
    for (var file : ShopExamples.files("java")) {
      sources.add(Files.writeString(folder.resolve(file.getFileName()), ShopExamples.text(file)));
    }
    var options =
        List.of(
            "-Xlint:all,-path",
            "-Werror",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString());
    var said = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      boolean good = compiler.getTask(said, files, null, options, null, units).call();
      assertThat(good).as(said.toString()).isTrue();
    }
    classes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
  }

  @AfterAll
  static void close() throws IOException {
    classes.close();
  }

  static Stream<Arguments> twins() {
    return TWINS.entrySet().stream()
        .flatMap(twin ->
            loaded(twin.getValue()).stream()
                .map(name -> Arguments.of(twin.getKey(), twin.getValue(), name)));
  }

  private static List<String> loaded(String file) {
    return ShopExamples.script(file, BASE).entries().stream()
        .filter(entry -> entry.load().isPresent())
        .map(Script.Entry::name)
        .toList();
  }

  /** By name, everything that a source file makes. */
  private static Map<String, Twin> made(String source) {
    var made = new TreeMap<String, Twin>();
    try {
      var type = classes.loadClass(source);
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      var instance = constructor.newInstance();
      for (var method : type.getDeclaredMethods()) {
        if (method.getReturnType().getName().equals("Example") && method.getParameterCount() == 0) {
          method.setAccessible(true);
          var example = method.invoke(instance);
          var workload = (Workload) part(example, "workload");
          var goals = List.of((Goal[]) part(example, "goals"));
          made.put(workload.name(), new Twin(workload, (Load) part(example, "load"), goals));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(source, e);
    }
    return made;
  }

  private static Object part(Object example, String name) throws ReflectiveOperationException {
    var accessor = example.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(example);
  }

  @Test
  void everyFileAndEveryLoadHasItsTwin() {
    assertThat(TWINS.values()).containsExactlyInAnyOrderElementsOf(ShopExamples.names());
    TWINS.forEach((source, file) ->
        assertThat(made(source).keySet()).containsExactlyInAnyOrderElementsOf(loaded(file)));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("twins")
  void bothSayTheSame(String source, String file, String name) {
    var java = made(source).get(name);
    var httpx = ShopExamples.entry(file, name, BASE);

    assertThat(java.load()).isEqualTo(httpx.load().orElseThrow());
    assertThat(java.goals()).isEqualTo(httpx.goals());
    assertThat(told(java.workload())).isEqualTo(told(httpx.workload()));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("twins")
  void whatIsPrintedOfItReadsAsTheSame(String source, String file, String name) {
    var java = made(source).get(name);
    var text = toHttpx(java.workload(), java.load(), java.goals().toArray(Goal[]::new));
    var read = Httpx.script(file, text, Map.of()).entry(name).orElseThrow();

    assertThat(read.workload()).as(text).isEqualTo(java.workload());
    assertThat(read.load()).contains(java.load());
    assertThat(read.goals()).isEqualTo(java.goals());
  }

  @Test
  void theFlowOfTheDemoIsAFile() {
    var flow = ShoppingFlow.scenario();
    var text = toHttpx(flow);

    assertThat(text).contains("request checkout {", "curl /checkout");
    assertThat(
            Httpx.script("flow.httpx", text, Map.of()).entry(flow.name()).orElseThrow().workload())
        .isEqualTo(flow);
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("twins")
  void oneIterationOfBothSendsTheSame(String source, String file, String name) {
    var java = ShopExamples.scenarios(made(source).get(name).workload());
    for (int i = 0; i < java.size(); i++) {
      var scenario = java.get(i);
      int which = i;
      assertThat(sent(base -> scenario))
          .isNotEmpty()
          .isEqualTo(
              sent(base ->
                  ShopExamples.scenarios(ShopExamples.entry(file, name, base).workload())
                      .get(which)));
    }
  }

  /** Makes a scenario for a shop. */
  private interface Made {
    Scenario at(String base);
  }

  /** What arrives at a new shop. */
  private static List<String> sent(Made made) {
    try (var shop = PracticeShop.start()) {
      var url = shop.url().toString();
      var trace = once(made.at(url), at(url), seed(7), thinkScale(0));
      assertThat(trace.success()).as(trace.toString()).isTrue();
      return trace.steps().stream().map(step -> step.name() + '\n' + told(step.request())).toList();
    }
  }

  /** Without what differs from one moment to the next, and without the layout of JSON. */
  private static String told(String request) {
    int end = request.indexOf("\r\n\r\n");
    var head =
        Pattern.compile("(?m)^(Host|Content-Length): .*\r\n|(?<=Bearer |session=).*")
            .matcher(request.substring(0, end + 2))
            .replaceAll("");
    return head + compact(request.substring(end + 4)).replaceAll("-\\d{13,}@", "-now@");
  }

  private static String compact(String json) {
    try {
      return json.isEmpty() ? "" : JSON.readTree(json).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> told(Workload workload) {
    return switch (workload) {
      case Scenario scenario -> told(scenario).toList();
      case Mix mix ->
          mix.shares().stream()
              .flatMap(
                  share -> Stream.concat(Stream.of(share.weight() + " %"), told(share.scenario())))
              .toList();
    };
  }

  private static Stream<String> told(Scenario scenario) {
    var steps =
        Stream.of(scenario.setup(), scenario.steps(), scenario.teardown())
            .flatMap(part ->
                Stream.concat(Stream.of("then"), part.stream().flatMap(JavaExamplesTest::told)))
            .toList();
    // All data of a file is that of a scenario that names none; what nobody uses does not count.
    var rows =
        scenario.feeds().stream()
            .filter(
                feed -> steps.stream().anyMatch(step -> step.contains("${" + column(feed) + "}")))
            .map(Feed::toString);
    var about = Stream.of(scenario.name(), scenario.pacing().toString());
    return Stream.of(about, rows, steps.stream()).flatMap(lines -> lines);
  }

  private static String column(Feed feed) {
    return feed.source() instanceof Feed.Source.Values(var column, _) ? column : "email";
  }

  private static Stream<String> told(Step step) {
    return switch (step) {
      case Request request -> Stream.of(told(request));
      case Step.Pause _, Step.Leave _ -> Stream.of(step.toString());
      case Step.Repeat(var times, var steps) ->
          inner("repeat " + times, steps.stream().flatMap(JavaExamplesTest::told));
      case Step.Choose(var ways) ->
          inner(
              "choose",
              ways.stream()
                  .flatMap(way ->
                      inner(
                          "weight " + way.weight(),
                          way.steps().stream().flatMap(JavaExamplesTest::told))));
      case Step.Group _,
          Step.ForEach _,
          Step.When _,
          Step.Parallel _,
          Step.Optionally _,
          Step.Code _ ->
          throw new IllegalStateException("teach this test about " + step);
    };
  }

  private static Stream<String> inner(String what, Stream<String> steps) {
    return Stream.concat(Stream.of(what), steps.map(line -> "  " + line));
  }

  private static String told(Request request) {
    return String.join(
        "\n    ",
        request.name(),
        request.method() + ' ' + request.target().text().replace(BASE, ""),
        request.query() + " " + request.headers() + " " + request.credentials(),
        request.body() instanceof Body.Json(var text)
            ? text.text().replaceAll("\\s*\\n\\s*", " ").replace("{ ", "{").replace(" }", "}")
            : request.body().toString(),
        Arrays.toString(request.checks().toArray()),
        Arrays.toString(request.captures().toArray()),
        request.handling().toString());
  }
}
