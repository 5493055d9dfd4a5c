package dev.squall.plan;

import dev.squall.plan.Segment.Escape;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Body;
import dev.squall.scenario.Credentials;
import dev.squall.scenario.Header;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The head of a request, in segments: the request line and the headers. */
final class HeadCompiler {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final Request request;
  private final String step;
  private final TemplateCompiler templates;
  private final boolean closes;
  private final Consumer<Problem> problems;

  /** The request's own and those of the scenario that it does not replace. */
  private final List<Header> headers;

  /**
   * Prepares for one request.
   *
   * @param closes whether a connection serves one request only
   */
  HeadCompiler(
      Request request,
      List<Header> ofScenario,
      String step,
      TemplateCompiler templates,
      boolean closes,
      Consumer<Problem> problems) {
    this.request = request;
    this.step = step;
    this.templates = templates;
    this.closes = closes;
    this.problems = problems;
    this.headers = new ArrayList<>(request.headers());
    for (var header : ofScenario) {
      if (!isReplaced(header.name())) {
        headers.add(header);
      }
    }
  }

  private boolean isReplaced(String name) {
    return (name.equalsIgnoreCase("Authorization") && request.credentials().isPresent())
        || request.headers().stream().anyMatch(named(name));
  }

  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  static boolean isOneLine(String text) {
    return text.chars().allMatch(c -> (c >= ' ' || c == '\t') && c != 0x7f);
  }

  static Problem notOneLine(Position position, String name) {
    return new Problem(
        position,
        "the header " + name + " holds a line end or another control character",
        "a header is one line of text");
  }

  Segments compile(
      Optional<TargetHost> host, String prefix, Template path, BodyCompiler.Content body) {
    var to = new SegmentsBuilder();
    line(prefix, path, to);
    if (!has("Host")) {
      to.text("Host: " + host.map(TargetHost::authority).orElse("") + "\r\n");
    }
    boolean cookies = false;
    for (var header : headers) {
      if (!header.name().equalsIgnoreCase("Cookie")) {
        header(header, to);
      } else if (!cookies) {
        cookies = true;
        to.hole(new Segment.Cookies(explicitCookies()));
      }
    }
    request.credentials().ifPresent(shown -> credentials(shown, to));
    if (closes && !has("Connection")) {
      to.text("Connection: close\r\n");
    }
    if (!has("User-Agent")) {
      to.text("User-Agent: squall\r\n");
    }
    if (!has("Accept")) {
      to.text("Accept: */*\r\n");
    }
    content(body, to);
    if (!cookies) {
      to.hole(new Segment.Cookies(Segments.NONE));
    }
    return to.text("\r\n").build();
  }

  private void line(String prefix, Template path, SegmentsBuilder to) {
    to.text(request.method()).text(" ").text(prefix);
    boolean open = templates.target(path, step + ", path", to);
    boolean begun = path.text().contains("?");
    boolean needsMark = !(path.text().endsWith("?") || path.text().endsWith("&"));
    for (var field : request.query()) {
      if (open && !begun) {
        to.hole(new Segment.QueryStart());
      } else if (needsMark) {
        to.text(begun ? "&" : "?");
      }
      begun = true;
      needsMark = true;
      to.text(UrlText.encoded(field.name())).text("=");
      templates.query(field.value(), step + ", query " + field.name(), to);
    }
    to.text(" HTTP/1.1\r\n");
  }

  private void header(Header header, SegmentsBuilder to) {
    if (isFit(header)) {
      to.text(header.name()).text(": ");
      templates.text(header.value(), Escape.HEADER, step + ", header " + header.name(), to);
      to.text("\r\n");
    }
  }

