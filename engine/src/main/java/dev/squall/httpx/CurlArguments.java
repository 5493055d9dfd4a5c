package dev.squall.httpx;

import dev.squall.problem.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Words to arguments: which words are flags, and which are values of flags. */
final class CurlArguments {
  private final List<ShellWord> words;
  private final CurlFindings findings;
  private final List<CurlArgument> arguments = new ArrayList<>();
  private int next;

  /** The flag just before, where nobody knows whether it takes a value. */
  private String unknown = "";

  private CurlArguments(List<ShellWord> words, CurlFindings findings) {
    this.words = words;
    this.findings = findings;
  }

  /** In order; the command's own name may lead. */
  static List<CurlArgument> of(List<ShellWord> words, CurlFindings findings) {
    return new CurlArguments(words, findings).read();
  }

  private List<CurlArgument> read() {
    boolean flags = true;
    next = !words.isEmpty() && words.getFirst().text().equals("curl") ? 1 : 0;
    while (next < words.size()) {
      var word = words.get(next++);
      var before = unknown;
      unknown = "";
      if (flags && word.text().equals("--")) {
        flags = false;
      } else if (flags && word.text().startsWith("--")) {
        longFlag(word);
      } else if (flags && word.text().startsWith("-") && word.text().length() > 1) {
        shortFlags(word);
      } else {
        arguments.add(new CurlArgument("", before, word.text(), word.at().from()));
      }
    }
    return List.copyOf(arguments);
  }

  private void longFlag(ShellWord word) {
    var name = word.text().substring(2);
    int sign = name.indexOf('=');
    if (sign > 0 && CurlFlags.isKnown(name.substring(0, sign))) {
      findings.problem(
          word.at().from(),
          "curl has no = between a flag and its value",
          "write it as --" + name.substring(0, sign) + " " + name.substring(sign + 1));
    } else {
      flag(name, word.text(), "", word);
    }
  }

  private void shortFlags(ShellWord word) {
    var text = word.text();
    for (int i = 1; i < text.length(); i++) {
      var name = CurlFlags.named(text.charAt(i));
      boolean takes = CurlFlags.takesValue(name);
      flag(name, "-" + text.charAt(i), takes ? text.substring(i + 1) : "", word);
      if (takes) {
        return;
      }
    }
  }

  private void flag(String name, String shown, String glued, ShellWord word) {
    if (!CurlFlags.isKnown(name)) {
      unknown = shown;
      var nearest = Nearest.to(name, CurlFlags.known());
      findings.warning(
          word.at().from(),
          "curl has no " + shown + ", so it is left out",
          nearest.map(known -> "did you mean --" + known + "?").orElse(""));
    } else if (!CurlFlags.takesValue(name) || !glued.isEmpty()) {
      arguments.add(new CurlArgument(name, shown, glued, word.at().from()));
    } else if (next < words.size()) {
      arguments.add(new CurlArgument(name, shown, words.get(next++).text(), word.at().from()));
    } else {
      findings.problem(word.at().from(), shown + " has no value", "write it behind " + shown);
    }
  }
}
