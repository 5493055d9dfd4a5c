package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.secret.Secrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Scripts of a collection: nothing is executed. The two lines that nearly every test has become a
 * check and an extractor, the others are told.
 */
final class PostmanScripts {
  private static final Pattern STATUS =
      Pattern.compile(
          "tests\\[(?:\"[^\"]*\"|'[^']*')]\\s*=\\s*responseCode\\.code\\s*={2,3}\\s*(\\d{3})"
              + "|pm\\.(?:response\\.to\\.have\\.status\\(\\s*(\\d{3})\\s*\\)"
              + "|expect\\(\\s*pm\\.response\\.code\\s*\\)\\.to\\.(?:be\\.)?(?:equals?|eql?)\\(\\s*(\\d{3})\\s*\\))");

  private static final Pattern KEPT =
      Pattern.compile(
          "(?:pm\\.(?:collectionVariables|environment|globals|variables)\\.set"
              + "|postman\\.set(?:EnvironmentVariable|GlobalVariable))"
              + "\\(\\s*[\"']([^\"'\\\\]+)[\"']\\s*,\\s*"
              + "(pm\\.response\\.json\\(\\)|JSON\\.parse\\(responseBody\\)|[A-Za-z_$][\\w$]*)"
              + "((?:\\.[A-Za-z_][\\w]*|\\[\\d{1,9}]|\\[[\"'][^\"'\\\\\\]]+[\"']])*)\\s*\\)");

  private static final Pattern ANSWER =
      Pattern.compile(
          "(?:var|let|const)\\s+([A-Za-z_$][\\w$]*)\\s*=\\s*"
              + "(?:pm\\.response\\.json\\(\\)|JSON\\.parse\\(responseBody\\))\\s*;?");

  private static final Pattern QUOTED = Pattern.compile("([\"'`])(?:(?!\\1).)*+\\1");

  /** What says nothing by itself. */
  private static final Pattern FRAME =
      Pattern.compile(
          "|//.*|[{}();\\s]+|pm\\.test\\(\\s*(?:\"[^\"]*\"|'[^']*'|`[^`]*`)\\s*,\\s*"
              + "(?:function\\s*\\(\\)|\\(\\)\\s*=>)\\s*\\{?");

  private final PostmanVariables variables;
  private final Findings findings;

  PostmanScripts(PostmanVariables variables, Findings findings) {
    this.variables = variables;
    this.findings = findings;
  }

  /** With what its tests say plainly. */
  Request on(Request request, JsonNode events, String place) {
    var with = request;
    for (var event : events) {
      if (event.path("listen").asText().equals("test")) {
        with = tested(with, lines(event), place);
      } else {
        tell(event, place);
      }
    }
    return with;
  }

  /** Those of a folder or of the whole collection. */
  void tell(JsonNode event, String place) {
    var lines = lines(event).stream().filter(line -> !isFrame(line)).toList();
    if (!lines.isEmpty()) {
      left(place, event.path("listen").asText(), lines);
    }
  }

  private void left(String place, String listen, List<String> lines) {
    findings.add(
        place,
        (lines.size() == 1 ? "a line" : lines.size() + " lines")
            + " of its "
            + Shown.text(listen)
            + (lines.size() == 1 ? " script is left out: " : " script are left out, the first: ")
            + Shown.text(withoutSecrets(lines.getFirst().strip())),
        "write it as checks and extractors, or as code(…) in Java");
  }

  private static String withoutSecrets(String line) {
    return Secrets.isSecret(line) ? QUOTED.matcher(line).replaceAll("$1…$1") : line;
  }

  private static List<String> lines(JsonNode event) {
    var lines = new ArrayList<String>();
    var exec = event.path("script").path("exec");
    if (exec.isArray()) {
      exec.forEach(line -> line.asText().lines().forEach(lines::add));
    } else {
      exec.asText().lines().forEach(lines::add);
    }
    return lines;
  }

  private static boolean isFrame(String line) {
    return FRAME.matcher(line.strip()).matches();
  }

  private Request tested(Request request, List<String> lines, String place) {
    var with = request;
    Set<String> answers = new HashSet<>();
    var rest = new ArrayList<String>();
    for (var line : lines) {
      var plain = line.strip();
      if (isFrame(plain)) {
        continue;
      }
      var answer = ANSWER.matcher(plain);
      if (answer.matches()) {
        answers.add(answer.group(1));
        continue;
      }
      var taken = taken(with, plain, answers);
      if (taken.equals(with)) {
        rest.add(plain);
      }
      with = taken;
    }
    if (!rest.isEmpty()) {
      left(place, "test", rest);
    }
    return with;
  }

  /** The same request where the line says something else, too. */
  private Request taken(Request request, String line, Set<String> answers) {
    var kept = KEPT.matcher(line);
    if (kept.find() && isAlone(line, kept.start(), kept.end())) {
      var from = kept.group(2);
      if (from.contains("(") || answers.contains(from)) {
        return request.extract(
            variables.captured(kept.group(1)), new Extractor.JsonPath("$" + kept.group(3)));
      }
    }
    var status = STATUS.matcher(line);
    if (status.find() && isAlone(line, status.start(), status.end())) {
      var code =
          IntStream.rangeClosed(1, status.groupCount())
              .mapToObj(status::group)
              .filter(Objects::nonNull)
              .findFirst()
              .orElseThrow();
      return request.check(new Extractor.Status().is(Integer.parseInt(code)));
    }
    return request;
  }

  /** Whether nothing but the frame of a test stands around it. */
  private static boolean isAlone(String line, int from, int to) {
    return isFrame(line.substring(0, from)) && isFrame(line.substring(to).replaceFirst("//.*", ""));
  }
}
