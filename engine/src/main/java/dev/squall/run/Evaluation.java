package dev.squall.run;

import dev.squall.plan.Criterion;
import dev.squall.plan.JsonQuery;
import dev.squall.plan.Lookup;
import dev.squall.plan.Operand;
import dev.squall.plan.PlannedCapture;
import dev.squall.plan.PlannedCheck;
import dev.squall.plan.PlannedCondition;
import dev.squall.plan.PlannedRequest;
import dev.squall.plan.XPathQuery;
import dev.squall.secret.Secrets;
import dev.squall.stats.Recorder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer's captures and checks say. One per user, used for every request. */
final class Evaluation {
  private static final Found NO_HEADER = new Found.Missing("no such header");
  private static final Found NO_COOKIE = new Found.Missing("no such cookie was set");
  private static final Found NO_MATCH = new Found.Missing("no match");

  private final Session session;
  private final Renderer operands;
  private final Answer answer;
  private final Recorder recorder;
  private final @Nullable Log log;
  private List<JsonQuery.Found> queried = List.of();
  private List<XPathQuery.Found> selected = List.of();

  /** What every lookup in the body finds where that cannot be read. */
  private Found.@Nullable Missing unreadable;

  Evaluation(Session session, Answer answer, Recorder recorder, @Nullable Log log) {
    this.recorder = recorder;
    this.log = log;
    this.session = session;
    this.operands = new Renderer(session);
    this.answer = answer;
  }

  /** To be called once per answer, before anything is looked up. */
  void begin(PlannedRequest request) {
    unreadable = null;
    queried = List.of();
    selected = List.of();
    if (!request.readsBody()) {
      return;
    }
    var body = answer.body();
    var why = body.unreadable();
    if (why != null) {
      unreadable = new Found.Missing(why.message());
      return;
    }
    if (!request.queries().isEmpty()) {
      queried = JsonQuery.readAll(request.queries(), body.bytes(), 0, body.length());
    }
    if (!request.reads().xpaths().isEmpty()) {
      selected = XPathQuery.readAll(request.reads().xpaths(), body.bytes(), 0, body.length());
    }
  }

  /** Keeps what the captures find; the first one that found nothing and is needed later, if any. */
  @Nullable PlannedCapture capture(PlannedRequest request) {
    PlannedCapture missing = null;
    var captures = request.captures();
    for (int i = 0; i < captures.size(); i++) {
      var capture = captures.get(i);
      var found = find(capture.lookup());
      if (log != null) {
        log.extracted(session, capture, found);
      }
      var value = found instanceof Found.Missing ? null : found.text();
      session.set(capture.slot(), value);
      recorder.captured(session.user(), request.index(), i, value);
      if (value == null && capture.needed() && missing == null) {
        missing = capture;
      }
    }
    return missing;
  }

  /** Bit i is set where check i does not hold. */
  long failedChecks(PlannedRequest request) {
    long failed = 0;
    var checks = request.checks();
    for (int i = 0; i < checks.size(); i++) {
      boolean holds = holds(checks.get(i));
      if (log != null) {
        log.checked(session, checks.get(i), holds, actual(checks.get(i)));
      }
      if (!holds) {
        failed |= 1L << i;
      }
    }
    return failed;
  }

  /** Whether the answer is as the check wants it. */
  boolean holds(PlannedCheck check) {
    // The check that nearly every step has, without a found value or a big number.
    if (check.lookup() instanceof Lookup.Status()
        && check.condition() instanceof Criterion.Is(Operand.Constant(_, var code))
        && code.isPresent()) {
      return code.get().intValue() == answer.status && isWhole(code.get());
    }
    return holds(check.condition(), find(check.lookup()));
  }

