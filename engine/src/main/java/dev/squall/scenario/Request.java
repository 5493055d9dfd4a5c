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
 * @param query what is added to the target's own query
 * @param headers in the order they are sent
 * @param credentials what it shows of its user by basic authentication
 * @param body what it carries
 * @param checks what is expected of the answer
 * @param captures what is kept of the answer, taken before the checks
 * @param handling how it is exchanged
 */
public record Request(
    Optional<String> label,
    String method,
    Template target,
    List<Body.Field> query,
    List<Header> headers,
    Optional<Credentials> credentials,
    Body body,
    List<Check> checks,
    List<Capture> captures,
    Handling handling)
    implements Step {

  public Request {
    query = List.copyOf(query);
    headers = List.copyOf(headers);
    checks = List.copyOf(checks);
    captures = List.copyOf(captures);
  }

  /** A request with nothing but a method and a target. */
  public static Request of(String method, String target) {
    return new Request(
        Optional.empty(),
        method,
        new Template(target),
        List.of(),
        List.of(),
        Optional.empty(),
        new Body.None(),
        List.of(),
        List.of(),
        Handling.USUAL);
  }

  /** Its row in the statistics. */
  public String name() {
    return label.orElseGet(this::endpoint);
  }

  /** Method and path as written, without the query. */
  public String endpoint() {
    int mark = target.text().indexOf('?');
    return method + " " + (mark < 0 ? target.text() : target.text().substring(0, mark));
  }

  /** The same request of another target. */
  public Request to(String path) {
    return new Request(
        label,
        method,
        new Template(path),
        query,
        headers,
        credentials,
        body,
        checks,
        captures,
        handling);
  }

  /** The same request under a name. */
  public Request named(String name) {
    return new Request(
        Optional.of(name),
        method,
        target,
        query,
        headers,
        credentials,
        body,
        checks,
        captures,
        handling);
  }

  /** With one more part of the query, encoded once (RFC 3986); the value may hold variables. */
  public Request query(String name, Object value) {
    var more = with(query, fieldOf(name, value));
    return new Request(
        label, method, target, more, headers, credentials, body, checks, captures, handling);
  }

  /** With one more header; the value may hold variables. */
  public Request header(String name, String value) {
    var more = with(headers, new Header(name, new Template(value)));
    return new Request(
        label, method, target, query, more, credentials, body, checks, captures, handling);
  }

  /** With {@code Authorization: Bearer …}; the token may be a variable. */
  public Request bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** With {@code Authorization: Basic …} (RFC 7617, UTF-8); both may hold variables. */
  public Request basic(String user, String password) {
    var shown = new Credentials(new Template(user), new Template(password));
    return new Request(
        label,
        method,
        target,
        query,
        headers,
        Optional.of(shown),
        body,
        checks,
        captures,
        handling);
  }

  /** Asking for an answer in any of the codings that are understood, if the server likes. */
  public Request compressed() {
    return header("Accept-Encoding", "gzip, deflate, br, zstd");
  }

  /** With a JSON body and, unless a header says else, its content type. */
  public Request json(String text) {
    return body(new Body.Json(new Template(text)));
  }

  /** With a text body and, unless a header says else, its content type. */
  public Request text(String text) {
    return body(new Body.Text(new Template(text)));
  }

  /** With these bytes as its body. */
  public Request bytes(byte[] bytes) {
    return body(new Body.Binary(bytes));
  }

  /** With a file as its body; unless a header says else, of the type that its ending says. */
  public Request file(String path) {
    return body(new Body.FromFile(path, Optional.empty()));
  }

  /** With a file of this content type as its body. */
  public Request file(String path, String type) {
    return body(new Body.FromFile(path, Optional.of(type)));
  }

  /** With one more field of a form. */
  public Request field(String name, Object value) {
    var fields = body instanceof Body.Form(var earlier) ? earlier : List.<Body.Field>of();
    return body(new Body.Form(with(fields, fieldOf(name, value))));
  }

  /** With one more text in a multipart body; it may hold variables. */
  public Request part(String name, Object value) {
    return part(new Body.TextPart(name, new Template(String.valueOf(value))));
  }

  /** With one more file in a multipart body, of the type that its ending says. */
  public Request filePart(String name, String path) {
    return part(new Body.FilePart(name, path, Optional.empty()));
  }

  /** With one more file in a multipart body, of this content type. */
  public Request filePart(String name, String path, String type) {
    return part(new Body.FilePart(name, path, Optional.of(type)));
  }

  private Request part(Body.Part part) {
    var parts = body instanceof Body.Multipart(var earlier) ? earlier : List.<Body.Part>of();
    return body(new Body.Multipart(with(parts, part)));
  }

  private Request body(Body newBody) {
    return new Request(
        label, method, target, query, headers, credentials, newBody, checks, captures, handling);
  }

  /** With more checks. */
  public Request check(Check... more) {
    var all = with(checks, List.of(more));
    return new Request(
        label, method, target, query, headers, credentials, body, all, captures, handling);
  }

  /** Keeps a value of the answer in a variable. */
  public Request extract(String variable, Extractor extractor) {
    var more = with(captures, new Capture(variable, extractor));
    return new Request(
        label, method, target, query, headers, credentials, body, checks, more, handling);
  }

  /** With a limit for the whole exchange. */
  public Request timeout(Duration limit) {
    return handled(handling.withTimeout(limit));
  }

  /** Sent again when it failed: {@code retry(attempts(3).exponential(millis(100)))}. */
  public Request retry(Retry again) {
    return handled(handling.withRetry(again));
  }

  /** With at most so many redirects followed, whatever the run's limit is; 0 for none. */
  public Request redirects(int most) {
    return handled(handling.withRedirects(most));
  }

  /** With a redirect as its answer, for checks to look at. */
  public Request noRedirects() {
    return redirects(0);
  }

  /** With {@code Expect: 100-continue}: the body waits until the server wants it. */
  public Request expectContinue() {
    return handled(handling.withContinue());
  }

  private Request handled(Handling other) {
    return new Request(
        label, method, target, query, headers, credentials, body, checks, captures, other);
  }

  private static Body.Field fieldOf(String name, Object value) {
    return new Body.Field(name, new Template(String.valueOf(value)));
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
