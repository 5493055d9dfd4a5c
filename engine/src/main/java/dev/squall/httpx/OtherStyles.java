package dev.squall.httpx;

import dev.squall.httpx.Token.Kind;
import java.util.Set;
import java.util.regex.Pattern;

/** Ways of writing that are not taken up: refused by name, with what to write instead. */
final class OtherStyles {
  private static final Set<String> PARTS =
      Set.of("curl", "extract", "assert", "retry", "method", "url", "headers", "body");

  private static final Pattern LOAD_OF_JSON = Pattern.compile("load\\s*:\\s*\\{");

  private OtherStyles() {}

  /** At the top of a file. */
  static void refuse(Tokens in) {
    var token = in.peek();
    if (token.is("@")) {
      refuseAt(in);
    }
    refuseShared(in);
    if (token.isPlainName() && in.follows(next -> next.is("="))) {
      throw passLines(in, refuseAssigned(in, token.text()));
    }
  }

  private static Unreadable refuseAssigned(Tokens in, String name) {
    var value = rest(in).substring(rest(in).indexOf('=') + 1).strip();
    return value.startsWith("curl") || value.startsWith("load(") || value.contains(">>")
        ? in.wrong(
            "the style `name = curl … >> extract …` is not spoken here",
            "write request " + name + " { curl … } and scenario name { load … run … }")
        : in.wrong("`" + name + " = …` begins nothing that a file has", "var " + name + " = value");
  }

  /** Anywhere in a scenario. */
  static void refuseShared(Tokens in) {
    var word = in.peek().word();
    if ((word.equals("shared") && in.follows(Token::isName)) || word.startsWith("shared.")) {
      throw in.wrong(
          "`shared` variables are not spoken here",
          "write data name = [a, b] for values, or extract them in setup { run … }");
    }
  }

  private static void refuseAt(Tokens in) {
    var at = in.next();
    var word = in.peek().word();
    throw passTo(
        in,
        in.wrong(
            at,
            "the style `@" + word + " … end` is not spoken here",
            "write " + (word.equals("scenario") ? word : "request") + " name { … }"));
  }

  /** In a request; all of its block is passed. */
  static void refuseJson(Tokens in) {
    var token = in.peek();
    boolean named = token.kind() == Kind.STRING || PARTS.contains(token.word());
    if (named && in.follows(next -> next.is(":"))) {
      refuseBlock(
          in, "write curl https://… , extract { name = $.path } and assert { status == 200 }");
    }
  }

  /** In a scenario. */
  static void refuseFlow(Tokens in) {
    var token = in.peek();
    boolean named = token.kind() == Kind.STRING || token.is("flow") || token.is("steps");
    if ((named && in.follows(next -> next.is(":"))) || beginsLoadOfJson(in)) {
      refuseBlock(in, "write load 10 vus for 1m and run a -> b");
    }
  }

  private static boolean beginsLoadOfJson(Tokens in) {
    return LOAD_OF_JSON.matcher(in.text()).region(in.offset(), in.text().length()).lookingAt();
  }

  private static String rest(Tokens in) {
    return in.text().substring(in.offset(), in.lineEnd(in.offset()));
  }

  private static void refuseBlock(Tokens in, String hint) {
    var refused = in.wrong("a block in the style of JSON is not spoken here", hint);
    in.jump(Recovery.blockEnd(in, in.offset()));
    in.refused = true;
    throw refused;
  }

  /** Behind the line that is only {@code end}, or before what begins something else. */
  private static Unreadable passTo(Tokens in, Unreadable refused) {
    while (in.peek().kind() != Kind.END) {
      in.jump(in.lineEnd(in.offset()));
      in.passLines();
      if (in.is("end") || in.is("@") || FileParser.begins(in)) {
        in.take("end");
        break;
      }
    }
    in.takeStrays();
    in.refused = true;
    return refused;
  }

  /** Behind the line and those that go on with it. */
  private static Unreadable passLines(Tokens in, Unreadable refused) {
    boolean more = true;
    while (more) {
      int end = in.lineEnd(in.offset());
      boolean continued = in.text().substring(in.offset(), end).stripTrailing().endsWith("\\");
      in.jump(end);
      var mark = in.mark();
      in.passLines();
      more = in.peek().kind() != Kind.END && (continued || in.is(">>"));
      if (!more) {
        in.reset(mark);
      }
    }
    in.refused = true;
    return refused;
  }
}
