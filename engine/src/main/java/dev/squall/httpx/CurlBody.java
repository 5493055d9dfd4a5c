package dev.squall.httpx;

import dev.squall.scenario.Body;
import dev.squall.scenario.ContentTypes;
import dev.squall.scenario.Header;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the flags for data send. JSON that nothing else is said of goes as JSON, any other text as a
 * form, as it was written; a type that Squall writes by itself is no header of the request.
 *
 * @param body what is carried
 * @param headers without that type
 */
record CurlBody(Body body, List<Header> headers) {
  static final String TYPE = "Content-Type";
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";
  static final String TEXT = "text/plain; charset=utf-8";

  /** Of at least one flag. */
  static CurlBody of(List<CurlArgument> data, List<Header> headers, CurlFindings findings) {
    for (var one : data) {
      if (file(one).isPresent()) {
        return ofFile(one, data.size() > 1, headers, findings);
      }
    }
    var type = CurlHeaders.value(headers, TYPE);
    var fields = fields(data);
    if (fields.isPresent() && isForm(type)) {
      return of(new Body.Form(fields.get()), FORM, headers);
    }
    var text = text(data, findings);
    boolean json = data.stream().anyMatch(one -> one.name().equals("json"));
    if (type.map(CurlBody::isJson).orElse(json || CurlJson.matches(text))) {
      return of(new Body.Json(new Template(text)), JSON, headers);
    }
    return isForm(type)
        ? of(new Body.WrittenForm(new Template(text)), FORM, headers)
        : of(new Body.Text(new Template(text)), TEXT, headers);
  }

  private static boolean isForm(Optional<String> type) {
    return type.map(text -> text.toLowerCase(Locale.ROOT).startsWith(FORM)).orElse(true);
  }

  private static boolean isJson(String type) {
    var lower = type.toLowerCase(Locale.ROOT);
    int end = lower.indexOf(';');
    var essence = (end < 0 ? lower : lower.substring(0, end)).strip();
    return essence.equals(JSON) || essence.endsWith("+json");
  }

  private static CurlBody of(Body body, String usual, List<Header> headers) {
    boolean folds = last(headers).filter(usual::equals).isPresent();
    return new CurlBody(body, folds ? headers.subList(0, headers.size() - 1) : headers);
  }

  /** The type that the last header says in the spelling of ours. */
  private static Optional<String> last(List<Header> headers) {
    return Optional.of(headers)
        .filter(all -> !all.isEmpty() && all.getLast().name().equals(TYPE))
        .filter(all -> CurlHeaders.value(all.subList(0, all.size() - 1), TYPE).isEmpty())
        .map(all -> all.getLast().value().text());
  }

  private static CurlBody ofFile(
      CurlArgument data, boolean more, List<Header> headers, CurlFindings findings) {
    var path = file(data).orElse("");
    if (data.name().equals("data-urlencode")) {
      findings.problem(
          data.offset(), "a file is not encoded", "write its text, or send it with --data-binary");
    } else if (path.equals("-") || path.isEmpty()) {
      findings.problem(data.offset(), "data is read from a file only", "name the file behind @");
    } else if (more) {
      findings.problem(data.offset(), "a file is a whole body", "leave out the other data");
    } else if (!data.name().equals("data-binary") && !data.name().equals("json")) {
      findings.warning(
          data.offset(),
          "the file is sent as it is, with its line ends",
          "write --data-binary, with which curl keeps them, too");
    }
    var guess = ContentTypes.of(path);
    var last = last(headers).filter(text -> !text.contains("$"));
    var type = CurlHeaders.value(headers, TYPE);
    if (last.isPresent()) {
      var body = new Body.FromFile(path, last.filter(text -> !text.equals(guess)));
      return new CurlBody(body, headers.subList(0, headers.size() - 1));
    }
    var usual = data.name().equals("json") || guess.equals(JSON) ? JSON : FORM;
    boolean guessed = type.isPresent() || guess.equals(usual);
    return new CurlBody(
        new Body.FromFile(path, guessed ? Optional.empty() : Optional.of(usual)), headers);
  }

  /** The file that a flag names, if it does. */
  private static Optional<String> file(CurlArgument data) {
    return switch (data.name()) {
      case "data-raw" -> Optional.empty();
      case "data-urlencode", "url-query" -> {
        int at = data.value().indexOf('=') < 0 ? data.value().indexOf('@') : -1;
        yield at < 0 ? Optional.empty() : Optional.of(data.value().substring(at + 1));
      }
      case String _ -> data.isFile() ? Optional.of(data.file()) : Optional.empty();
    };
  }

  private static Optional<List<Body.Field>> fields(List<CurlArgument> data) {
    var fields = new ArrayList<Body.Field>();
    for (var one : data) {
      int sign = one.name().equals("data-urlencode") ? one.value().indexOf('=') : -1;
      var name =
          sign <= 0
              ? Optional.<String>empty()
              : CurlEncoding.decoded(one.value().substring(0, sign), CurlEncoding::form);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      fields.add(new Body.Field(name.get(), new Template(one.value().substring(sign + 1))));
    }
    return Optional.of(fields);
  }

  /** All of it as curl joins it. */
  static String text(List<CurlArgument> data, CurlFindings findings) {
    var text = new StringBuilder();
    for (var one : data) {
      if (!one.name().equals("json") && !text.isEmpty()) {
        text.append('&');
      }
      boolean encodes = one.name().equals("data-urlencode") || one.name().equals("url-query");
      if (file(one).isPresent()) {
        findings.problem(
            one.offset(), "a file is no part of a query", "write its text into the URL");
      } else {
        boolean raw = one.name().equals("url-query") && one.value().startsWith("+");
        text.append(raw ? one.value().substring(1) : encodes ? encoded(one.value()) : one.value());
      }
    }
    return text.toString();
  }

  /** {@code content}, {@code =content} or {@code name=content}. */
  private static String encoded(String value) {
    int sign = value.indexOf('=');
    return (sign <= 0 ? "" : value.substring(0, sign + 1))
        + CurlEncoding.template(value.substring(sign + 1));
  }
}
