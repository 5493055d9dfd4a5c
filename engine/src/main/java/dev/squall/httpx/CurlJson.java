package dev.squall.httpx;

import java.util.regex.Pattern;

/** Tells JSON, with holes for variables in it, from a form that is written as text. */
final class CurlJson {
  private static final int DEEPEST = 256;
  private static final Pattern SCALAR =
      Pattern.compile("true|false|null|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
  private static final Pattern HOLE = Pattern.compile("\\$\\{[^}]*}|\\$[\\p{L}_][\\p{L}\\p{Nd}_]*");
  private static final Pattern BLANK = Pattern.compile("[ \\t\\r\\n]*");

  private final String text;
  private int at;

  private CurlJson(String text) {
    this.text = text;
  }

  /** Whether it is an object or an array. */
  static boolean matches(String text) {
    var json = new CurlJson(text);
    json.take(BLANK);
    boolean compound = json.at < text.length() && "{[".indexOf(text.charAt(json.at)) >= 0;
    return compound && json.value(0) && json.at == text.length();
  }

  private boolean value(int depth) {
    take(BLANK);
    boolean fits =
        depth <= DEEPEST
            && ((take('{') && members('}', depth))
                || (take('[') && members(']', depth))
                || string()
                || take(HOLE)
                || take(SCALAR));
    take(BLANK);
    return fits;
  }

  private boolean members(char end, int depth) {
    take(BLANK);
    if (take(end)) {
      return true;
    }
    do {
      if (!(end == ']' || key()) || !value(depth + 1)) {
        return false;
      }
    } while (take(','));
    return take(end);
  }

  private boolean key() {
    take(BLANK);
    boolean fits = string() || take(HOLE);
    take(BLANK);
    return fits && take(':');
  }

  private boolean string() {
    if (!take('"')) {
      return false;
    }
    while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) != '"') {
      if (!take(HOLE)) {
        at = Math.min(text.length(), at + (text.charAt(at) == '\\' ? 2 : 1));
      }
    }
    return take('"');
  }

  private boolean take(char sign) {
    boolean there = at < text.length() && text.charAt(at) == sign;
    at += there ? 1 : 0;
    return there;
  }

  private boolean take(Pattern pattern) {
    var matcher = pattern.matcher(text).region(at, text.length());
    boolean there = matcher.lookingAt();
    at = there ? matcher.end() : at;
    return there;
  }
}