  /** Whether it can be sent; a problem says why not. */
  private boolean isFit(Header header) {
    var name = header.name();
    if (!isToken(name)) {
      problem(
          "not a header name: " + name,
          "RFC 9110 §5.6.2 allows letters, digits and !#$%&'*+-.^_`|~");
    } else if (name.equalsIgnoreCase("Content-Length")
        || name.equalsIgnoreCase("Transfer-Encoding")) {
      problem(name + " is written by Squall itself", "leave it out");
    } else if (name.equalsIgnoreCase("Expect")) {
      problem(name + " is written by Squall itself", "write .expectContinue()");
    } else if (name.equalsIgnoreCase("Authorization") && request.credentials().isPresent()) {
      problem("it has both an Authorization header and .basic", "leave one of them out");
    } else if (name.equalsIgnoreCase("Content-Type")
        && request.body() instanceof Body.Multipart
        && request.headers().contains(header)) {
      problem("the type of a multipart body names its boundary", "leave out " + name);
    } else if (!isOneLine(header.value().text())) {
      problems.accept(notOneLine(Position.in(step), name));
    } else {
      return true;
    }
    return false;
  }

  /** Several Cookie headers become one (RFC 6265 §5.4). */
  private Segments explicitCookies() {
    var to = new SegmentsBuilder();
    boolean first = true;
    for (var header : headers) {
      if (header.name().equalsIgnoreCase("Cookie") && isFit(header)) {
        to.text(first ? "" : "; ");
        templates.text(header.value(), Escape.HEADER, step + ", header " + header.name(), to);
        first = false;
      }
    }
    return to.build();
  }

  private void credentials(Credentials shown, SegmentsBuilder to) {
    if (shown.user().text().replaceAll("\\$\\{[^}]*}", "").contains(":")) {
      problem("the user of .basic holds a colon", "RFC 7617 ends the user at the first colon");
    }
    var user = secret(shown.user(), "user");
    var password = secret(shown.password(), "password");
    to.text("Authorization: Basic ");
    if (user.isConstant() && password.isConstant()) {
      var both = user.constantText() + ":" + password.constantText();
      to.text(Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    } else {
      to.hole(new Segment.Basic(user, password));
    }
    to.text("\r\n");
  }

  private Segments secret(Template template, String of) {
    var to = new SegmentsBuilder();
    templates.secret(template, step + ", " + of + " of .basic", to);
    return to.build();
  }

  private void content(BodyCompiler.Content body, SegmentsBuilder to) {
    body.type()
        .filter(_ -> !has("Content-Type") || request.body() instanceof Body.Multipart)
        .ifPresent(type -> {
          if (!isOneLine(type)) {
            problems.accept(notOneLine(Position.in(step), "Content-Type"));
          }
          to.text("Content-Type: " + type + "\r\n");
        });
    if (!(request.body() instanceof Body.None) || methodExpectsBody()) {
      to.text("Content-Length: ");
      if (body.segments().isConstant()) {
        to.text(Integer.toString(body.segments().constantBytes().length));
      } else {
        to.hole(new Segment.BodyLength());
      }
      to.text("\r\n");
    }
    if (request.handling().expectsContinue()) {
      if (body.isEmpty()) {
        problem("it waits with a body that it does not have", "leave out .expectContinue()");
      }
      to.text("Expect: 100-continue\r\n");
    }
  }

  /** RFC 9110 §8.6: without content these methods still say so. */
  private boolean methodExpectsBody() {
    return switch (request.method()) {
      case "POST", "PUT", "PATCH" -> true;
      case String _ -> false;
    };
  }

  boolean asksClose() {
    return closes
        || headers.stream()
            .anyMatch(header ->
                header.name().equalsIgnoreCase("Connection")
                    && header.value().text().strip().equalsIgnoreCase("close"));
  }

  private boolean has(String name) {
    return headers.stream().anyMatch(named(name));
  }

  private static Predicate<Header> named(String name) {
    return header -> header.name().equalsIgnoreCase(name);
  }

  private void problem(String what, String hint) {
    problems.accept(new Problem(Position.in(step), what, hint));
  }
}
