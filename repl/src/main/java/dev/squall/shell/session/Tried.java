package dev.squall.shell.session;

import dev.squall.scenario.Request;
import dev.squall.shell.probe.Response;
import java.util.Optional;

/**
 * A probe, with the extractors and checks that were tried on it since.
 *
 * @param request as it would be kept
 * @param response to it as it was sent
 * @param step the name of the step that was made of it, once it is kept
 */
public record Tried(Request request, Response response, Optional<String> step) {
  Tried with(Request other) {
    return new Tried(other, response, step);
  }

  Tried keptAs(Request named) {
    return new Tried(named, response, Optional.of(named.name()));
  }
}
