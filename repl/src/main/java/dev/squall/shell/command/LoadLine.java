package dev.squall.shell.command;

import dev.squall.httpx.Httpx;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much and how long, as a person says it: {@code 20 users for 10s}, {@code 100/s for 30s},
 * {@code 1000 iterations by 5 users}, {@code 0 to 20 users in 5s, then 20 users for 10s}. It is put
 * into the words of {@code .httpx}, which may stand there as they are, and what is wrong with them
 * is told where the person wrote it.
 */
final class LoadLine {
  static final String HINT =
      "20 users for 10s, 100/s for 30s, 1000 iterations by 5 users, 0 to 20 users in 5s";

  private static final String USUAL_TIME = "10s";
  private static final Pattern BEGINS =
      Pattern.compile("-?\\d.*|\\{.*|(?:vus|rps|duration|iterations|ramp_up)\\b.*", Pattern.DOTALL);
  private static final Pattern PIECE =
      Pattern.compile("\\d+(?:\\.\\d+)?(?=/)|/(?:second|sec|s)\\b|,|[^\\s,]+");
  private static final Pattern THEN = Pattern.compile(",?\\s*\\bthen\\b\\s*");
  private static final Pattern STAGE =
      Pattern.compile(
          "\\s*(?:(\\S+)\\s+to\\s+)?(\\d[\\d.]*)\\s*(users?|vus?|/s|rps)\\s+(?:in|for)\\s+(\\S+)\\s*");
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("users", "vus"),
          Map.entry("user", "vus"),
          Map.entry("vu", "vus"),
          Map.entry("/s", " rps"),
          Map.entry("/sec", " rps"),
          Map.entry("/second", " rps"),
          Map.entry("iteration", "iterations"),
          Map.entry("by", "with"));

  private final String line;
  private final int from;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> places = new ArrayList<>();
  private boolean inWords = true;

  private LoadLine(String line, int from) {
    this.line = line;
    this.from = from;
  }

  /** Whether a word begins a load, and names nothing that could be loaded. */
  static boolean begins(String word) {
    return BEGINS.matcher(word).matches();
  }

  /**
   * The load that stands in a line.
   *
   * @param from where it begins
   * @throws ProblemException with places in the line
   */
  static Httpx.HowMuch of(String line, int from) {
    var load = new LoadLine(line, from);
    load.translate();
    try {
      return Httpx.load("command", load.text.toString());
    } catch (ProblemException e) {
      throw new ProblemException(e.problems().stream().map(load::placed).toList());
    }
  }

  private void translate() {
    var said = line.substring(from);
    if (said.isBlank() || !Character.isDigit(said.strip().charAt(0))) {
      inWords = false;
      put(said, from);
    } else if (THEN.matcher(said).find() || said.matches("(?s)\\s*\\S+\\s+to\\s.*")) {
      stages(said);
    } else {
      words(said);
    }
  }

  private void words(String said) {
    var all = PIECE.matcher(said).results().toList();
    var last = from + said.stripTrailing().length();
    boolean shared = all.stream().anyMatch(piece -> piece.group().equals("shared"));
    for (var piece : all) {
      if (!piece.group().equals("shared")) {
        put(WORDS.getOrDefault(piece.group(), piece.group()) + " ", from + piece.start());
      }
    }
    if (has(all, "iterations", "iteration")) {
      if (!has(all, "by", "with")) {
        put(" with 1 vus", last);
      }
      put(shared ? " shared" : "", last);
    } else if (all.size() == 2 && has(all, WORDS.keySet().toArray(String[]::new))) {
      put(" for " + USUAL_TIME, last);
    }
  }

  private static boolean has(List<MatchResult> all, String... words) {
    return all.stream().anyMatch(piece -> List.of(words).contains(piece.group()));
  }

  /** One behind the other, each from its own level, as a load of several parts is printed. */
  private void stages(String said) {
    put("{ ", from);
    int begin = 0;
    var then = THEN.matcher(said);
    while (begin <= said.length()) {
      int end = then.find() ? then.start() : said.length();
      stage(said.substring(begin, end), from + begin);
      begin = end == said.length() ? end + 1 : then.end();
    }
    put(" }", from + said.stripTrailing().length());
  }

  private void stage(String said, int at) {
    var parts = STAGE.matcher(said);
    if (!parts.matches()) {
      throw new ProblemException(
          List.of(
              new Problem(
                  Position.at("command", line, at),
                  "this is no part of a load: " + said.strip(),
                  "0 to 20 users in 5s, then 20 users for 10s")));
    }
    var level = parts.group(3).startsWith("u") || parts.group(3).startsWith("v") ? "vus" : "rps";
    int first = parts.group(1) == null ? 2 : 1;
    put("stage { from = ", at);
    put(parts.group(first), at + parts.start(first));
    put(", " + level + " = ", at);
    put(parts.group(2), at + parts.start(2));
    put(", duration = ", at);
    put(parts.group(4), at + parts.start(4));
    put(" }\n", at);
  }

  private void put(String piece, int place) {
    // What was written as it stands keeps its places; what was put instead begins where it stood.
    boolean asWritten = line.startsWith(piece, place);
    for (int i = 0; i < piece.length(); i++) {
      places.add(asWritten ? place + i : place);
    }
    text.append(piece);
  }

  private Problem placed(Problem problem) {
    int at =
        switch (problem.position()) {
          case Position.InText(_, var row, var column, _) -> offset(row, column);
          case Position.InFile(_, var row, var column) -> offset(row, column);
          case Position.InObject _ -> 0;
        };
    int place = at < places.size() ? places.get(at) : line.stripTrailing().length();
    return new Problem(
        Position.at("command", line, place), said(problem.what()), hint(problem.hint()));
  }

  private int offset(int row, int column) {
    int begin = 0;
    for (int i = 1; i < row; i++) {
      begin = text.indexOf("\n", begin) + 1;
    }
    return text.offsetByCodePoints(begin, column - 1);
  }

  private String said(String what) {
    return inWords
        ? what.replace("vus, rps or iterations", "users, /s or iterations")
            .replace("`vus`", "`users`")
            .replace("`with`", "`by`")
        : what;
  }

  private String hint(String hint) {
    return hint.startsWith("load 10 vus") ? HINT : hint;
  }
}
