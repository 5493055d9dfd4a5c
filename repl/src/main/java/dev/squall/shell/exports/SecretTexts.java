package dev.squall.shell.exports;

import com.fasterxml.jackson.core.JsonFactory;
import dev.squall.secret.Secrets;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Secrets inside texts that are made of names and values. */
final class SecretTexts {
  private static final Pattern FIELD = Pattern.compile("(^|[?&])([^=&?#\\s]+)=([^&#\\s]*)");
  private static final Pattern COOKIE = Pattern.compile("([^=;\\s]+)=([^;]*)");
  private static final JsonFactory JSON = new JsonFactory();

  private SecretTexts() {}

  /** What stands for a value. */
  interface Hiding {
    /**
     * What stands for it in the text.
     *
     * @param written as it stands there
     * @param meaning of such a text, without escapes
     */
    String of(String name, String written, UnaryOperator<String> meaning);
  }

  /** Of what follows a question mark. */
  static String query(String target, Hiding hiding) {
    int mark = target.indexOf('?');
    return mark < 0
        ? target
        : target.substring(0, mark + 1) + form(target.substring(mark + 1), hiding);
  }

  static String form(String text, Hiding hiding) {
    return FIELD
        .matcher(text)
        .replaceAll(found -> {
          var name = decoded(found.group(2));
          var value = found.group(3);
          var shown = Secrets.isSecret(name) ? hiding.of(name, value, SecretTexts::decoded) : value;
          return quoted(found.group(1) + found.group(2) + "=" + shown);
        });
  }

  /** All of them: nobody knows which one says who somebody is. */
  static String cookies(String text, Hiding hiding) {
    return COOKIE
        .matcher(text)
        .replaceAll(found -> quoted(found.group(1) + "=" + value(found, hiding)));
  }

  private static String value(MatchResult found, Hiding hiding) {
    return hiding.of(found.group(1), found.group(2), UnaryOperator.identity());
  }

  private static String quoted(String replacement) {
    return replacement.replace("\\", "\\\\").replace("$", "\\$");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  /**
   * Texts and numbers that are members under a secret name, or stand inside of one. Holes may be
   * anywhere, so this is no reader of JSON: it only knows where strings begin and end.
   */
  static String json(String text, Hiding hiding) {
    var shown = new StringBuilder();
    // The secret name of each object and array around; empty for those that have none.
    Deque<String> around = new ArrayDeque<>();
    var key = "";
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = end(text, at);
      var token = text.substring(at, end);
      boolean isKey = c == '"' && end < text.length() && colonFollows(text, end);
      if (isKey) {
        key = unescaped(token);
      } else if (c == '{' || c == '[') {
        around.push(secret(key, around));
        key = "";
      } else if (c == '}' || c == ']') {
        around.poll();
        key = "";
      } else if (c == ',') {
        key = "";
      } else if (c == '"' || c == '-' || Character.isDigit(c)) {
        var name = secret(key, around);
        token = name.isEmpty() ? token : value(name, token, hiding);
      }
      shown.append(token);
      at = end;
    }
    return shown.toString();
  }

  private static String secret(String key, Deque<String> around) {
    if (Secrets.isSecret(key)) {
      return key;
    }
    var outer = around.isEmpty() ? "" : around.getFirst();
    return outer.isEmpty() || key.isEmpty() ? outer : outer + "_" + key;
  }

  private static String value(String name, String token, Hiding hiding) {
    if (token.charAt(0) != '"' || token.length() < 2 || !token.endsWith("\"")) {
      return hiding.of(name, token, UnaryOperator.identity());
    }
    var inner = token.substring(1, token.length() - 1);
    return '"' + hiding.of(name, inner, text -> unescaped('"' + text + '"')) + '"';
  }

  private static boolean colonFollows(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }

  /** Where the token ends that begins here: a string, a hole, a number, else one character. */
  private static int end(String text, int from) {
    char c = text.charAt(from);
    int at = from + 1;
    if (c == '"') {
      while (at < text.length() && text.charAt(at) != '"') {
        at = text.charAt(at) == '\\' ? at + 2 : text.startsWith("${", at) ? hole(text, at) : at + 1;
      }
      return Math.min(text.length(), at + 1);
    }
    if (text.startsWith("${", from)) {
      return hole(text, from);
    }
    if (c == '-' || Character.isDigit(c)) {
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    return at;
  }

  private static int hole(String text, int from) {
    int end = text.indexOf('}', from);
    return end < 0 ? text.length() : end + 1;
  }

  private static String unescaped(String string) {
    try (var parser = JSON.createParser(string)) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException _) {
      return string;
    }
  }
}
