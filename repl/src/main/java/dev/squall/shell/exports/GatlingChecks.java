package dev.squall.shell.exports;

import static dev.squall.shell.exports.Code.call;
import static dev.squall.shell.exports.JavaLiterals.quoted;
import static dev.squall.shell.exports.JavaLiterals.text;

import dev.squall.scenario.Capture;
import dev.squall.scenario.Check;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Extractors and checks as Gatling has them. */
final class GatlingChecks {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

  private final GatlingContext context;
  private final Set<String> lists;

  GatlingChecks(GatlingContext context) {
    this.context = context;
    lists = GatlingContext.lists(context.scenario);
  }

  private Code found(Extractor extractor) {
    return switch (extractor) {
      case Extractor.Status() -> call("status");
      case Extractor.Elapsed() -> call("responseTimeInMillis");
      case Extractor.Header(var name) -> call("header", text(GatlingContext.literal(name)));
      case Extractor.BodyText() -> call("bodyString");
      case Extractor.Cookie(var name) ->
          call(
              "headerRegex",
              text("Set-Cookie"),
              text("^" + GatlingContext.literal(name.replaceAll("\\W", "\\\\$0")) + "=([^;]*)"));
      case Extractor.XPath(var expression) ->
          call("xpath", text(GatlingContext.literal(expression)));
      case Extractor.JsonPath(var path) -> json(path);
      case Extractor.Regex(var pattern, var group) -> regex(pattern, group);
    };
  }

  private static Code json(String path) {
    return JsonRoute.of(path).filter(JsonRoute::endsWithLength).isPresent()
        ? call("jsonPath", text(path.substring(0, path.lastIndexOf('.')) + "[*]")).dot("count")
        : call("jsonPath", text(GatlingContext.literal(path)));
  }

  /** Gatling takes the first group where there is one. */
  private static Code regex(String pattern, int group) {
    int groups = groups(pattern);
    var literal = GatlingContext.literal(pattern);
    if (group == 0 && groups > 0) {
      return call("regex", text("(" + literal + ")"))
          .dot("captureGroups", JavaLiterals.number(groups + 1L))
          .dot("transform", Code.word("groups -> groups.get(0)"));
    }
    return group <= 1
        ? call("regex", text(literal))
        : call("regex", text(literal))
            .dot("captureGroups", JavaLiterals.number((long) groups))
            .dot("transform", Code.word("groups -> groups.get(" + (group - 1) + ")"));
  }

  private static int groups(String pattern) {
    try {
      return Pattern.compile(pattern).matcher("").groupCount();
    } catch (PatternSyntaxException _) {
      return 0;
    }
  }

  private static boolean isWhole(Extractor extractor) {
    return extractor instanceof Extractor.Status
        || extractor instanceof Extractor.Elapsed
        || (extractor instanceof Extractor.JsonPath(var path)
            && JsonRoute.of(path).filter(JsonRoute::endsWithLength).isPresent());
  }

  Code capture(Capture capture) {
    var name = text(capture.variable());
    var extractor = capture.extractor();
    if (extractor instanceof Extractor.JsonPath(var path)) {
      boolean isList = lists.contains(capture.variable());
      if (JsonRoute.of(path).filter(JsonRoute::selectsSeveral).isPresent()) {
        return found(extractor).dot("ofObject").dot("findAll").dot("saveAs", name);
      }
      if (isList) {
        return found(extractor).dot("ofList").dot("saveAs", name);
      }
    }
    return found(extractor).dot("saveAs", name);
  }

  /** One or two checks that say the same; none where Gatling has no way to it. */
  List<Code> checks(Check check) {
    var extractor = check.extractor();
    boolean whole = isWhole(extractor);
    return switch (check.expectation()) {
      case Expectation.Is(var expected) -> equal(extractor, expected, "is", "isEL");
      case Expectation.IsNot(var expected) -> equal(extractor, expected, "not", "notEL");
      case Expectation.Exists() -> List.of(found(extractor).dot("exists"));
      case Expectation.Contains(var part) ->
          context
              .java(part)
              .map(java -> holds(extractor, "text.contains(" + java + ")"))
              .map(List::of)
              .orElse(List.of());
      case Expectation.Matches(var regex) ->
          List.of(holds(extractor, "Pattern.compile(" + quoted(regex) + ").matcher(text).find()"));
      case Expectation.Below(var limit) -> List.of(compared(extractor, "lt", limit, whole));
      case Expectation.Above(var limit) -> List.of(compared(extractor, "gt", limit, whole));
      case Expectation.Between(var least, var most) -> {
        var both = new ArrayList<Code>();
        if (least > Double.NEGATIVE_INFINITY) {
          both.add(compared(extractor, "gte", least, whole));
        }
        if (most < Double.POSITIVE_INFINITY) {
          both.add(compared(extractor, "lte", most, whole));
        }
        yield both;
      }
      case Expectation.In(var values) -> {
        var all = values.stream().map(context.templates::plain).flatMap(Optional::stream).toList();
        boolean fits =
            all.size() == values.size() && all.stream().allMatch(one -> !whole || isWhole(one));
        yield fits
            ? List.of(
                found(extractor)
                    .dot(
                        "in", all.stream().map(one -> whole ? Code.word(one) : text(one)).toList()))
            : List.of();
      }
    };
  }

  private List<Code> equal(Extractor extractor, Template expected, String word, String ofText) {
    var plain = context.templates.plain(expected);
    if (plain.isEmpty()) {
      return isWhole(extractor)
          ? List.of(
              found(extractor)
                  .dot("transform", Code.word("String::valueOf"))
                  .dot(ofText, context.text(expected)))
          : List.of(found(extractor).dot(ofText, context.text(expected)));
    }
    if (isWhole(extractor)) {
      return isWhole(plain.get())
          ? List.of(
              found(extractor)
                  .dot(word, Code.word(Integer.toString(Integer.parseInt(plain.get())))))
          : List.of();
    }
    return List.of(found(extractor).dot(word, text(plain.get())));
  }

  private static boolean isWhole(String text) {
    return WHOLE.matcher(text).matches();
  }

  private Code holds(Extractor extractor, String condition) {
    var value = found(extractor);
    if (isWhole(extractor)) {
      value = value.dot("transform", Code.word("String::valueOf"));
    }
    var holds =
        condition.contains("session.")
            ? value.dot("transformWithSession", Code.word("(text, session) -> " + condition))
            : value.dot("transform", Code.word("text -> " + condition));
    return holds.dot("is", Code.word("true"));
  }

  private Code compared(Extractor extractor, String word, double limit, boolean whole) {
    if (whole) {
      // Of whole numbers: less than 1.5 is less than 2.
      double bound = word.equals("lt") || word.equals("gte") ? Math.ceil(limit) : Math.floor(limit);
      return found(extractor).dot(word, Code.word(Integer.toString((int) bound)));
    }
    var value =
        extractor instanceof Extractor.JsonPath
            ? found(extractor).dot("ofDouble")
            : found(extractor).dot("transform", Code.word("Double::valueOf"));
    return value.dot(word, Code.word(real(limit)));
  }

  private static String real(double number) {
    return Double.isFinite(number)
        ? Double.toString(number)
        : Double.isNaN(number)
            ? "Double.NaN"
            : number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
  }
}
