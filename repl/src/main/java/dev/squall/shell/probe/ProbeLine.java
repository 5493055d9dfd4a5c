package dev.squall.shell.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.scenario.Request;
import dev.squall.shell.line.Word;
import dev.squall.shell.line.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code POST /path?a=1 q==1 Header:value name=text count:=3}: a request in a line. {@code ==} adds
 * to the query, {@code :} is a header, {@code =} a text in a JSON body and {@code :=} JSON itself
 * there; a word that begins with a bracket is the whole body. Lines below it are headers, and
 * behind an empty line the body.
 */
public final class ProbeLine {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ITEM =
      Pattern.compile("([^=:@\\s{}\\[\\]\"]+)(==|:=|=|:)(.*)", Pattern.DOTALL);

  /** A variable that stands for a value of JSON: it is no JSON before it has one. */
  private static final Pattern HOLE = Pattern.compile("\\$\\{[^}]*}");

  private final String source;
  private final String text;
  private final List<Problem> problems = new ArrayList<>();
  private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
  private Optional<String> body = Optional.empty();

  private ProbeLine(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /**
   * The request that a text says.
   *
   * @param source what the text is, for positions
   * @throws ProblemException with all that is wrong with it
   */
  public static Request request(String source, String text) {
    return new ProbeLine(source, text).request();
  }

  private Request request() {
    int end = text.indexOf('\n');
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end = text.indexOf('\n', end + 1);
    }
    int head = head(end < 0 ? text.length() : end);
    var words = Words.of(text.substring(0, head).replace("\\\n", " \n"), 0);
    if (words.size() < 2) {
      problem(
          text.length(), "a path or a URL is missing", "GET /products, GET http://localhost:8089/");
      throw new ProblemException(problems);
    }
    var request = Request.of(words.getFirst().text().toUpperCase(Locale.ROOT), words.get(1).text());
    for (var word : words.subList(2, words.size())) {
      request = with(request, word);
    }
    request = below(request, Math.min(text.length(), head + 1));
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return withBody(request);
  }

  /** A body in brackets may go on below the first line. */
  private int head(int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean begins =
          i > 0 && (Character.isWhitespace(text.charAt(i - 1)) || text.startsWith(":=", i - 2));
      if ((c == '{' || c == '[') && begins) {
        int close = Words.endOfJson(text, i);
        if (close > end) {
          int line = text.indexOf('\n', close);
          return line < 0 ? text.length() : line;
        }
        i = close - 1;
      }
    }
    return end;
  }

  private Request with(Request request, Word word) {
    var written = word.text();
    if (!word.quoted() && (written.startsWith("{") || written.startsWith("["))) {
      body = Optional.of(written);
      return request;
    }
    var item = ITEM.matcher(written);
    if (!item.matches()) {
      problem(
          word.from(),
          "what is " + written + "?",
          "q==1 adds to the query, Header:value, name=text and count:=3 to a JSON body");
      return request;
    }
    var name = item.group(1);
    var value = item.group(3);
    return switch (item.group(2)) {
      case "==" -> request.query(name, value);
      case ":" -> request.header(name, value.strip());
      case "=" -> {
        fields.put(name, value);
        yield request;
      }
      default -> {
        fields.set(name, json(word, value));
        yield request;
      }
    };
  }

  private JsonNode json(Word word, String value) {
    if (HOLE.matcher(value).matches()) {
      return JsonNodeFactory.instance.rawValueNode(
          new com.fasterxml.jackson.databind.util.RawValue(value));
    }
    try {
      return JSON.readTree(value);
    } catch (JsonProcessingException e) {
      problem(
          word.from(),
          value + " is no JSON: " + e.getOriginalMessage(),
          "name=text puts a text in quotes by itself");
      return JsonNodeFactory.instance.nullNode();
    }
  }

  /** Headers, an empty line, the body. */
  private Request below(Request request, int from) {
    var with = request;
    int at = from;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      var line = text.substring(at, end);
      int colon = line.indexOf(':');
      if (line.isBlank()) {
        at = end + 1;
        break;
      }
      if (colon <= 0 || line.startsWith("{") || line.startsWith("[") || line.startsWith("<")) {
        break;
      }
      with = with.header(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      at = end + 1;
    }
    if (at < text.length() && !text.substring(at).isBlank()) {
      body = Optional.of(text.substring(at).strip());
    }
    return with;
  }

  private Request withBody(Request request) {
    if (!fields.isEmpty()) {
      return request.json(fields.toString());
    }
    return body.map(content ->
            content.startsWith("{") || content.startsWith("[")
                ? request.json(content)
                : request.text(content))
        .orElse(request);
  }

  private void problem(int at, String what, String hint) {
    problems.add(new Problem(Position.at(source, text, at), what, hint));
  }
}
