package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cells that were performed and were to be remembered. */
final class History {
  /** The one that is under way. */
  private static final int SESSION = 1;

  private final List<Contents.Entry> entries = new ArrayList<>();

  synchronized void add(int line, String code) {
    entries.add(new Contents.Entry(SESSION, line, code));
  }

  /** What a {@code history_request} asks for. */
  synchronized List<Contents.Entry> asked(ObjectNode content) {
    int most = content.path("n").asInt(Integer.MAX_VALUE);
    return switch (content.path("hist_access_type").asText()) {
      case "tail" -> last(entries, most);
      case "range" -> {
        int session = content.path("session").asInt(0);
        int start = content.path("start").asInt(1);
        int stop = content.path("stop").asInt(Integer.MAX_VALUE);
        yield session == 0 || session == SESSION
            ? entries.stream().filter(one -> one.line() >= start && one.line() < stop).toList()
            : List.of();
      }
      case "search" -> {
        var pattern = glob(content.path("pattern").asText("*"));
        var found = entries.stream().filter(one -> pattern.matcher(one.code()).matches()).toList();
        yield last(content.path("unique").asBoolean(false) ? unique(found) : found, most);
      }
      default -> List.of();
    };
  }

  private static List<Contents.Entry> last(List<Contents.Entry> all, int most) {
    return List.copyOf(all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size()));
  }

  /** Each code once, where it was entered last. */
  private static List<Contents.Entry> unique(List<Contents.Entry> all) {
    var last = new LinkedHashMap<String, Contents.Entry>();
    for (var entry : all) {
      last.remove(entry.code());
      last.put(entry.code(), entry);
    }
    return List.copyOf(last.values());
  }

  /** With {@code *} for any text and {@code ?} for any character. */
  private static Pattern glob(String pattern) {
    return Pattern.compile(
        pattern
            .codePoints()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining()),
        Pattern.DOTALL);
  }
}
