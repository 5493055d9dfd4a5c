package dev.squall.httpx;

import dev.squall.httpx.Assertion.Field;
import dev.squall.httpx.RequestPart.Asserts;
import dev.squall.httpx.Token.Kind;
import dev.squall.scenario.Check;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** {@code assert status == 200, latency < 500ms}, in one line or a block. */
final class AssertParser {
  private static final BlockParser<Assertion> BLOCK =
      BlockParser.list("assert { status == 200 }", AssertParser::assertion);

  private static final List<String> KNOWN =
      List.of("status", "latency", "body", "header.", "cookie.", "regex:", "xpath:", "$.");

  private static final Set<String> OTHER_PARTS =
      Set.of("curl", "extract", "assert", "retry", "think", "timeout", "end");

  private static final String LENGTH = ".length";

  private AssertParser() {}

  static Asserts parse(Tokens in) {
    int from = in.next().from();
    var block =
        Lists.opensBlock(in)
            ? BLOCK.parse(in)
            : Lists.of(in, AssertParser::assertion, AssertParser::isNext);
    return new Asserts(block, in.since(from));
  }

  /** A whole text of them. */
  static List<Check> checks(Tokens in, CheckMeaning meaning) {
    return BLOCK.file(in).stream()
        .flatMap(line -> line.item().stream())
        .flatMap(assertion -> meaning.check(assertion).stream())
        .toList();
  }

  private static boolean isNext(Tokens in) {
    return !OTHER_PARTS.contains(in.peek().word()) && !in.is("}");
  }

  private static Assertion assertion(Tokens in) {
    int from = in.offset();
    var field = field(in);
    var relation = RelationParser.parse(in);
    return new Assertion(
        field, field instanceof Field.Latency ? inTime(relation) : relation, in.since(from));
  }

  private static Field field(Tokens in) {
    var token = in.peek();
    int at = token.from();
    if (in.text().startsWith("$", at) && !in.text().startsWith("${", at)) {
      return new Field.JsonPath("$" + Pieces.path(in, at + 1));
    }
    if (token.kind() != Kind.WORD) {
      throw unknown(in, token);
    }
    var word = token.text();
    if (word.equals("body") || word.startsWith("body.")) {
      return body(Pieces.path(in, at + "body".length()));
    }
    if (word.startsWith("header.")) {
      in.next();
      return new Field.Header(word.substring("header.".length()));
    }
    if (word.startsWith("cookie.")) {
      in.next();
      return new Field.Cookie(word.substring("cookie.".length()));
    }
    return switch (word) {
      case "status" -> {
        in.next();
        yield new Field.Status();
      }
      case "latency" -> {
        in.next();
        yield new Field.Latency();
      }
      case "regex" -> {
        in.next();
        var group = Pieces.group(in);
        yield new Field.Regex(quoted(in, "regex", "a pattern"), group);
      }
      case "xpath" -> {
        in.next();
        yield new Field.XPath(quoted(in, "xpath", "an XPath"));
      }
      case "header" -> {
        in.next();
        yield new Field.Header(quoted(in, "header", "the name of a header"));
      }
      case "cookie" -> {
        in.next();
        yield new Field.Cookie(quoted(in, "cookie", "the name of a cookie"));
      }
      default -> throw unknown(in, token);
    };
  }

  private static Field body(String path) {
    return path.endsWith(LENGTH)
        ? new Field.Body(path.substring(0, path.length() - LENGTH.length()), true)
        : new Field.Body(path, false);
  }

  private static String quoted(Tokens in, String kind, String what) {
    in.expect(":", kind + ":\"…\"");
    return Pieces.string(in, what);
  }

  private static Unreadable unknown(Tokens in, Token token) {
    return in.wrong(
        "nothing is asserted of " + token.described(), Pieces.meant(token.text(), KNOWN));
  }

  /** Bare numbers beside a latency are milliseconds. */
  private static Relation inTime(Relation relation) {
    return switch (relation) {
      case Relation.Exists exists -> exists;
      case Relation.Compare(var by, var with) -> new Relation.Compare(by, millis(with));
      case Relation.In(var values) ->
          new Relation.In(values.stream().map(AssertParser::millis).toList());
      case Relation.Between(var least, var most) ->
          new Relation.Between(millis(least), millis(most));
    };
  }

  private static Value millis(Value value) {
    return Figures.number(value.text())
        .map(BigDecimal::toPlainString)
        .<Value>map(number -> new Value.Bare(number + "ms"))
        .orElse(value);
  }
}
