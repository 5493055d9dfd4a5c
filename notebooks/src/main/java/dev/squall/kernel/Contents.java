package dev.squall.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.kernel.wire.Author;
import dev.squall.sheet.SheetHtml;
import dev.squall.shell.Completeness;
import dev.squall.shell.Completion;
import dev.squall.shell.Reply;
import dev.squall.shell.command.Candidate;
import dev.squall.shell.display.Bundle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** What messages say, as the protocol wants it said. */
final class Contents {
  private static final String JAVA_DOCUMENTATION = "https://docs.oracle.com/en/java/javase/25/";

  /** Read on light and on dark alike. */
  private static final String RED = "\033[31m";

  private static final String PLAIN = "\033[0m";

  private static final int REPLACEMENT = 0xFFFD;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ANSI = Pattern.compile("\033\\[[\\d;]*m");

  private Contents() {}

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Every reply has a status. */
  static ObjectNode ok() {
    return empty().put("status", "ok");
  }

  static ObjectNode state(String state) {
    return empty().put("execution_state", state);
  }

  static ObjectNode kernelInfo(String version) {
    var info =
        ok().put("protocol_version", Author.PROTOCOL)
            .put("implementation", "squall")
            .put("implementation_version", version)
            .put(
                "banner",
                "Squall "
                    + version
                    + " · Java "
                    + Runtime.version().feature()
                    + " · %help · %tour");
    info.putObject("language_info")
        .put("name", "java")
        .put("version", Runtime.version().toString())
        .put("mimetype", "text/x-java")
        .put("file_extension", ".jsh")
        .put("pygments_lexer", "java")
        .put("codemirror_mode", "text/x-java");
    info.putArray("help_links").addObject().put("text", "Java 25").put("url", JAVA_DOCUMENTATION);
    info.putArray("supported_features");
    return info;
  }

  /** A value to be shown. */
  static ObjectNode display(Bundle bundle) {
    var content = empty();
    content.set("data", data(bundle));
    content.putObject("metadata");
    content.putObject("transient");
    return content;
  }

  /**
   * The same.
   *
   * @param id by which it can be shown anew
   */
  static ObjectNode display(Bundle bundle, String id) {
    var content = display(bundle);
    content.putObject("transient").put("display_id", id);
    return content;
  }

  /** What a client shows beside the cell. */
  static ObjectNode page(Bundle bundle) {
    var page = empty().put("source", "page").put("start", 0);
    page.set("data", data(bundle));
    return page;
  }

  /** The value of a cell. */
  static ObjectNode result(Bundle bundle, int count) {
    var content = empty().put("execution_count", count);
    content.set("data", data(bundle));
    content.putObject("metadata");
    return content;
  }

  private static ObjectNode data(Bundle bundle) {
    var data = empty();
    bundle.data().forEach((type, form) -> data.set(type, form(type, form)));
    return data;
  }

  /** A half of a character is none: a notebook with one cannot be saved. */
  static String whole(String text) {
    return text.codePoints().noneMatch(Contents::isHalf)
        ? text
        : text.codePoints()
            .map(one -> isHalf(one) ? REPLACEMENT : one)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** JSON goes as such, also where a person has it as text. */
  private static JsonNode form(String type, Object form) {
    if (form instanceof JsonNode json) {
      return json;
    }
    var text = whole(String.valueOf(form));
    try {
      return type.endsWith("json") ? JSON.readTree(text) : JsonNodeFactory.instance.textNode(text);
    } catch (JsonProcessingException _) {
      return JsonNodeFactory.instance.textNode(text);
    }
  }

  /** Why a cell did not go through. */
  static ObjectNode error(Reply.Failure failure) {
    var content =
        empty().put("ename", whole(failure.name())).put("evalue", whole(failure.message()));
    var lines = content.putArray("traceback");
    var first = new AtomicBoolean(!failure.stopped());
    failure
        .text()
        .lines()
        .forEach(line -> lines.add(whole(first.getAndSet(false) ? RED + line + PLAIN : line)));
    return content;
  }

  static ObjectNode complete(String code, Completion found) {
    var content = ok();
    var matches = content.putArray("matches");
    var typed = empty();
    var types = typed.putArray("_jupyter_types_experimental");
    int from = points(code, found.from());
    int to = points(code, found.to());
    for (var candidate : found.candidates()) {
      matches.add(candidate.text());
      types
          .addObject()
          .put("start", from)
          .put("end", to)
          .put("text", candidate.text())
          .put("type", kind(candidate))
          .put("signature", candidate.description());
    }
    content.put("cursor_start", from).put("cursor_end", to);
    content.set("metadata", typed);
    return content;
  }

  /** As pages have pictures for it; Java's own are known by how they are written. */
  private static String kind(Candidate candidate) {
    var text = candidate.text();
    return switch (candidate.kind()) {
      case "command" -> "magic";
      case "java" ->
          text.contains("(")
              ? "function"
              : SourceVersion.isKeyword(text)
                  ? "keyword"
                  : text.matches("\\p{Lu}.*\\p{Ll}.*") ? "class" : "instance";
      default -> candidate.kind();
    };
  }

  /** Documentation in three forms, of which a client takes the best that it can. */
  static ObjectNode inspect(Optional<Bundle> found) {
    var content = ok().put("found", found.isPresent());
    content.set(
        "data", found.map(Contents::document).map(Contents::data).orElseGet(Contents::empty));
    content.putObject("metadata");
    return content;
  }

  private static Bundle document(Bundle page) {
    var plain = ANSI.matcher(page.text()).replaceAll("");
    var all = page;
    if (!page.data().containsKey(Bundle.HTML)) {
      all = all.with(Bundle.HTML, "<pre>" + SheetHtml.escaped(plain) + "</pre>");
    }
    if (!page.data().containsKey(Bundle.MARKDOWN)) {
      all = all.with(Bundle.MARKDOWN, "```text\n" + plain.stripTrailing() + "\n```");
    }
    return all;
  }

  static ObjectNode completeness(Completeness completeness) {
    return switch (completeness) {
      case Completeness.Complete _ -> empty().put("status", "complete");
      case Completeness.Incomplete(var indent) ->
          empty().put("status", "incomplete").put("indent", indent);
      case Completeness.Invalid _ -> empty().put("status", "invalid");
    };
  }

  /** Cells, the oldest first; with what they gave where that is wanted. */
  static ObjectNode history(List<History.Entry> entries, boolean withOutputs) {
    var content = ok();
    var all = content.putArray("history");
    for (var entry : entries) {
      var one = all.addArray().add(entry.session()).add(entry.line());
      if (withOutputs) {
        one.addArray().add(entry.code()).add(entry.output());
      } else {
        one.add(entry.code());
      }
    }
    return content;
  }

  /** The protocol counts code points where Java counts chars. */
  private static int points(String code, int index) {
    return code.codePointCount(0, Math.clamp(index, 0, code.length()));
  }

  /** The index of a place that the protocol counts in code points; any place is one. */
  static int index(String code, int points) {
    return code.offsetByCodePoints(0, Math.clamp(points, 0, code.codePointCount(0, code.length())));
  }
}
