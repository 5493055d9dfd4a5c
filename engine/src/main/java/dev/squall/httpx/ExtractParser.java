package dev.squall.httpx;

import dev.squall.httpx.Extract.Rule;
import dev.squall.httpx.RequestPart.Extracts;
import dev.squall.scenario.Capture;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code extract token = $.token, id = header:X-Id}, in one line or a block. */
final class ExtractParser {
  private static final BlockParser<Extract> BLOCK =
      BlockParser.list("extract { name = $.path }", ExtractParser::extract);

  private ExtractParser() {}

  static Extracts parse(Tokens in) {
    int from = in.next().from();
    var block =
        Lists.opensBlock(in)
            ? BLOCK.parse(in)
            : Lists.of(in, ExtractParser::extract, ExtractParser::isNext);
    return new Extracts(block, in.since(from));
  }

  /** A whole text of them. */
  static List<Capture> captures(Tokens in) {
    return BLOCK.file(in).stream()
        .flatMap(line -> line.item().stream())
        .map(extract -> new Capture(extract.name(), CheckMeaning.extractor(extract.rule())))
        .toList();
  }

  private static boolean isNext(Tokens in) {
    return in.peek().isPlainName() && in.follows(token -> token.is("="));
  }

  private static Extract extract(Tokens in) {
    int from = in.offset();
    var name = Pieces.plainName(in, "a variable");
    in.expect("=", name + " = $.path");
    var rule = rule(in);
    return new Extract(name, rule, in.since(from));
  }

  private static Rule rule(Tokens in) {
    int at = in.offset();
    if (in.text().startsWith("$", at) && !in.text().startsWith("${", at)) {
      return new Rule.JsonPath("$" + Pieces.path(in, at + 1));
    }
    var kind = in.peek();
    var whole = whole(kind);
    if (whole.isPresent() && !in.follows(token -> token.is(":"))) {
      in.next();
      return whole.get();
    }
    boolean grouped = kind.is("regex") && in.text().startsWith("(", kind.to());
    if (!Set.of("xpath", "regex", "header", "cookie").contains(kind.text())
        || !(grouped || in.text().startsWith(":", kind.to()))) {
      throw in.wrong(
          "nothing is extracted by " + kind.described(),
          "$.json.path, xpath://a, regex:id=(\\d+), header:Name or cookie:name");
    }
    in.next();
    var group = Pieces.group(in);
    in.expect(":", "regex(2):(a)(b)");
    int rest = in.behind();
    return switch (kind.text()) {
      case "xpath" -> new Rule.XPath(Pieces.rest(in, rest, "an XPath"));
      case "regex" -> new Rule.Regex(Pieces.rest(in, rest, "a pattern"), group);
      case "header" -> new Rule.Header(word(in, rest));
      default -> new Rule.Cookie(word(in, rest));
    };
  }

  private static Optional<Rule> whole(Token kind) {
    return switch (kind.word()) {
      case "status" -> Optional.of(new Rule.Status());
      case "latency" -> Optional.of(new Rule.Latency());
      case "body" -> Optional.of(new Rule.Body());
      default -> Optional.empty();
    };
  }

  private static String word(Tokens in, int from) {
    in.jump(from);
    return Pieces.value(in).text();
  }
}
