package dev.squall.shell.session;

import dev.squall.secret.Secrets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Lines as they were entered, with variables of the environment where secrets stood.
 *
 * @param text what may be written to a file
 * @param names variables that it asks for
 */
public record Masked(String text, Set<String> names) {
  /** A name, what stands between it and its value, a scheme such as Bearer, the value. */
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<name>[A-Za-z][\\w.-]*)(?<sign>\\\\?[\"']?\\s*(?:==|:=|=|:|,)\\s*\\\\?[\"']?)"
              + "(?<scheme>(?:Bearer|Basic|Token)\\s+)?(?<value>[^\\s\"'\\\\,;&{}\\[\\]()$]+)");

  /** Commands that give a variable its value. */
  private static final Pattern SET =
      Pattern.compile("(?m)^(?<lead>\\s*%set\\s+)(?<name>[\\w.-]+)(?<sign>[\\s=]+)(?<value>\\S+)");

  private static final Pattern USER =
      Pattern.compile("(?<lead>\\s-u\\s+['\"]?[^\\s:'\"]+:)(?<value>[^\\s'\"]+)");
  private static final Pattern BEARER =
      Pattern.compile("(?<lead>\\.bearer\\(\")(?<value>[^\"$]+)(?=\"\\))");

  public Masked {
    names = Set.copyOf(names);
  }

  /** Of lines that were entered. */
  public static Masked of(String entered) {
    var names = new TreeSet<String>();
    var text =
        PAIR.matcher(entered)
            .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(pair(match, names)));
    text =
        SET.matcher(text)
            .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(set(match, names)));
    text =
        USER.matcher(text)
            .replaceAll(match ->
                java.util.regex.Matcher.quoteReplacement(
                    match.group("lead") + hole("PASSWORD", names)));
    text =
        BEARER
            .matcher(text)
            .replaceAll(match ->
                java.util.regex.Matcher.quoteReplacement(
                    match.group("lead") + hole("TOKEN", names)));
    return new Masked(text, names);
  }

  private static String pair(MatchResult match, Set<String> names) {
    var name = match.group("name");
    var scheme = match.group("scheme") == null ? "" : match.group("scheme");
    return Secrets.isSecret(name)
        ? name + match.group("sign") + scheme + hole(name, names)
        : match.group();
  }

  private static String set(MatchResult match, Set<String> names) {
    var name = match.group("name");
    return Secrets.isSecret(name) && !match.group("value").startsWith("${")
        ? match.group("lead") + name + match.group("sign") + hole(name, names)
        : match.group();
  }

  private static String hole(String name, Set<String> names) {
    var variable = "SQUALL_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    names.add(variable);
    return "${env." + variable + "}";
  }
}
