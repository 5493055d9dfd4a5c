package dev.squall.httpx;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Body;
import dev.squall.scenario.ContentTypes;
import dev.squall.scenario.Request;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Requests as {@code curl} commands. The words read back to the same request; its name, its checks,
 * its variables and its retries are no matter of curl's and are not among them.
 */
public final class CurlPrinter {
  private static final int LONGEST_LINE = 100;
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
  private static final Pattern RANGE_SIGN = Pattern.compile("[\\[\\]\\\\]|(?<!\\$)\\{");

  private final Request request;

  /** Flags, each with its value. */
  private final List<String> arguments = new ArrayList<>();

  private CurlPrinter(Request request) {
    this.request = request;
  }

  /**
   * A command on one line, or on several where that would be long.
   *
   * @param base what a path stands on
   * @throws ProblemException where curl has no way to say it
   */
  public static String print(Request request, Optional<String> base) {
    var arguments = arguments(request, base);
    var line = "curl " + String.join(" ", arguments);
    return line.length() <= LONGEST_LINE && line.indexOf('\n') < 0
        ? line
        : "curl " + String.join(" \\\n  ", arguments);
  }

  /** What stands behind {@code curl}: the URL, and flags with their values, quoted. */
  static List<String> arguments(Request request, Optional<String> base) {
    return new CurlPrinter(request).write(base);
  }

  private List<String> write(Optional<String> base) {
    method();
    var target = target(base);
    if (RANGE_SIGN.matcher(target).find()) {
      arguments.add("-g");
    }
    arguments.add(ShellWords.quote(target));
    for (var field : request.query()) {
      add("--url-query", CurlEncoding.text(field.name()) + "=" + field.value().text());
    }
    for (var header : request.headers()) {
      var value = header.value().text();
      add("-H", value.isBlank() ? header.name() + ";" : header.name() + ": " + value);
    }
    request
        .credentials()
        .ifPresent(shown -> add("-u", shown.user().text() + ":" + shown.password().text()));
    handling();
    body();
    return arguments;
  }

  private void add(String flag, String value) {
    arguments.add(flag + " " + ShellWords.quote(value));
  }

  private void method() {
    boolean carries = !(request.body() instanceof Body.None);
    if (request.method().equals("HEAD") && !carries) {
      arguments.add("-I");
    } else if (!request.method().equals(carries ? "POST" : "GET")) {
      add("-X", request.method());
    }
  }

  private String target(Optional<String> base) {
    var target = request.target().text();
    if (ABSOLUTE.matcher(target).matches() || target.startsWith("$")) {
      return target;
    }
    var path = target.startsWith("/") ? target : "/" + target;
    return base.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url).orElse("")
        + path;
  }

  private void handling() {
    var handling = request.handling();
    handling.timeout().ifPresent(limit -> add("-m", seconds(limit)));
    handling.redirects().ifPresent(most -> add("--max-redirs", Integer.toString(most)));
    if (handling.expectsContinue()) {
      add("-H", "Expect: 100-continue");
    }
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString();
  }

  private void body() {
    switch (request.body()) {
      case Body.None() -> {}
      case Body.Text(var text) -> data(CurlBody.TEXT, text.text());
      case Body.Json(var text) -> data(CurlBody.JSON, text.text());
      case Body.WrittenForm(var text) -> {
        if (CurlJson.matches(text.text())) {
          type(CurlBody.FORM);
        }
        add("--data-raw", text.text());
      }
      case Body.Form(var fields) -> {
        fields.forEach(field ->
            add("--data-urlencode", CurlEncoding.form(field.name()) + "=" + field.value().text()));
        if (fields.isEmpty()) {
          add("--data-raw", "");
        }
      }
      case Body.Binary binary -> data("application/octet-stream", text(binary.bytes()));
      case Body.FromFile(var path, var type) -> {
        type(type.orElseGet(() -> ContentTypes.of(path)));
        add("--data-binary", "@" + literal(path));
      }
      case Body.Multipart(var parts) -> parts.forEach(this::part);
    }
  }

  private void data(String type, String text) {
    type(type);
    add("--data-raw", text);
  }

  private void type(String type) {
    if (CurlHeaders.value(request.headers(), CurlBody.TYPE).isEmpty()) {
      add("-H", CurlBody.TYPE + ": " + type);
    }
  }

  private void part(Body.Part part) {
    switch (part) {
      case Body.TextPart(var name, var value, var type) -> {
        if (type.isEmpty()) {
          add("--form-string", partName(name) + "=" + value.text());
        } else {
          add("-F", partName(name) + "=" + CurlForm.quoted(value.text()) + ending(type));
        }
      }
      case Body.FilePart(var name, var path, var type, var sentAs) ->
          add(
              "-F",
              partName(name)
                  + "=@"
                  + CurlForm.quoted(literal(path))
                  + ending(type)
                  + sentAs.map(as -> ";filename=" + CurlForm.quoted(literal(as))).orElse(""));
      case Body.TextFilePart(var name, var path, var type) ->
          add("-F", partName(name) + "=<" + CurlForm.quoted(literal(path)) + ending(type));
    }
  }

  private static String ending(Optional<String> type) {
    return type.map(text -> ";type=" + text).orElse("");
  }

  private String partName(String name) {
    if (name.indexOf('=') >= 0) {
      throw problem("the part " + name + " has a = in its name", "curl ends the name there");
    }
    return literal(name);
  }

  /** Text that is no template, where the words of a command are one. */
  private static String literal(String text) {
    return text.replace("${$}", "${$}{$}");
  }

  private String text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text.replace("$", "${$}"); // whatever follows
      }
    } catch (CharacterCodingException _) {
      // told below
    }
    throw problem(
        "a body of " + bytes.length + " bytes that are no text",
        "put them into a file: .file(path, type)");
  }

  private ProblemException problem(String what, String hint) {
    return new ProblemException(
        List.of(new Problem(Position.in("request " + request.name()), what, hint)));
  }
}
