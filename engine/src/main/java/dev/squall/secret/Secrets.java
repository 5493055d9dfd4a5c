package dev.squall.secret;

import java.util.regex.Pattern;

/** Values that no log and no screen shows, known by the names that they go under. */
public final class Secrets {
  private static final String NAMES =
      "[\\w.-]*(?:passw|passphrase|pass\\b|pwd|\\bpw\\b|token|secret|authoriz|x-auth|session|sid\\b|api[-_]?key"
          + "|private[-_]?key|jwt|card|cookie|credential)[\\w.-]*";
  private static final Pattern NAME = Pattern.compile("(?i)" + NAMES);
  private static final Pattern IN_QUERY = Pattern.compile("(?i)([?&]" + NAMES + "=)[^&\\s]*");
  private static final Pattern IN_FORM = Pattern.compile("(?im)((?:^|[?&])" + NAMES + "=)[^&\\s]*");
  private static final Pattern IN_HEAD = Pattern.compile("(?im)^(" + NAMES + ":[ \\t]*)[^\\r\\n]+");
  private static final Pattern IN_JSON =
      Pattern.compile(
          "(?i)(\""
              + NAMES
              + "\"\\s*:\\s*)"
              + "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|\\[[^\\]]*+]|\\{[^}]*+}|[\\w.+-]+)");
  private static final Pattern OF_USER = Pattern.compile("(://[^/?#@\\s]*:)[^/?#@\\s]*@");
  private static final String HIDDEN = "…";

  private Secrets() {}

  /** A value as a person may see it. */
  public static String shown(String name, String value) {
    return isSecret(name) ? HIDDEN : value;
  }

  /** Whether values under this name are for nobody to see. */
  public static boolean isSecret(String name) {
    return NAME.matcher(name).find();
  }

  /** A URL, or path and query of a request, as a person may see them. */
  public static String target(String target) {
    var url = OF_USER.matcher(target).replaceAll("$1" + HIDDEN + "@");
    return IN_QUERY.matcher(url).replaceAll("$1" + HIDDEN);
  }

  /** Header lines as a person may see them. */
  public static String head(String head) {
    return IN_HEAD.matcher(target(head)).replaceAll("$1" + HIDDEN);
  }

  /** A body as a person may see it: the members of JSON and the fields of a form. */
  public static String body(String body) {
    var json = IN_JSON.matcher(body).replaceAll("$1\"" + HIDDEN + "\"");
    return IN_FORM.matcher(json).replaceAll("$1" + HIDDEN);
  }
}
