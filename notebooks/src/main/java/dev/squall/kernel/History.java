package dev.squall.kernel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.shell.session.Masked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cells that were performed and were to be remembered, also those of earlier sessions; without
 * their secrets.
 */
final class History {
  private static final int MOST_OUTPUT = 2_000;

  private final HistoryFile file;
  private final List<Entry> entries;

  /**
   * A cell.
   *
   * @param session from 1, across all sessions
   * @param line its number in that, from 1
   * @param output what it gave as text; empty where that is not known
   */
  record Entry(int session, int line, String code, String output) {}

  /** With what is in a file, to which it adds. */
  History(Path path) {
    file = new HistoryFile(path);
    entries = new ArrayList<>(file.earlier());
  }

  synchronized void add(int line, String code) {
    var entry = new Entry(file.session(), line, Masked.of(code).text(), "");
    entries.add(entry);
    file.add(entry);
  }

  /** What the last cell gave. */
  synchronized void gave(int line, String text) {
    var last = entries.getLast();
    if (last.line() == line) {
      var output = text.length() > MOST_OUTPUT ? text.substring(0, MOST_OUTPUT) + "…" : text;
      entries.set(entries.size() - 1, new Entry(last.session(), last.line(), last.code(), output));
    }
  }

  /** What a {@code history_request} asks for. */
  synchronized List<Entry> asked(ObjectNode content) {
    int most = content.path("n").asInt(Integer.MAX_VALUE);
    return switch (content.path("hist_access_type").asText()) {
      case "tail" -> last(entries, most);
      case "range" -> {
        int asked = content.path("session").asInt(0);
        // 0 is this one, and those before it are counted backwards
        int session = asked > 0 ? asked : file.session() + asked;
        int start = content.path("start").asInt(1);
        int stop = content.path("stop").asInt(Integer.MAX_VALUE);
        yield entries.stream()
            .filter(one -> one.session() == session)
            .filter(one -> one.line() >= start && one.line() < stop)
            .toList();
      }
      case "search" -> {
        var pattern = glob(content.path("pattern").asText("*"));
        var found = entries.stream().filter(one -> pattern.matcher(one.code()).matches()).toList();
        yield last(content.path("unique").asBoolean(false) ? unique(found) : found, most);
      }
      default -> List.of();
    };
  }

  private static List<Entry> last(List<Entry> all, int most) {
    return List.copyOf(all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size()));
  }

  /** Each code once, where it was entered last. */
  private static List<Entry> unique(List<Entry> all) {
    var last = new LinkedHashMap<String, Entry>();
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
