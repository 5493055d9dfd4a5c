package dev.squall.shell.reply;

import static java.util.regex.Matcher.quoteReplacement;

import dev.squall.secret.Secrets;
import dev.squall.stats.Trace.TracedStep;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Secrets that are known by their values: they are found where no name stands beside them. */
public final class Known {
  /** What is shorter is as likely a word of any other text. */
  public static final int SHORTEST = 6;

  /** What is this long stands in no other word by chance. */
  private static final int LONG = 16;

  private static final Pattern SCHEME = Pattern.compile("^(?i)(?:bearer|basic|token|digest)\\s+");
  private static final Pattern OF_COOKIE = Pattern.compile("^[^=;\\s]+=([^;]*).*$");
  private static final Pattern PAIR = Pattern.compile("(?:^|;\\s*)([^=;\\s]+)=([^;]*)");
  private static final Pattern HEAD_ENDS = Pattern.compile("\\r?\\n\\r?\\n");
  private static final Pattern LINE = Pattern.compile("(?m)^([\\w-]+):[ \\t]*(.*?)\\r?$");

  private Known() {}

  /** Values of an exchange that go under secret names: headers and members, either way. */
  public static Set<String> of(TracedStep step) {
    var found = new HashSet<String>();
    step.headers().forEach(header -> header(header.name(), header.value(), found));
    var sent = HEAD_ENDS.split(step.request(), 2);
    LINE.matcher(sent[0]).results().forEach(line -> header(line.group(1), line.group(2), found));
    if (sent.length > 1) {
      JsonReader.read(sent[1]).ifPresent(json -> members(json, false, found));
    }
    JsonReader.read(step.body()).ifPresent(json -> members(json, false, found));
    return found;
  }

  private static void header(String name, String value, Set<String> found) {
    if (!Secrets.isSecret(name)) {
      return;
    }
    if (name.equalsIgnoreCase("Set-Cookie")) {
      add(OF_COOKIE.matcher(value).replaceFirst("$1"), found);
    } else if (name.equalsIgnoreCase("Cookie")) {
      PAIR.matcher(value).results().forEach(pair -> add(pair.group(2), found));
    } else {
      add(SCHEME.matcher(value).replaceFirst(""), found);
    }
  }

  private static void members(Json json, boolean isSecret, Set<String> found) {
    switch (json) {
      case Json.Obj(var members) ->
          members.forEach(
              one -> members(one.value(), isSecret || Secrets.isSecret(one.name()), found));
      case Json.Arr(var items) -> items.forEach(item -> members(item, isSecret, found));
      case Json.Str(var text) -> {
        if (isSecret) {
          add(text, found);
        }
      }
      case Json.Num(var digits) -> {
        if (isSecret) {
          add(digits, found);
        }
      }
      case Json.Truth _, Json.Null _ -> {}
    }
  }

  private static void add(String value, Set<String> found) {
    if (value.length() >= SHORTEST) {
      found.add(value);
    }
  }

  /** A text without these values, and without what looks like a secret under any name. */
  public static String hidden(String text, Collection<String> secrets) {
    var hidden = text;
    for (var secret :
        secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      if (hidden.contains(secret)) {
        var quoted = Pattern.quote(secret);
        hidden =
            secret.length() >= LONG
                ? hidden.replace(secret, Masks.HIDDEN)
                : Pattern.compile("(?<!\\w)" + quoted + "(?!\\w)")
                    .matcher(hidden)
                    .replaceAll(quoteReplacement(Masks.HIDDEN));
      }
    }
    return new Masks(false).body(hidden);
  }
}
