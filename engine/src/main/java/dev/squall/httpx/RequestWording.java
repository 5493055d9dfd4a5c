package dev.squall.httpx;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Body;
import dev.squall.scenario.Handling;
import dev.squall.scenario.Request;
import dev.squall.scenario.Retry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The requests of scenarios, each of them once and under a name of its own. */
final class RequestWording {
  private final UnaryOperator<String> authority;
  private final Consumer<Problem> problems;
  private final Map<Request, String> names = new LinkedHashMap<>();
  private final List<RequestBlock> blocks = new ArrayList<>();

  /**
   * Of none yet.
   *
   * @param authority what becomes of a URL whose host is a variable
   */
  RequestWording(UnaryOperator<String> authority, Consumer<Problem> problems) {
    this.authority = authority;
    this.problems = problems;
  }

  /** Of each request, in the order in which they were asked for. */
  List<RequestBlock> blocks() {
    return List.copyOf(blocks);
  }

  /** Whether a step of results has this name. */
  boolean isRow(String name) {
    return names.keySet().stream().anyMatch(request -> request.name().equals(name));
  }

  /** The name of a request, which is told where there is no way to write it. */
  String name(Request request, String where) {
    var known = names.get(request);
    if (known != null) {
      return known;
    }
    var name = Names.fresh(request.name().isEmpty() ? "request" : request.name(), names.values());
    names.put(request, name);
    blocks.add(block(request, name, where + ", step " + request.name()));
    return name;
  }

  private RequestBlock block(Request request, String name, String where) {
    var parts = new ArrayList<RequestPart>();
    if (!name.equals(request.name())) {
      parts.add(setting(Key.NAME, new Amount.Text(request.name())));
    }
    words(request, where)
        .ifPresent(words -> parts.add(new RequestPart.CurlText(words, Reread.NOWHERE)));
    captures(request, where).ifPresent(parts::add);
    checks(request, where).ifPresent(parts::add);
    request
        .handling()
        .retry()
        .map(RequestWording::retry)
        .ifPresent(retry -> add(parts, retry, "this retry has no words", where));
    request
        .handling()
        .timeout()
        .map(limit -> setting(Key.TIMEOUT, new Amount.Time(limit)))
        .ifPresent(limit -> add(parts, limit, "this timeout has no words", where));
    return new RequestBlock(name, Block.of(parts), Reread.NOWHERE);
  }

  private void add(List<RequestPart> parts, RequestPart part, String otherwise, String where) {
    if (Reread.isItself(part)) {
      parts.add(part);
    } else {
      problem(where, otherwise, "times from 0s to 36500d, shares from 0 to 1");
    }
  }

  private static RequestPart.RetryBlock retry(Retry retry) {
    var settings = new ArrayList<Setting>();
    settings.add(setting(Key.MAX_ATTEMPTS, new Amount.Whole(retry.attempts())));
    settings.add(setting(Key.BACKOFF, new Amount.Word(Words.of(retry.backoff()))));
    settings.add(setting(Key.BASE_DELAY, new Amount.Time(retry.delay())));
    if (!retry.longest().equals(new Retry(1).longest())) {
      settings.add(setting(Key.MAX_DELAY, new Amount.Time(retry.longest())));
    }
    if (retry.jitter() != 0) {
      settings.add(setting(Key.JITTER, new Amount.Real(Figures.decimal(retry.jitter()))));
    }
    return new RequestPart.RetryBlock(Block.of(settings), Reread.NOWHERE);
  }

  private static Setting setting(Key key, Amount amount) {
    return new Setting(key, amount, Reread.NOWHERE);
  }

  private Optional<RequestPart> captures(Request request, String where) {
    var extracts =
        request.captures().stream()
            .map(one ->
                new Extract(one.variable(), CheckWording.rule(one.extractor()), Reread.NOWHERE))
            .toList();
    if (extracts.isEmpty()) {
      return Optional.empty();
    }
    if (!Reread.isItself(extracts(extracts))) {
      var names = new HashSet<String>();
      for (var capture : request.captures()) {
        var extract = extracts.get(request.captures().indexOf(capture));
        if (!names.add(extract.name()) || !Reread.isItself(extracts(List.of(extract)))) {
          problem(
              where,
              "no words for extracting " + capture.variable() + " by " + capture.extractor(),
              "a variable is extracted once, by a name of letters, digits, _ and -");
        }
      }
    }
    return Optional.of(extracts(extracts));
  }

  private static RequestPart extracts(List<Extract> extracts) {
    return new RequestPart.Extracts(Block.of(extracts), Reread.NOWHERE);
  }

  private Optional<RequestPart> checks(Request request, String where) {
    var asserts = request.checks().stream().map(CheckWording::assertion).toList();
    if (!asserts.isEmpty() && !Reread.checks(asserts).equals(request.checks())) {
      request.checks().stream()
          .filter(check ->
              !Reread.checks(List.of(CheckWording.assertion(check))).equals(List.of(check)))
          .forEach(check ->
              problem(where, "no words for the check: " + check, "check something else of it"));
    }
    return asserts.isEmpty()
        ? Optional.empty()
        : Optional.of(new RequestPart.Asserts(Block.of(asserts), Reread.NOWHERE));
  }

  /** What stands behind {@code curl}: as short as it reads as the same request. */
  private Optional<List<String>> words(Request request, String where) {
    var sent = bare(request);
    if (request.body() instanceof Body.Binary binary) {
      problem(where, "a body of " + binary + " has no words", "put them into a file: .file(path)");
      return Optional.empty();
    }
    if (!authority.apply(sent.target().text()).equals(sent.target().text())) {
      problem(
          where,
          "its host is a variable: " + sent.target(),
          "name the host, or begin with / and say at(…)");
      return Optional.empty();
    }
    try {
      var line = "curl " + String.join(" ", CurlPrinter.arguments(sent, Optional.empty()));
      var words = CurlWording.split(line);
      for (var shorter : CurlWording.shorter(words)) {
        if (CurlWording.read(shorter).filter(sent::equals).isPresent()) {
          return Optional.of(shorter);
        }
      }
      problem(where, CurlWording.difference(sent, words), CurlWording.HINT);
    } catch (ProblemException told) {
      told.problems().forEach(problem -> problem(where, problem.what(), problem.hint()));
    }
    return Optional.empty();
  }

  /** Without all that is no matter of curl's. */
  private static Request bare(Request request) {
    var handling = request.handling();
    return new Request(
        Optional.empty(),
        request.method(),
        request.target(),
        request.query(),
        request.headers(),
        request.credentials(),
        request.body(),
        List.of(),
        List.of(),
        new Handling(
            Optional.empty(), handling.redirects(), handling.expectsContinue(), Optional.empty()));
  }

  /** What a curl command says of connections too is said by the first of them. */
  void connected(CurlSettings settings, String where) {
    if (settings.equals(CurlSettings.NONE)) {
      return;
    }
    var words = blocks.isEmpty() ? Optional.<List<String>>empty() : CurlWording.words(settings);
    if (words.isEmpty()) {
      problem(where, "no words for what it says of connections: " + settings, "say it of the run");
      return;
    }
    var first = blocks.getFirst();
    var parts =
        first.parts().items().stream()
            .map(part ->
                part instanceof RequestPart.CurlText(var own, var at)
                    ? new RequestPart.CurlText(CurlWording.joined(own, words.get()), at)
                    : part)
            .toList();
    blocks.set(0, new RequestBlock(first.name(), Block.of(parts), Reread.NOWHERE));
  }

  private void problem(String where, String what, String hint) {
    problems.accept(new Problem(Position.in(where), what, hint));
  }
}
