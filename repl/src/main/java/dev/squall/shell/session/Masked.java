package dev.squall.shell.session;

import static java.util.regex.Matcher.quoteReplacement;

import dev.squall.secret.Secrets;
import dev.squall.shell.line.Cells;
import dev.squall.shell.line.Part;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Lines as they were entered, with variables of the environment where secrets stood.
 *
 * @param text what may be written to a file
 * @param names variables that it asks for
 */
public record Masked(String text, Set<String> names) {
  private static final String NAME = "(?<![A-Za-z])(?<name>[A-Za-z][\\w.-]*+)";
  private static final String SCHEME = "(?<scheme>(?:Bearer|Basic|Token|Digest)\\s+)?+";

  /** A name, a quote behind the sign, and everything to its end: {@code "password": "x y"}. */
  private static final Pattern QUOTED =
      Pattern.compile(
          NAME
              + "(?<sign>\\\\?[\"']?\\s*(?:==|!=|:=|=|:|,)\\s*(?<quote>\\\\?\"|'))"
              + SCHEME
              + "(?<value>(?:(?!\\k<quote>)(?:\\\\.|[^\\n]))++)");

  /** Text blocks have quotes of their own. */
  private static final Pattern BLOCK =
      Pattern.compile(
          NAME + "(?<sign>\\s*=\\s*\"\"\"\\s*\\n)" + SCHEME + "(?<value>(?:(?!\"\"\")[\\s\\S])++)");

  /** A quote before the name: {@code -H 'Authorization: Bearer x'}, {@code "password=x y"}. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<quote>[\"'])(?<lead>)"
              + NAME
              + "(?<sign>:\\s*|==?)"
              + SCHEME
              + "(?<value>(?:(?!\\k<quote>)[^\\n&])++)");

  /** A header's line below a probe. */
  private static final Pattern HEADER =
      Pattern.compile("(?m)^" + NAME + "(?<sign>:[ \\t]+)" + SCHEME + "(?<value>.+)$");

  /** Without quotes, up to what ends a word. */
  private static final Pattern BARE =
      Pattern.compile(
          NAME
              + "(?<sign>\\\\?[\"']?\\s*(?::=|==?|:|%3[dD])\\s*)"
              + SCHEME
              + "(?<value>(?:\\$\\{[^}]*}|[^\\s\"'\\\\,;&{}\\[\\]()])++)");

  /** Commands that give a variable its value. */
  private static final Pattern SET =
      Pattern.compile("(?m)^(?<lead>\\s*%set\\s+)" + NAME + "(?<sign>[\\s=]+)(?<value>\\S.*)$");

  /** Commands that compare with one. */
  private static final Pattern CHECK =
      Pattern.compile(
          "(?m)^(?<lead>\\s*%check\\s+\\S*?)(?<name>[A-Za-z][\\w-]*)(?<sign>\\s+(?:[=!<>]+|[a-z]+)\\s+)"
              + "(?<value>[^\\s\"'$].*)$");

  private static final String USER = "\\s(?:-u|--user|-U|--proxy-user)[\\s=]*";
  private static final Pattern QUOTED_USER =
      Pattern.compile(
          "(?<lead>" + USER + "(?<quote>['\"])[^\\s:'\"]+:)(?<value>(?:(?!\\k<quote>).)++)");
  private static final Pattern BARE_USER =
      Pattern.compile("(?<lead>" + USER + "[^\\s:'\"]+:)(?<value>[^\\s'\"]+)");
  private static final Pattern USER_OF_URL =
      Pattern.compile("(?<lead>://[^/?#@\\s:\"']*:)(?<value>[^/?#@\\s\"']+)(?=@)");
  private static final Pattern COOKIES =
      Pattern.compile(
          "(?<lead>\\s(?:-b|--cookie)[\\s=]*)(?<value>'[^']*=[^']*'|\"[^\"]*=[^\"]*\"|[^\\s'\"]+=\\S*)");
  private static final Pattern BEARER =
      Pattern.compile("(?<lead>(?:\\.|\\b)bearer\\(\")(?<value>[^\"]+)(?=\"\\))");
  private static final Pattern BASIC =
      Pattern.compile("(?<lead>\\bbasic\\w*\\(\"[^\"]*\",\\s*\")(?<value>[^\"]+)(?=\"\\))");

  public Masked {
    names = Set.copyOf(names);
  }

  /** Of lines that were entered. */
  public static Masked of(String entered) {
    var names = new TreeSet<String>();
    var text = new StringBuilder();
    int at = 0;
    for (var part : Cells.of(entered, _ -> true)) {
      text.append(entered, at, part.from());
      at = Math.min(entered.length(), part.from() + part.text().length());
      // as it stands there: a part's own text has its lines joined
      var written = entered.substring(part.from(), at);
      text.append(part instanceof Part.Java ? java(written, names) : line(written, names));
    }
    return new Masked(text.append(entered.substring(at)).toString(), names);
  }

  /** Only what stands in quotes: all else is code, which would be no code any more. */
  private static String java(String text, Set<String> names) {
    var masked = pairs(BLOCK, text, names);
    masked = pairs(QUOTED, masked, names);
    masked = pairs(WITHIN, masked, names);
    masked = plain(BEARER, masked, "TOKEN", names);
    masked = plain(BASIC, masked, "PASSWORD", names);
    return plain(USER_OF_URL, masked, "PASSWORD", names);
  }

  private static String line(String text, Set<String> names) {
    var masked = pairs(SET, text, names);
    masked = pairs(CHECK, masked, names);
    masked = plain(QUOTED_USER, masked, "PASSWORD", names);
    masked = plain(BARE_USER, masked, "PASSWORD", names);
    masked = plain(USER_OF_URL, masked, "PASSWORD", names);
    masked = plain(COOKIES, masked, "COOKIE", names);
    masked = pairs(QUOTED, masked, names);
    masked = pairs(WITHIN, masked, names);
    masked = pairs(HEADER, masked, names);
    masked = pairs(BARE, masked, names);
    return plain(BEARER, masked, "TOKEN", names);
  }

  /** What is no secret is looked into once more: a text may hold names of its own. */
  private static String pairs(Pattern pattern, String text, Set<String> names) {
    var match = pattern.matcher(text);
    var masked = new StringBuilder();
    int copied = 0;
    int at = 0;
    while (match.find(at)) {
      var name = match.group("name");
      if (Secrets.isSecret(name) && !isHole(match.group("value"))) {
        masked.append(text, copied, match.start("value")).append(hole(name, names));
        copied = match.end("value");
        at = copied;
      } else {
        at = match.end("name");
      }
    }
    return masked.append(text.substring(copied)).toString();
  }

  private static String plain(Pattern pattern, String text, String name, Set<String> names) {
    return pattern
        .matcher(text)
        .replaceAll(match ->
            quoteReplacement(
                isHole(match.group("value"))
                    ? match.group()
                    : match.group("lead") + hole(name, names)));
  }

  /** Whether it is only variables, and a scheme before them: there is nothing to hide. */
  private static boolean isHole(String value) {
    return value
        .strip()
        .matches("(?:['\"]?(?:Bearer|Basic|Token|Digest)\\s+)?(?:\\$\\{[^}]*})+['\"]?");
  }

  private static String hole(String name, Set<String> names) {
    var variable = "SQUALL_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    names.add(variable);
    return "${env." + variable + "}";
  }
}
