package dev.squall.httpx;

import dev.squall.httpx.Token.Kind;
import dev.squall.load.Durations;
import dev.squall.problem.Nearest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What productions are made of: names, values, numbers, times, paths. */
final class Pieces {
  private static final String TIME_HINT = "a time is written as 250ms, 1.5s, 5m or 1h30m";

  private static final Pattern DOT = Pattern.compile("\\.");

  private Pieces() {}

  /** A name, in quotes or not. */
  static String name(Tokens in, String of) {
    if (!in.peek().isName() || in.peek().text().isEmpty()) {
      throw in.wrong(
          "expected the name of " + of + " instead of " + in.peek().described(),
          "a name is letters, digits, _ and -; any other stands in \"quotes\"");
    }
    return in.next().text();
  }

  /** A name without quotes. */
  static String plainName(Tokens in, String of) {
    if (!in.peek().isPlainName()) {
      throw in.wrong(
          "expected the name of " + of + " instead of " + in.peek().described(),
          "a name is letters, digits, _ and -");
    }
    return in.next().text();
  }

  /** A text in quotes. */
  static String string(Tokens in, String what) {
    if (in.peek().kind() != Kind.STRING) {
      throw in.wrong(
          "expected " + what + " instead of " + in.peek().described(), "it stands in \"quotes\"");
    }
    return in.next().text();
  }

  /** A text in quotes, or a word without them. */
  static Value value(Tokens in) {
    var token = in.peek();
    if (token.kind() == Kind.STRING) {
      return new Value.Quoted(in.next().text());
    }
    int end = token.endsLine() ? token.from() : Words.bareEnd(in.text(), token.from());
    if (end == token.from()) {
      throw in.wrong(
          "expected a value instead of " + token.described(),
          "a value is a word, a number, ${name} or a text in \"quotes\"");
    }
    in.jump(end);
    var word = in.text().substring(token.from(), end);
    // Behind a blank, where it is printed, its sign would open a comment.
    return word.startsWith("#") ? new Value.Quoted(word) : new Value.Bare(word);
  }

  /** {@code [a, b]}, over several lines where somebody likes. */
  static List<Value> list(Tokens in) {
    in.expect("[", "a list is written as [a, b]");
    var values = new ArrayList<Value>();
    in.passLines();
    while (!in.is("]")) {
      if (in.is("{") || in.is("[")) {
        throw in.wrong(
            "a list holds plain values", "objects come from a file: json(\"rows.json\")");
      }
      values.add(value(in));
      boolean more = in.takeAcrossLines(",");
      var mark = in.mark();
      in.passLines();
      if (!more && !in.is("]")) {
        in.reset(mark);
        throw in.wrong(
            "expected `,` or `]` instead of " + in.peek().described(),
            "a list is written as [a, b]");
      }
    }
    in.next();
    return values;
  }

  /** What follows {@code $} in a JSONPath. */
  static String path(Tokens in, int from) {
    int end = Rests.jsonPathEnd(in.text(), from);
    return in.text().substring(from, jumpTo(in, end));
  }

  /** The rest of a line, or of an item: quoted as a whole, or as it stands. */
  static String rest(Tokens in, int from, String what) {
    in.jump(from);
    int begin = in.offset();
    if (in.peek().endsLine()) {
      throw in.wrong("expected " + what + " instead of " + in.peek().described(), "");
    }
    int end = jumpTo(in, Rests.end(in.text(), begin));
    in.jump(begin);
    var first = in.text().charAt(begin) == '"' ? in.peek() : new Token(Kind.END, "", begin, begin);
    boolean quoted = first.kind() == Kind.STRING && first.to() == end;
    in.jump(end);
    var rest = quoted ? first.text() : in.text().substring(begin, end);
    if (rest.isEmpty()) {
      throw in.wrong("expected " + what + " instead of " + in.peek().described(), "");
    }
    return rest;
  }

  private static int jumpTo(Tokens in, int end) {
    if (end < 0) {
      int open = -end - 1;
      in.problems()
          .add(
              open,
              "`" + in.text().charAt(open) + "` is not closed in its line",
              "close it, or write a backslash before it");
      throw new Unreadable();
    }
    in.jump(end);
    return end;
  }

  /** A whole number from 0 to a limit. */
  static long whole(Tokens in, long least, long most, String what) {
    var token = in.peek();
    var number =
        token.kind() == Kind.WORD
            ? Figures.whole(token.text(), most).filter(n -> n >= least)
            : Optional.<Long>empty();
    if (number.isEmpty()) {
      throw in.wrong(
          "expected " + what + " instead of " + token.described(),
          least < 0 ? "a whole number" : "a whole number from " + least + " to " + most);
    }
    in.next();
    return number.get();
  }

  /** A number that is not negative. */
  static BigDecimal number(Tokens in, String what) {
    var token = in.peek();
    var number = Figures.number(token.text()).filter(n -> n.signum() >= 0);
    if (token.kind() != Kind.WORD || number.isEmpty()) {
      throw in.wrong(
          "expected " + what + " instead of " + token.described(), "a number such as 5 or 0.5");
    }
    in.next();
    return number.get();
  }

  /** A name, or the path of a list within an item: {@code post.tags}. */
  static String listName(Tokens in) {
    var token = in.peek();
    boolean path =
        token.kind() == Kind.WORD
            && token.text().indexOf('.') > 0
            && DOT.splitAsStream(token.text()).allMatch(Words::isName);
    return path ? in.next().text() : plainName(in, "a list");
  }

  /** {@code (2)} behind {@code regex}. */
  static OptionalInt group(Tokens in) {
    if (!in.take("(")) {
      return OptionalInt.empty();
    }
    int group = (int) whole(in, 0, Integer.MAX_VALUE, "the number of a group");
    in.expect(")", "regex(2):…");
    return OptionalInt.of(group);
  }

  /** {@code 30%}, or a number beside others. */
  static Weight weight(Tokens in, String what) {
    var mark = in.mark();
    var number = number(in, what);
    if (!in.is("%")) {
      return new Weight(number, false);
    }
    in.reset(mark);
    return new Weight(percent(in, what), true);
  }

  /** {@code 30%}: from 0 to 100. */
  static BigDecimal percent(Tokens in, String what) {
    var token = in.peek();
    var number = number(in, what);
    in.expect("%", "a share is written as 30%");
    if (number.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw in.wrong(token, "a share of more than 100%", "a share is from 0% to 100%");
    }
    return number;
  }

  /** {@code 0.2} or {@code 20%}, as a number from 0 to 1. */
  static BigDecimal share(Tokens in, String what) {
    var token = in.peek();
    var number = number(in, what);
    var share = in.take("%") ? Figures.canonical(number.movePointLeft(2)) : number;
    if (share.compareTo(BigDecimal.ONE) > 0) {
      throw in.wrong(token, "a share of more than 1", "a share is from 0 to 1, or from 0% to 100%");
    }
    return share;
  }

  /** A time. */
  static Duration time(Tokens in, String what) {
    var token = in.peek();
    var time = Durations.parse(token.text());
    if (token.kind() != Kind.WORD || time.isEmpty()) {
      throw in.wrong("expected " + what + " instead of " + token.described(), TIME_HINT);
    }
    in.next();
    return time.get();
  }

  /** What was probably meant, or everything that could have been. */
  static String meant(String written, Collection<String> known) {
    return Nearest.to(written, known)
        .map(near -> "did you mean `" + near + "`?")
        .orElseGet(() -> "here may stand " + String.join(", ", known.stream().sorted().toList()));
  }
}