  private static boolean isWhole(BigDecimal number) {
    return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** Whether a condition holds with the variables of now. */
  boolean holds(PlannedCondition condition) {
    return switch (condition) {
      case PlannedCondition.Clause(var subject, var criterion) -> {
        var text = operands.text(subject);
        yield text != null && holds(criterion, new Found.Text(text, true));
      }
      case PlannedCondition.All(var all) -> all.stream().allMatch(this::holds);
      case PlannedCondition.Any(var any) -> any.stream().anyMatch(this::holds);
    };
  }

  private boolean holds(Criterion condition, Found found) {
    if (found instanceof Found.Missing) {
      return false;
    }
    return switch (condition) {
      case Criterion.Is(var expected) -> equal(found, expected);
      case Criterion.IsNot(var expected) -> text(expected) != null && !equal(found, expected);
      case Criterion.Contains(var operand) -> {
        var part = text(operand);
        yield part != null && found.text().contains(part);
      }
      case Criterion.Matches(var pattern) -> search(pattern, found.text()).isPresent();
      case Criterion.Exists() -> true;
      case Criterion.Below(var limit) -> number(found) < limit;
      case Criterion.Above(var limit) -> number(found) > limit;
      case Criterion.Between(var least, var most) ->
          number(found) >= least && number(found) <= most;
      case Criterion.In(var values) -> values.stream().anyMatch(value -> equal(found, value));
    };
  }

  /** NaN, which no comparison holds for, where it is no number. */
  private static double number(Found found) {
    return found instanceof Found.Amount(var value)
        ? value
        : found.number().map(BigDecimal::doubleValue).orElse(Double.NaN);
  }

  private boolean equal(Found found, Operand operand) {
    var expected = text(operand);
    if (expected == null) {
      return false;
    }
    if (found.text().equals(expected)) {
      return true;
    }
    var number = found.number();
    return number.isPresent()
        && number(operand, expected).map(other -> other.compareTo(number.get()) == 0).orElse(false);
  }

  private static Optional<BigDecimal> number(Operand operand, String text) {
    return switch (operand) {
      case Operand.Constant(_, var number) -> number;
      case Operand.Computed(_) -> dev.squall.plan.Numbers.parse(text);
    };
  }

  /** Nothing where its variable has no value; then no comparison holds, not even unequal. */
  private @Nullable String text(Operand operand) {
    return switch (operand) {
      case Operand.Constant(var text, _) -> text;
      case Operand.Computed(var segments) -> operands.text(segments);
    };
  }

  /** What a lookup finds in this answer. */
  Found find(Lookup lookup) {
    var why = unreadable;
    if (why != null && lookup.readsBody()) {
      return why;
    }
    return switch (lookup) {
      case Lookup.Status() -> new Found.Amount(answer.status);
      case Lookup.Elapsed() -> new Found.Amount(answer.elapsedMillis());
      case Lookup.Header(var index) ->
          answer.header(index).<Found>map(value -> new Found.Text(value, true)).orElse(NO_HEADER);
      case Lookup.Json(var index) -> json(queried.get(index));
      case Lookup.XPath(var index) -> xml(selected.get(index));
      case Lookup.Cookie(var name) ->
          answer.cookie(name).<Found>map(value -> new Found.Text(value, true)).orElse(NO_COOKIE);
      case Lookup.Regex(var pattern, var group) -> {
        var value = search(pattern, answer.body().text()).map(match -> match.group(group));
        yield value.<Found>map(text -> new Found.Text(text, true)).orElse(NO_MATCH);
      }
      case Lookup.BodyText() -> new Found.Text(answer.body().text(), true);
    };
  }

  /**
   * The first match. The pattern is the user's, the text the server's: where both together are too
   * much for java.util.regex, which recurses over alternatives, nothing is found.
   */
  private static Optional<MatchResult> search(Pattern pattern, String text) {
    try {
      var matcher = pattern.matcher(text);
      return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    } catch (StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static Found json(JsonQuery.Found found) {
    return switch (found) {
      case JsonQuery.Missing(var reason) -> new Found.Missing(reason);
      case JsonQuery.One(var text, var kind) -> new Found.Text(text, kind == JsonQuery.Kind.NUMBER);
      case JsonQuery.Many many -> new Found.Text(many.text(), false);
    };
  }

  private static Found xml(XPathQuery.Found found) {
    return switch (found) {
      case XPathQuery.Missing(var reason) -> new Found.Missing(reason);
      case XPathQuery.Text(var value) -> new Found.Text(value, true);
    };
  }

  /** What the check wants and what came, in words; cut to a length that a line holds. */
  String explain(PlannedCheck check) {
    var found = find(check.lookup());
    return check.text()
        + (isComputed(check.condition())
            ? " (" + Secrets.shown(check.text(), expected(check.condition())) + ")"
            : "")
        + (found instanceof Found.Missing
            ? ", but " + cut(found.text())
            : ", but it was " + cut(Secrets.shown(check.text(), Secrets.body(found.text()))));
  }

  private static boolean isComputed(Criterion condition) {
    return switch (condition) {
      case Criterion.Is(var operand) -> operand instanceof Operand.Computed;
      case Criterion.IsNot(var operand) -> operand instanceof Operand.Computed;
      case Criterion.Contains(var operand) -> operand instanceof Operand.Computed;
      case Criterion.In(var operands) ->
          operands.stream().anyMatch(Operand.Computed.class::isInstance);
      case Criterion.Matches(_),
          Criterion.Exists(),
          Criterion.Below(_),
          Criterion.Above(_),
          Criterion.Between(_, _) ->
          false;
    };
  }

  /** What a value should be, in words and with the variables of now. */
  String expected(Criterion condition) {
    return switch (condition) {
      case Criterion.Is(var expected) -> shown(expected);
      case Criterion.IsNot(var expected) -> "not " + shown(expected);
      case Criterion.Contains(var part) -> "contains " + shown(part);
      case Criterion.Matches(var pattern) -> "matches " + pattern;
      case Criterion.Exists() -> "exists";
      case Criterion.Below(var limit) -> "below " + limit;
      case Criterion.Above(var limit) -> "above " + limit;
      case Criterion.Between(var least, var most) -> {
        if (least == Double.NEGATIVE_INFINITY) {
          yield "at most " + most;
        }
        yield most == Double.POSITIVE_INFINITY
            ? "at least " + least
            : "between " + least + " and " + most;
      }
      case Criterion.In(var values) -> "in " + values.stream().map(this::shown).toList();
    };
  }

  private String shown(Operand operand) {
    var text = text(operand);
    return text == null ? "a variable without a value" : cut(text);
  }

  /** What came where the check looked. */
  String actual(PlannedCheck check) {
    return cut(find(check.lookup()).text());
  }

  /** At most 120 code points of a text. */
  static String cut(String text) {
    int most = 120;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
