package dev.squall.httpx;

import dev.squall.problem.Problem;
import dev.squall.scenario.Request;
import java.util.List;

/**
 * A {@code curl} command as a request.
 *
 * <p>Flags that change nothing here are taken in silence: those about what curl shows and keeps
 * ({@code -s -S -v -i -f -o -O -w -D -# -N --trace --stderr} and the like), those for what Squall
 * does anyway ({@code -L --http1.1 --basic --path-as-is --tcp-nodelay -p}), and the kinds of key
 * files, which are looked at ({@code --cert-type --key-type}). What is known to curl and neither
 * done nor one of these is named in a warning, and so is what curl does not know.
 *
 * @param request what is sent; the best guess where there are problems
 * @param settings what it says of connections
 * @param problems why it cannot be sent, in the order in which they were found
 * @param warnings what is left out
 */
public record CurlCommand(
    Request request, CurlSettings settings, List<Problem> problems, List<Problem> warnings) {

  public CurlCommand {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** A whole text that is one command, as it was copied: a prompt may lead. */
  public static CurlCommand of(String text) {
    var findings = new CurlFindings("curl", text, 0);
    int from = 0;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    from += text.startsWith("$ ", from) ? 2 : 0;
    var split = ShellWords.split("curl", text, from, true);
    findings.add(split.problems());
    int rest = split.end();
    while (rest < text.length() && Character.isWhitespace(text.charAt(rest))) {
      rest++;
    }
    if (rest < text.length() && text.charAt(rest) != '#') {
      findings.problem(
          rest, "something stands behind the command", "end each line but the last with \\");
    }
    return read(findings, split.words());
  }

  /** The words of a command, with or without its name, that stand in a text. */
  static CurlCommand read(String source, String text, List<ShellWord> words) {
    int begin = words.isEmpty() ? 0 : words.getFirst().at().from();
    return read(new CurlFindings(source, text, begin), words);
  }

  private static CurlCommand read(CurlFindings findings, List<ShellWord> words) {
    var reader = new CurlReader(findings);
    CurlArguments.of(words, findings).forEach(reader::take);
    var request = reader.request();
    return new CurlCommand(request, reader.settings(), findings.problems(), findings.warnings());
  }
}
