package dev.squall.httpx;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as a {@code .requests} file writes it.
 *
 * @param text the line of the method, the headers that a file decides about, and the body
 */
record RecordedRequest(String text) {
  /** What every request says where its file says nothing else. */
  private static final Set<String> USUAL = Set.of("User-Agent: squall", "Accept: */*");

  private static final Pattern OF_THE_CONNECTION =
      Pattern.compile("(?:Host|Content-Length): .*", Pattern.CASE_INSENSITIVE);

  static RecordedRequest of(String head, String body) {
    var lines = head.lines().filter(line -> !line.isEmpty()).toList();
    var first = lines.getFirst();
    var headers =
        lines.stream()
            .skip(1)
            .filter(line -> !USUAL.contains(line) && !OF_THE_CONNECTION.matcher(line).matches())
            .map(line -> "\n" + line)
            .collect(Collectors.joining());
    return new RecordedRequest(
        first.substring(0, first.lastIndexOf(' '))
            + headers
            + (body.isEmpty() ? "" : "\n\n" + body.replace("\r\n", "\n").stripTrailing()));
  }

  static String shown(List<RecordedRequest> requests) {
    return requests.stream()
        .map(request -> "> " + request.text + "\n")
        .collect(Collectors.joining("\n"));
  }
}
