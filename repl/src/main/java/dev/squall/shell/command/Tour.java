package dev.squall.shell.command;

import dev.squall.sheet.Display;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Three minutes from the first request to percentiles, against the practice shop.
 *
 * @param line that is entered
 * @param about what it does
 */
public record Tour(String line, String about) {
  /** All of it, in its order. */
  public static final List<Tour> STOPS =
      List.of(
          new Tour("%shop start", "a server of this machine to try things on"),
          new Tour("GET /products?limit=2", "a probe: status, size, times and body of the answer"),
          new Tour("%extract id $.products[0].id", "a value of the answer becomes a variable"),
          new Tour("%check status 200", "what the answer is held to, now and under load"),
          new Tour("%keep browse", "the probe becomes a step of a scenario, the draft"),
          new Tour("GET /products/${id}", "the variable in the next probe"),
          new Tour("%keep details", "and a second step"),
          new Tour("%steps", "the scenario so far"),
          new Tour("%burst 5 users for 5s", "the same steps as load: Ctrl-C ends it early"),
          new Tour("%plot", "its response times as a curve of percentiles"),
          new Tour("%why p99", "what the slowest of its requests waited for"),
          new Tour("%debug draft", "the same scenario, a request at a time"),
          new Tour("%debug next", "the first request and its answer; %debug back takes it back"),
          new Tour("%debug end", "enough of it"),
          new Tour("%save tour.httpx", "a file for ./squall run tour.httpx, here or anywhere"));

  /** As a list to be entered line by line. */
  static String list() {
    int widest = STOPS.stream().mapToInt(stop -> Display.width(stop.line)).max().orElse(0);
    return STOPS.stream()
        .map(stop -> ("  %-" + widest + "s   %s").formatted(stop.line, stop.about))
        .collect(
            Collectors.joining(
                "\n", "Enter these lines one after the other; each shows what it did.\n\n", ""));
  }
}
