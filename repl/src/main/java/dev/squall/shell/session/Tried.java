package dev.squall.shell.session;

import dev.squall.scenario.Request;
import dev.squall.shell.probe.Response;
import java.util.OptionalInt;

/**
 * A probe, with the extractors and checks that were tried on it since.
 *
 * @param request as it would be kept
 * @param response to it as it was sent
 * @param step its number in the draft, once it is kept
 */
public record Tried(Request request, Response response, OptionalInt step) {
  Tried with(Request other) {
    return new Tried(other, response, step);
  }

  Tried keptAs(Request named, int number) {
    return new Tried(named, response, OptionalInt.of(number));
  }
}
