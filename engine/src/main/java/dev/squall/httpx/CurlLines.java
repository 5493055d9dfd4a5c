package dev.squall.httpx;

import dev.squall.httpx.RequestPart.CurlText;
import java.util.ArrayList;
import java.util.List;

/** A curl command, over several lines where it would be too long. */
final class CurlLines {
  private static final int LONGEST_LINE = 100;

  private CurlLines() {}

  static String print(CurlText curl, String indent) {
    var words = curl.words().stream().map(ShellWords::quote).toList();
    var line = "curl " + String.join(" ", words);
    return indent.length() + line.length() <= LONGEST_LINE
        ? line.stripTrailing()
        : "curl " + String.join(" \\\n" + indent + "  ", lines(words, curl.words()));
  }

  /** An option and what follows it that is no option; everything else by itself. */
  private static List<String> lines(List<String> quoted, List<String> words) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < quoted.size(); i++) {
      boolean pair =
          words.get(i).startsWith("-") && i + 1 < words.size() && !words.get(i + 1).startsWith("-");
      lines.add(pair ? quoted.get(i) + " " + quoted.get(i + 1) : quoted.get(i));
      i += pair ? 1 : 0;
    }
    return lines;
  }
}
