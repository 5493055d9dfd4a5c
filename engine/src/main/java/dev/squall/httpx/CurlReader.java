package dev.squall.httpx;

import dev.squall.scenario.Body;
import dev.squall.scenario.Credentials;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arguments to a request. */
final class CurlReader {
  private static final Set<String> OF_A_SHELL =
      Set.of("|", "||", "&", "&&", ";", ">", ">>", "<", "2>", "2>&1");

  private final CurlFindings findings;
  private final CurlHeaders headers;
  private final CurlTransport transport;
  private final List<CurlArgument> urls = new ArrayList<>();
  private final List<CurlArgument> data = new ArrayList<>();
  private final List<CurlArgument> form = new ArrayList<>();
  private final List<CurlArgument> query = new ArrayList<>();
  private @Nullable CurlArgument method;
  private @Nullable CurlArgument head;
  private @Nullable CurlArgument timeout;
  private @Nullable CurlArgument redirects;
  private @Nullable CurlArgument user;
  private boolean get;
  private boolean asWritten;

  CurlReader(CurlFindings findings) {
    this.findings = findings;
    this.headers = new CurlHeaders(findings);
    this.transport = new CurlTransport(findings);
  }

  CurlSettings settings() {
    return transport.settings();
  }

  void take(CurlArgument argument) {
    switch (argument.name()) {
      case "", "url" -> urls.add(argument);
      case "request" -> method = argument;
      case "head" -> head = argument;
      case "get" -> get = true;
      case "globoff" -> asWritten = true;
      case "data", "data-ascii", "data-raw", "data-binary", "data-urlencode" -> data.add(argument);
      case "json" -> {
        headers.meantOnce("Accept", CurlBody.JSON);
        data.add(argument);
      }
      case "form", "form-string" -> form.add(argument);
      case "url-query" -> query.add(argument);
      case "max-time" -> timeout = argument;
      case "max-redirs" -> redirects = argument;
      case "user" -> user = argument;
      case "upload-file" ->
          findings.problem(
              argument.offset(),
              "an upload is not read",
              "write it as -X PUT --data-binary @" + argument.plainValue());
      case "next" ->
          findings.problem(
              argument.offset(), "another request begins here", "write it as a command of its own");
      case String _ -> {
        if (!header(argument) && !transport.takes(argument)) {
          other(argument);
        }
      }
    }
  }

  private boolean header(CurlArgument flag) {
    switch (flag.name()) {
      case "header" -> headers.written(flag);
      case "user-agent" -> headers.meantOnce("User-Agent", flag.value());
      case "referer" -> referer(flag);
      case "cookie" -> cookie(flag);
      case "oauth2-bearer" -> headers.meantOnce("Authorization", "Bearer " + flag.value());
      case "compressed" -> headers.meantOnce("Accept-Encoding", "gzip, deflate, br, zstd");
      case "range" -> headers.meantOnce("Range", "bytes=" + flag.value());
      case String _ -> {
        return false;
      }
    }
    return true;
  }

  private void referer(CurlArgument flag) {
    int auto = flag.value().indexOf(";auto");
    if (auto >= 0) {
      findings.warning(flag.offset(), ";auto is left out", "Squall sends the first referer only");
    }
    var value = auto < 0 ? flag.value() : flag.value().substring(0, auto);
    if (!value.isEmpty()) {
      headers.meantOnce("Referer", value);
    }
  }

  private void cookie(CurlArgument flag) {
    if (flag.value().indexOf('=') >= 0 || flag.value().startsWith("$")) {
      headers.meant("Cookie", flag.value());
    } else if (!flag.value().isEmpty()) {
      findings.problem(
          flag.offset(),
          "cookies from a file are not read: " + flag.plainValue(),
          "write them as " + flag.shown() + " 'name=value; other=value'");
    }
  }

  private void other(CurlArgument flag) {
    if (!CurlFlags.isSilent(flag.name())) {
      findings.warning(flag.offset(), flag.shown() + " is left out", "");
    }
  }

  private void second(CurlArgument url) {
    boolean another = !OF_A_SHELL.contains(url.value());
    if (another && !url.shown().isEmpty()) {
      findings.problem(
          url.offset(),
          "curl has no " + url.shown() + ", and " + url.plainValue() + " behind it is a second URL",
          "leave both out, if it is its value");
      return;
    }
    findings.problem(
        url.offset(),
        another
            ? "a second URL: " + url.plainValue()
            : url.value() + " is for a shell, and none is started",
        another
            ? "write each request as a command of its own, and quote a value with blanks"
            : "end the command before it; extract and assert read the answer");
  }

