package dev.squall.httpx;

import dev.squall.httpx.RequestPart.CurlText;
import dev.squall.httpx.RequestPart.RetryBlock;
import java.util.ArrayList;
import java.util.List;

/** {@code request login { curl … }} and {@code req login: curl … | assert status == 200}. */
final class RequestParser {
  private static final BlockParser<RequestPart> BLOCK =
      BlockParser.toEnd("request name { curl … }", RequestParser::part);

  private static final BlockParser<Setting> RETRY =
      BlockParser.list(
          "retry { max_attempts = 3 }", in -> SettingParser.parse(in, Key.RETRY, "retry"));

  private static final List<String> KNOWN =
      List.of("curl", "extract", "assert", "retry", "think", "timeout", "name");

  private RequestParser() {}

  static RequestBlock parse(Tokens in) {
    int from = in.next().from();
    var name = Pieces.name(in, "the request");
    var parts = in.take(":") ? inOneLine(in) : BLOCK.parse(in);
    return new RequestBlock(name, parts, in.since(from));
  }

  private static Block<RequestPart> inOneLine(Tokens in) {
    var parts = new ArrayList<RequestPart>();
    if (!in.is("curl")) {
      throw in.wrong(
          "expected `curl` instead of " + in.peek().described(), "req name: curl https://…");
    }
    parts.add(curl(in, true));
    while (in.take("|")) {
      if (in.is("extract")) {
        parts.add(ExtractParser.parse(in));
      } else if (in.is("assert")) {
        parts.add(AssertParser.parse(in));
      } else {
        throw in.wrong(
            "expected extract or assert instead of " + in.peek().described(),
            "a bar that belongs to curl stands in quotes");
      }
    }
    return Block.of(parts);
  }

  private static RequestPart part(Tokens in) {
    var token = in.peek();
    OtherStyles.refuseJson(in);
    return switch (token.word()) {
      case "curl" -> curl(in, false);
      case "extract" -> ExtractParser.parse(in);
      case "assert" -> AssertParser.parse(in);
      case "retry" -> {
        in.next();
        yield new RetryBlock(RETRY.parse(in), in.since(token.from()));
      }
      case "think" -> {
        in.next();
        yield new Think(PauseParser.parse(in), in.since(token.from()));
      }
      case "timeout", "name" -> SettingParser.parse(in, Key.REQUEST, "a request");
      default ->
          throw in.wrong(
              token.described() + " is nothing that a request has",
              token.is("-")
                  ? "where it belongs to curl, a \\ ends the line before it"
                  : Pieces.meant(token.text(), KNOWN));
    };
  }

  private static CurlText curl(Tokens in, boolean endsAtBar) {
    var word = in.next();
    var split = ShellWords.split(in.problems().source(), in.text(), word.to(), endsAtBar);
    in.problems().addAll(split.problems());
    in.jump(split.end());
    // A quote that takes the rest of the text took the end of its block with it.
    in.unclosed = !split.problems().isEmpty() && split.end() == in.text().length();
    if (split.words().isEmpty() && split.problems().isEmpty()) {
      in.problems().add(word.from(), "curl of nothing", "curl https://…");
    }
    var words = split.words().stream().map(ShellWord::text).toList();
    return new CurlText(words, in.since(word.from()));
  }
}
