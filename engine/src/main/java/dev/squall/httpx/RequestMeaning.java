package dev.squall.httpx;

import dev.squall.problem.Nearest;
import dev.squall.problem.Problem;
import dev.squall.scenario.Check;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import dev.squall.scenario.Step;
import dev.squall.scenario.ThinkTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The requests of a file, by their names. */
final class RequestMeaning {

  /**
   * A request and the pause behind it.
   *
   * @param think its own; nothing where it has none
   */
  record Meant(Request request, Optional<ThinkTime> think) {}

  private final String text;
  private final VariableMeaning variables;
  private final Problems problems;
  private final CheckMeaning checks;
  private final Consumer<Problem> warnings;
  private final Map<String, Meant> byName = new LinkedHashMap<>();
  private final List<Said> said = new ArrayList<>();

  RequestMeaning(
      Document document,
      String text,
      VariableMeaning variables,
      Problems problems,
      Consumer<Problem> warnings) {
    this.text = text;
    this.variables = variables;
    this.problems = problems;
    this.checks = new CheckMeaning(problems);
    this.warnings = warnings;
    for (var item : document.items()) {
      if (item instanceof RequestBlock block) {
        meant(block).ifPresent(request -> byName.put(block.name(), request));
      }
    }
  }

  CheckMeaning checks() {
    return checks;
  }

  /** Whether a step of results has this name. */
  boolean isRow(String name) {
    return byName.values().stream().anyMatch(meant -> meant.request.name().equals(name));
  }

  /** That no step of results has this name. */
  void noRow(String name, Span at) {
    var rows = byName.values().stream().map(meant -> meant.request.name()).toList();
    problems.add(
        at.from(),
        "no request is called " + Words.name(name),
        Nearest.to(name, rows)
            .map(known -> "did you mean " + Words.name(known) + "?")
            .orElse("request " + Words.name(name) + " { curl … }"));
  }

  /** What a request's command says of connections, and where. */
  private record Said(String row, CurlSettings settings, Span at) {}

  /**
   * What the requests of these rows say of connections. Connections are a run's: where two say
   * something else, the first one counts, and a warning says so.
   */
  CurlSettings settings(Set<String> rows) {
    var all = CurlSettings.NONE;
    for (var one : said) {
      if (rows.contains(one.row)) {
        for (var flag : all.differences(one.settings)) {
          warnings.accept(
              problems.at(
                  one.at.from(),
                  flag + " counts for a whole run, and another request says something else",
                  "the first one counts; say it once"));
        }
        all = all.with(one.settings);
      }
    }
    return all;
  }

  /** Each with its pause, in the order of the file. */
  List<Step> all() {
    var steps = new ArrayList<Step>();
    for (var meant : byName.values()) {
      steps.add(meant.request);
      meant.think.map(Step.Pause::new).ifPresent(steps::add);
    }
    return steps;
  }

  /** The one of this name; where there is none, that is told. */
  Optional<Meant> named(String name, Span at) {
    var meant = byName.get(name);
    if (meant == null) {
      problems.add(
          at.from(),
          "no request is called " + Words.name(name),
          Nearest.to(name, byName.keySet())
              .map(known -> "did you mean " + Words.name(known) + "?")
              .orElse("request " + Words.name(name) + " { curl … }"));
    }
    return Optional.ofNullable(meant);
  }

  private Optional<Meant> meant(RequestBlock block) {
    Optional<Request> sent = Optional.empty();
    for (var part : block.parts().items()) {
      if (part instanceof RequestPart.CurlText curl) {
        sent = Optional.of(sent(row(block), curl));
      }
    }
    Optional<ThinkTime> think = Optional.empty();
    var request = sent;
    for (var part : block.parts().items()) {
      switch (part) {
        case RequestPart.CurlText _ -> {}
        case RequestPart.Extracts(var extracts, _) ->
            request = request.map(one -> extracting(one, extracts.items()));
        case RequestPart.Asserts(var asserts, _) -> {
          var all = asserts.items().stream().map(checks::check).flatMap(Optional::stream).toList();
          request = request.map(one -> one.check(all.toArray(Check[]::new)));
        }
        case RequestPart.RetryBlock(var settingsOfIt, _) -> {
          var retry = retry(settingsOfIt.items());
          request = request.map(one -> one.retry(retry));
        }
        case Think(var time, _) -> think = Optional.of(time);
        case Setting(_, Amount.Time(var limit), _) ->
            request = request.map(one -> one.timeout(limit));
        case Setting _ -> {}
      }
    }
    var pause = think;
    return request.map(one -> new Meant(named(one, row(block)), pause));
  }

  /** Its row in the results. */
  static String row(RequestBlock block) {
    return block.parts().items().stream()
        .flatMap(part ->
            part instanceof Setting(_, Amount.Text(var name), _) ? Stream.of(name) : Stream.empty())
        .findFirst()
        .orElse(block.name());
  }

  /** What is called as it would be without a name has none. */
  private static Request named(Request request, String name) {
    return request.endpoint().equals(name) ? request : request.named(name);
  }

  private static Request extracting(Request request, List<Extract> extracts) {
    var with = request;
    for (var extract : extracts) {
      with = with.extract(extract.name(), CheckMeaning.extractor(extract.rule()));
    }
    return with;
  }

  private Request sent(String row, RequestPart.CurlText curl) {
    int from = text.indexOf("curl", curl.at().from());
    var command = CurlCommand.read(problems.source(), text, words(curl, Math.max(from, 0)));
    problems.addAll(command.problems());
    command.warnings().forEach(warnings);
    said.add(new Said(row, command.settings(), curl.at()));
    var request = command.request();
    return request.to(variables.withAuthority(request.target().text()));
  }

  /** Where they stand. A bar ends them in one way of writing a request and not in the other. */
  private List<ShellWord> words(RequestPart.CurlText curl, int from) {
    var all = ShellWords.split(problems.source(), text, from, false).words();
    // The node's are those behind the word curl.
    boolean same = all.size() == curl.words().size() + 1;
    return same ? all : ShellWords.split(problems.source(), text, from, true).words();
  }

  /** Where nothing is said: three attempts, waits of 100 and 200 ms. */
  private static Retry retry(List<Setting> settings) {
    int attempts = 3;
    var backoff = Retry.Backoff.EXPONENTIAL;
    var delay = Duration.ofMillis(100);
    var retry = new Retry(attempts);
    for (var setting : settings) {
      var amount = setting.amount();
      switch (setting.key()) {
        case MAX_ATTEMPTS -> attempts = (int) ((Amount.Whole) amount).number();
        case BACKOFF -> backoff = Retry.Backoff.valueOf(choice(amount));
        case BASE_DELAY -> delay = ((Amount.Time) amount).time();
        case MAX_DELAY -> retry = retry.atMost(((Amount.Time) amount).time());
        case JITTER -> retry = retry.jitter(((Amount.Real) amount).number().doubleValue());
        default -> throw new IllegalStateException("parsed where it may not stand: " + setting);
      }
    }
    return new Retry(attempts, backoff, delay, retry.longest(), retry.jitter());
  }

  private static String choice(Amount amount) {
    return ((Amount.Word) amount).word().toUpperCase(Locale.ROOT);
  }
}