  /** After the last argument. */
  Request request() {
    if (urls.isEmpty()) {
      findings.problem(
          findings.begin(), "it has no URL", "write it as curl http://localhost:8089/");
    }
    // What follows a second one follows from it.
    for (var more : urls.stream().skip(1).limit(1).toList()) {
      second(more);
    }
    var url =
        urls.isEmpty()
            ? new CurlUrl("/", Optional.empty())
            : CurlUrl.of(urls.getFirst(), asWritten, findings);
    var target = url.target();
    if (get && !data.isEmpty()) {
      target = CurlUrl.withQuery(target, CurlBody.text(data, findings));
    }
    var fields = fields();
    if (fields.isEmpty() && !query.isEmpty()) {
      target = CurlUrl.withQuery(target, CurlBody.text(query, findings));
    }
    var body = body();
    return handled(
        new Request(
            Optional.empty(),
            method(!(body.body() instanceof Body.None)),
            new Template(target),
            fields,
            body.headers(),
            credentials(url),
            body.body(),
            List.of(),
            List.of(),
            Request.of("GET", "/").handling()));
  }

  private String method(boolean carries) {
    if (method != null) {
      return method.plainValue().toUpperCase(Locale.ROOT);
    }
    if (head != null && carries) {
      findings.problem(
          head.offset(), head.shown() + " has no data", "leave out one of them, or write -X HEAD");
    }
    return head != null ? "HEAD" : carries ? "POST" : "GET";
  }

  private CurlBody body() {
    var all = headers.all();
    if (form.isEmpty()) {
      return data.isEmpty() || get
          ? new CurlBody(new Body.None(), all)
          : CurlBody.of(data, all, findings);
    }
    if (!data.isEmpty()) {
      findings.problem(
          Math.max(form.getFirst().offset(), data.getFirst().offset()),
          "a body is either parts or data",
          "write either -F or -d");
    }
    return new CurlBody(CurlForm.of(form, findings), all.stream().filter(this::fitsParts).toList());
  }

  /** The type of a multipart body, which names the boundary, is Squall's to write. */
  private boolean fitsParts(Header header) {
    return !(header.name().equalsIgnoreCase(CurlBody.TYPE)
        && header.value().text().strip().equalsIgnoreCase("multipart/form-data"));
  }

  /** The query in fields; none where a part of it is none. */
  private List<Body.Field> fields() {
    var fields = new ArrayList<Body.Field>();
    for (var one : query) {
      int sign = one.value().startsWith("+") ? -1 : one.value().indexOf('=');
      var name =
          sign <= 0
              ? Optional.<String>empty()
              : CurlEncoding.decoded(one.value().substring(0, sign), CurlEncoding::text);
      if (name.isEmpty()) {
        return List.of();
      }
      fields.add(new Body.Field(name.get(), new Template(one.value().substring(sign + 1))));
    }
    return fields;
  }

  private Optional<Credentials> credentials(CurlUrl url) {
    if (user == null) {
      return url.user();
    }
    int colon = colon(user.value());
    if (colon < 0) {
      findings.problem(
          user.offset(),
          user.shown() + " names no password, and nobody is there to be asked",
          "write it as " + user.shown() + " user:password");
      return Optional.empty();
    }
    return Optional.of(
        new Credentials(
            new Template(user.value().substring(0, colon)),
            new Template(user.value().substring(colon + 1))));
  }

  /** The first one outside the braces of a variable. */
  private static int colon(String value) {
    int depth = 0;
    for (int i = 0; i < value.length(); i++) {
      depth += value.startsWith("${", i) ? 1 : depth > 0 && value.charAt(i) == '}' ? -1 : 0;
      if (depth == 0 && value.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  private Request handled(Request request) {
    var handled = headers.expectsContinue() ? request.expectContinue() : request;
    if (timeout != null) {
      var limit = CurlTransport.seconds(timeout, findings);
      handled = limit.isPresent() ? handled.timeout(limit.get()) : handled;
    }
    return redirects == null ? handled : redirected(handled, redirects);
  }

  private Request redirected(Request request, CurlArgument most) {
    try {
      int count = Integer.parseInt(most.plainValue().strip());
      if (count >= 0) {
        return request.redirects(count);
      }
      findings.problem(
          most.offset(), "redirects need an end: " + count, "write a number of them, 0 for none");
    } catch (NumberFormatException _) {
      findings.problem(
          most.offset(),
          "no number of redirects: " + most.plainValue(),
          "write it as " + most.shown() + " 5");
    }
    return request;
  }
}
