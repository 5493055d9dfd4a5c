package dev.squall.shell.exports;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Body;
import dev.squall.scenario.Check;
import dev.squall.scenario.Credentials;
import dev.squall.scenario.Expectation;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Feed;
import dev.squall.scenario.Given;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import dev.squall.scenario.Template;
import dev.squall.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Takes what nobody should read out of a scenario: values under the names of {@link Secrets} become
 * variables of the environment, {@code ${env.SQUALL_PASSWORD}}. What is a variable already stays.
 */
final class Secrecy {
  private static final Pattern SCHEME =
      Pattern.compile(
          "(?i)((?:bearer|basic|token|digest|negotiate|apikey)\\s+)(.*)", Pattern.DOTALL);
  private static final Pattern LAST_NAME = Pattern.compile(".*?([\\w-]+)(?:\\[\\d+]|['\"\\]])*");

  private static final Pattern SIGN = Pattern.compile("[\\p{L}\\p{N}]");

  private final SecretNames names = new SecretNames();
  private final Templates templates;
  private String place = "";

  private Secrecy(Scenario scenario) {
    templates = new Templates(scenario);
  }

  /**
   * A scenario without its secrets.
   *
   * @param secrets what the environment has to hold instead
   * @param notes what could not be taken out
   */
  record Hidden(Scenario scenario, List<Secret> secrets, List<Problem> notes) {}

  static Hidden of(Scenario scenario, boolean keepingSecrets) {
    if (keepingSecrets) {
      return new Hidden(scenario, List.of(), List.of());
    }
    var secrecy = new Secrecy(scenario);
    var hidden = secrecy.scenario(scenario);
    return new Hidden(hidden, secrecy.names.all(), columns(scenario));
  }

  /** Values of data are no templates, so that nothing can stand for them. */
  private static List<Problem> columns(Scenario scenario) {
    var columns = new ArrayList<String>();
    for (var feed : scenario.feeds()) {
      switch (feed.source()) {
        case Feed.Source.Values(var column, _) -> columns.add(column);
        case Feed.Source.Rows(var rows) ->
            rows.stream().limit(1).forEach(row -> columns.addAll(row.keySet()));
        case Feed.Source.Csv _, Feed.Source.Json _, Feed.Source.JsonLines _ -> {}
      }
    }
    return columns.stream()
        .filter(Secrets::isSecret)
        .map(column ->
            new Problem(
                Position.in("scenario " + scenario.name()),
                "the values of " + column + " stand in the text",
                "put them into a file, for csv(\"…\")"))
        .toList();
  }

  private Scenario scenario(Scenario scenario) {
    place = "scenario " + scenario.name();
    var headers = headers(scenario.headers());
    var given =
        scenario.variables().stream()
            .map(variable -> new Given(variable.name(), named(variable.name(), variable.value())))
            .toList();
    return new Scenario(
        scenario.name(),
        steps(scenario.steps()),
        scenario.base(),
        headers,
        steps(scenario.setup()),
        steps(scenario.teardown()),
        scenario.feeds(),
        scenario.pacing(),
        given);
  }

  private List<Step> steps(List<Step> steps) {
    return steps.stream().map(this::step).toList();
  }

  private Step step(Step step) {
    return switch (step) {
      case Request request -> request(request);
      case Step.Group(var name, var inner) -> new Step.Group(name, steps(inner));
      case Step.Repeat(var times, var inner) -> new Step.Repeat(times, steps(inner));
      case Step.ForEach(var item, var list, var inner) ->
          new Step.ForEach(item, list, steps(inner));
      case Step.When(var condition, var inner, var otherwise) ->
          new Step.When(condition, steps(inner), steps(otherwise));
      case Step.Choose(var ways) ->
          new Step.Choose(
              ways.stream().map(way -> new Step.Way(way.weight(), steps(way.steps()))).toList());
      case Step.Parallel(var branches) -> new Step.Parallel(steps(branches));
      case Step.Optionally(var inner) -> new Step.Optionally(steps(inner));
      case Step.Pause _, Step.Leave _, Step.Code _ -> step;
    };
  }

  private Request request(Request request) {
    place = "step " + request.name();
    return new Request(
        request.label(),
        request.method(),
        new Template(SecretTexts.query(request.target().text(), this::hidden)),
        request.query().stream().map(this::field).toList(),
        headers(request.headers()),
        request
            .credentials()
            .map(shown -> new Credentials(shown.user(), hidden("password", shown.password()))),
        body(request.body()),
        request.checks().stream().map(this::check).toList(),
        request.captures(),
        request.handling());
  }

