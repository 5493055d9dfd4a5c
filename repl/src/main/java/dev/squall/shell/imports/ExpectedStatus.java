package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import java.util.List;
import java.util.stream.Stream;

/** Which status a description promises: the lowest of success, else the lowest redirect. */
final class ExpectedStatus {
  private final List<String> documented;

  ExpectedStatus(JsonNode responses) {
    this.documented = responses.properties().stream().map(each -> each.getKey()).toList();
  }

  boolean isWebSocket() {
    return documented.contains("101") && of('2').findAny().isEmpty();
  }

  private Stream<String> of(char hundred) {
    return documented.stream()
        .filter(code -> code.length() == 3 && code.charAt(0) == hundred)
        .filter(code -> code.substring(1).matches("\\d\\d|[xX]{2}"))
        .map(code -> code.replace('x', 'X'))
        .sorted();
  }

  Request on(Request request) {
    var success = of('2').findFirst();
    if (success.isPresent()) {
      return checked(request, success.get());
    }
    return of('3')
        .filter(code -> !code.equals("304"))
        .findFirst()
        .map(code -> checked(request.noRedirects(), code))
        .orElse(request);
  }

  private static Request checked(Request request, String code) {
    var status = new Extractor.Status();
    int first = (code.charAt(0) - '0') * 100;
    return request.check(
        code.endsWith("XX")
            ? status.isBetween(first, first + 99)
            : status.is(Integer.parseInt(code)));
  }
}
