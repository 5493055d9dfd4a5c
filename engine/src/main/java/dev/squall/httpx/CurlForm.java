package dev.squall.httpx;

import dev.squall.scenario.Body;
import dev.squall.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of {@code -F}: {@code name=text}, {@code name=@file}, {@code name=<file}, with {@code
 * ;type=} and {@code ;filename=}.
 */
final class CurlForm {
  private static final Pattern SIGNED = Pattern.compile("[;,]");

  private final CurlArgument argument;
  private final CurlFindings findings;
  private final String text;
  private Optional<String> type = Optional.empty();
  private Optional<String> sentAs = Optional.empty();
  private int at;

  private CurlForm(CurlArgument argument, CurlFindings findings) {
    this.argument = argument;
    this.findings = findings;
    this.text = argument.value();
  }

  /** The parts in order; those with a problem are missing. */
  static Body.Multipart of(List<CurlArgument> arguments, CurlFindings findings) {
    var parts = new ArrayList<Body.Part>();
    for (var argument : arguments) {
      new CurlForm(argument, findings).part().ifPresent(parts::add);
    }
    return new Body.Multipart(parts);
  }

  private Optional<Body.Part> part() {
    int sign = text.indexOf('=');
    if (sign < 0) {
      problem("a part has no name", "write it as name=text or name=@file");
      return Optional.empty();
    }
    var name = CurlArgument.plain(text.substring(0, sign));
    at = sign + 1;
    if (argument.name().equals("form-string")) {
      return Optional.of(new Body.TextPart(name, new Template(text.substring(at))));
    }
    boolean file = text.startsWith("@", at);
    boolean textFile = text.startsWith("<", at);
    at += file || textFile ? 1 : 0;
    var content = word(file);
    attributes();
    if (file || textFile) {
      return file(name, CurlArgument.plain(content), file);
    }
    if (sentAs.isPresent()) {
      problem("a text has no file name", "leave out ;filename=, or send a file with @");
    }
    return Optional.of(new Body.TextPart(name, new Template(content), type));
  }

  private Optional<Body.Part> file(String name, String path, boolean named) {
    if (path.equals("-") || path.isEmpty()) {
      problem("a part is read from a file only", "name the file behind " + (named ? "@" : "<"));
      return Optional.empty();
    }
    return Optional.of(
        named
            ? new Body.FilePart(name, path, type, sentAs)
            : new Body.TextFilePart(name, path, type));
  }

  /** Up to a semicolon, or all that stands between quotes. */
  private String word(boolean file) {
    if (text.startsWith("\"", at)) {
      var word = new StringBuilder();
      int next = at + 1;
      while (next < text.length() && text.charAt(next) != '"') {
        boolean escape = text.startsWith("\\\\", next) || text.startsWith("\\\"", next);
        next += escape ? 1 : 0;
        word.append(text.charAt(next++));
      }
      if (next < text.length()) {
        at = next + 1;
        if (at < text.length() && text.charAt(at) != ';') {
          problem(
              "something stands behind a quoted text: " + text.substring(at),
              "quote all of it, or send it with --form-string");
          at = text.length();
        }
        return word.toString();
      }
    }
    int end = text.indexOf(';', at);
    var word = text.substring(at, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end;
    if (file && word.indexOf(',') >= 0) {
      problem("a part holds one file", "write one -F for each, or quote a name with a comma");
    }
    return word;
  }

  private void attributes() {
    boolean ofType = false;
    while (at < text.length()) {
      at++;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      int from = at;
      if (text.startsWith("type=", at)) {
        at += "type=".length();
        type = Optional.of(CurlArgument.plain(word(false)));
        ofType = true;
      } else if (text.startsWith("filename=", at)) {
        at += "filename=".length();
        sentAs = Optional.of(CurlArgument.plain(word(false)));
        ofType = false;
      } else if (text.startsWith("headers=", at) || text.startsWith("encoder=", at)) {
        word(false);
        findings.warning(
            argument.offset(), text.substring(from, at) + " of a part is left out", "");
      } else if (ofType) {
        // A parameter, as in text/plain;charset=utf-8.
        type = Optional.of(type.orElse("") + ";" + CurlArgument.plain(word(false)));
      } else {
        word(false);
        problem(
            "a ; ends the value of a part: " + text.substring(from, at),
            "quote the value: name=\"a;b\", or send it with --form-string");
      }
    }
  }

  private void problem(String what, String hint) {
    findings.problem(argument.offset(), what, hint);
  }

  /** A value that {@link #word} reads as this text. */
  static String quoted(String value) {
    boolean plain =
        !SIGNED.matcher(value).find() && (value.isEmpty() || "@<\"".indexOf(value.charAt(0)) < 0);
    return plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