  private List<Header> headers(List<Header> headers) {
    return headers.stream()
        .map(header -> new Header(header.name(), header(header.name(), header.value())))
        .toList();
  }

  private Template header(String name, Template value) {
    if (name.toLowerCase(Locale.ROOT).equals("cookie")) {
      return new Template(SecretTexts.cookies(value.text(), this::hidden));
    }
    if (!Secrets.isSecret(name)) {
      return value;
    }
    var scheme = SCHEME.matcher(value.text());
    return scheme.matches()
        ? new Template(scheme.group(1) + hidden(name, new Template(scheme.group(2))).text())
        : hidden(name, value);
  }

  private Body.Field field(Body.Field field) {
    return new Body.Field(field.name(), named(field.name(), field.value()));
  }

  private Template named(String name, Template value) {
    return Secrets.isSecret(name) ? hidden(name, value) : value;
  }

  private Template hidden(String name, Template value) {
    return new Template(hidden(name, value.text(), UnaryOperator.identity()));
  }

  /** What stands for a value: what is a variable of it already stays. */
  private String hidden(String name, String written, UnaryOperator<String> meaning) {
    var template = new Template(written);
    if (template.parts().stream().noneMatch(this::isHole)) {
      return reference(name, written, meaning.apply(templates.plain(template).orElse(written)));
    }
    var shown = new StringBuilder();
    for (var part : template.parts()) {
      switch (part) {
        case Template.Part.Literal(var text) ->
            shown.append(reference(name, text.equals("$") ? "${$}" : text, meaning.apply(text)));
        case Template.Part.Braced(var hole, _) -> shown.append("${").append(hole).append('}');
        case Template.Part.Bare(var hole, _) -> shown.append('$').append(hole);
        case Template.Part.EscapedBraces(var text) -> shown.append('$').append(text);
        case Template.Part.EscapedBare(var text) -> shown.append("$$").append(text);
        case Template.Part.Unclosed(var offset) -> shown.append(written.substring(offset));
      }
    }
    return shown.toString();
  }

  private boolean isHole(Template.Part part) {
    return part instanceof Template.Part.Braced
        || (part instanceof Template.Part.Bare(var name, _) && templates.isKnown(name));
  }

  private String reference(String name, String written, String meant) {
    return SIGN.matcher(meant).find() ? names.reference(name, place, meant) : written;
  }

  private Body body(Body body) {
    return switch (body) {
      case Body.Json(var text) -> new Body.Json(text(text));
      case Body.Text(var text) -> new Body.Text(text(text));
      case Body.Form(var fields) -> new Body.Form(fields.stream().map(this::field).toList());
      case Body.WrittenForm(var text) ->
          new Body.WrittenForm(new Template(SecretTexts.form(text.text(), this::hidden)));
      case Body.Multipart(var parts) -> new Body.Multipart(parts.stream().map(this::part).toList());
      case Body.None _, Body.FromFile _, Body.Binary _ -> body;
    };
  }

  private Template text(Template text) {
    return new Template(SecretTexts.json(text.text(), this::hidden));
  }

  private Body.Part part(Body.Part part) {
    return part instanceof Body.TextPart(var name, var value, var type)
        ? new Body.TextPart(name, named(name, value), type)
        : part;
  }

  private Check check(Check check) {
    var name = name(check.extractor());
    if (!Secrets.isSecret(name)) {
      return check;
    }
    var expectation =
        switch (check.expectation()) {
          case Expectation.Is(var expected) -> new Expectation.Is(hidden(name, expected));
          case Expectation.IsNot(var expected) -> new Expectation.IsNot(hidden(name, expected));
          case Expectation.Contains(var part) -> new Expectation.Contains(hidden(name, part));
          case Expectation.In(var values) ->
              new Expectation.In(values.stream().map(value -> hidden(name, value)).toList());
          case Expectation.Matches _,
              Expectation.Exists _,
              Expectation.Below _,
              Expectation.Above _,
              Expectation.Between _ ->
              check.expectation();
        };
    return new Check(check.extractor(), expectation);
  }

  private static String name(Extractor extractor) {
    return switch (extractor) {
      case Extractor.Header(var name) -> name;
      case Extractor.Cookie _ -> "cookie";
      case Extractor.JsonPath(var path) -> {
        var last = LAST_NAME.matcher(path);
        yield last.matches() ? last.group(1) : "";
      }
      case Extractor.Status _,
          Extractor.Elapsed _,
          Extractor.BodyText _,
          Extractor.Regex _,
          Extractor.XPath _ ->
          "";
    };
  }
}
