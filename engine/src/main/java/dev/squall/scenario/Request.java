package dev.squall.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request of a virtual user: the blueprint, not what goes onto the wire.
 *
 * @param label the name of its row in the statistics; without one, method and path as written
 * @param method in capitals
 * @param target a path on the base, or an absolute URL; may hold variables
 * @param headers in the order they are sent
 * @param body what it carries
 * @param checks what is expected of the answer
 * @param captures what is kept of the answer, taken before the checks
 * @param timeout the limit for the whole exchange; without one, the run's
 */
public record Request(
    Optional<String> label,
    String method,
    Template target,
    List<Header> headers,
    Body body,
    List<Check> checks,
    List<Capture> captures,
    Optional<Duration> timeout)
    implements Step {

  public Request {
    headers = List.copyOf(headers);
    checks = List.copyOf(checks);
    captures = List.copyOf(captures);
  }

  /** A request without headers, body, checks or captures. */
  public static Request of(String method, String target) {
    return new Request(
        Optional.empty(),
        method,
        new Template(target),
        List.of(),
        new Body.None(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** Its row in the statistics. */
  public String name() {
    return label.orElseGet(this::endpoint);
  }

  /** Method and path as written, without the query. */
  public String endpoint() {
    int query = target.text().indexOf('?');
    return method + " " + (query < 0 ? target.text() : target.text().substring(0, query));
  }

  /** The same request under a name. */
  public Request named(String name) {
    return new Request(Optional.of(name), method, target, headers, body, checks, captures, timeout);
  }

  /** With one more header; the value may hold variables. */
  public Request header(String name, String value) {
    return new Request(
        label,
        method,
        target,
        with(headers, new Header(name, new Template(value))),
        body,
        checks,
        captures,
        timeout);
  }

  /** With {@code Authorization: Bearer …}; the token may be a variable. */
  public Request bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** With a JSON body and, unless a header says else, its content type. */
  public Request json(String text) {
    return body(new Body.Json(new Template(text)));
  }

  /** With a text body and, unless a header says else, its content type. */
  public Request text(String text) {
    return body(new Body.Text(new Template(text)));
  }

  /** With one more field of a form. */
  public Request field(String name, String value) {
    var fields = body instanceof Body.Form(var earlier) ? earlier : List.<Body.Field>of();
    return body(new Body.Form(with(fields, new Body.Field(name, new Template(value)))));
  }

  private Request body(Body newBody) {
    return new Request(label, method, target, headers, newBody, checks, captures, timeout);
  }

  /** With more checks. */
  public Request check(Check... more) {
    return new Request(
        label, method, target, headers, body, with(checks, List.of(more)), captures, timeout);
  }

  /** Keeps a value of the answer in a variable. */
  public Request extract(String variable, Extractor extractor) {
    return new Request(
        label,
        method,
        target,
        headers,
        body,
        checks,
        with(captures, new Capture(variable, extractor)),
        timeout);
  }

  /** With a limit for the whole exchange. */
  public Request timeout(Duration limit) {
    return new Request(label, method, target, headers, body, checks, captures, Optional.of(limit));
  }

  private static <T> List<T> with(List<T> list, T one) {
    return with(list, List.of(one));
  }

  private static <T> List<T> with(List<T> list, List<T> more) {
    var longer = new ArrayList<>(list);
    longer.addAll(more);
    return longer;
  }

  @Override
  public String toString() {
    var text = new StringBuilder(method).append(' ').append(target);
    label.ifPresent(name -> text.append(" (").append(name).append(')'));
    count(text, checks.size(), "check");
    count(text, captures.size(), "variable");
    return text.toString();
  }

  private static void count(StringBuilder text, int count, String noun) {
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(noun).append(count == 1 ? "" : "s");
    }
  }
}
