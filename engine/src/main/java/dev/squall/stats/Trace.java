package dev.squall.stats;

import dev.squall.sample.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One iteration in full, for a person to read.
 *
 * @param scenario its name
 * @param success whether it went through, or left on purpose; what is optional may have failed
 * @param failedAtStep the name of the step whose failure ended it
 * @param totalMs from its beginning to the end of its last step, in milliseconds
 * @param variables every extracted variable at the end, in the order of their steps
 * @param steps the requests in the order they were made
 * @param insecure whether certificates were accepted unverified
 */
public record Trace(
    String scenario,
    boolean success,
    Optional<String> failedAtStep,
    double totalMs,
    Map<String, String> variables,
    List<TracedStep> steps,
    boolean insecure) {

  public Trace {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    steps = List.copyOf(steps);
  }

  /**
   * A request, its answer and what was made of it.
   *
   * @param name its row in the statistics
   * @param endpoint method and path as written
   * @param method in capitals; empty for a step that sends nothing
   * @param url what was asked first, absolute and with its query; empty when nothing was sent
   * @param request what went onto the wire; empty when nothing was sent
   * @param status 0 when no answer came
   * @param headers of the answer
   * @param body of the answer as text
   * @param responseMs from the intended start to the end
   * @param serviceMs from the first byte written to the end; 0 when nothing was written
   * @param timing where the time of its last exchange went
   * @param bytesReceived head included
   * @param reused whether the connection had been used before
   * @param hops the redirects that were followed to the answer
   * @param outcome how it ended
   * @param captures what each capture found, in their order; empty when no answer was evaluated
   * @param checks what each check said
   */
  public record TracedStep(
      String name,
      String endpoint,
      String method,
      String url,
      String request,
      int status,
      List<HeaderLine> headers,
      String body,
      double responseMs,
      double serviceMs,
      Timing timing,
      long bytesReceived,
      boolean reused,
      List<Hop> hops,
      Outcome outcome,
      List<CapturedValue> captures,
      List<CheckedValue> checks) {
    public TracedStep {
      headers = List.copyOf(headers);
      hops = List.copyOf(hops);
      captures = List.copyOf(captures);
      checks = List.copyOf(checks);
    }

    /** The same answer, looked at by other captures and checks. */
    public TracedStep with(List<CapturedValue> found, List<CheckedValue> said) {
      return new TracedStep(
          name,
          endpoint,
          method,
          url,
          request,
          status,
          headers,
          body,
          responseMs,
          serviceMs,
          timing,
          bytesReceived,
          reused,
          hops,
          outcome,
          found,
          said);
    }

    /** How long connecting took, in milliseconds; 0 on a kept connection. */
    public double connectMs() {
      return timing.connectMs;
    }

    /** What each capture that found anything found, by variable. */
    public Map<String, String> extracted() {
      var values = new LinkedHashMap<String, String>();
      captures.forEach(each -> each.value().ifPresent(value -> values.put(each.variable(), value)));
      return Collections.unmodifiableMap(values);
    }

    /** What went wrong, in words; empty when nothing did. */
    public String error() {
      return switch (outcome) {
        case Outcome.Ok() -> "";
        case Outcome.Interrupted() -> "interrupted";
        case Outcome.Failed(var category, var kind, var message) ->
            category.label() + " (" + kind + "): " + message;
      };
    }
  }

  /**
   * Where the time of an exchange went, in milliseconds; 0 where a thing did not happen.
   *
   * @param dnsMs resolving the name
   * @param connectMs connecting, without DNS and TLS
   * @param tlsMs the TLS handshake
   * @param waitMs from the first byte written to the first byte of the answer: what the server took
   * @param readMs from the first to the last byte of the answer
   */
  public record Timing(double dnsMs, double connectMs, double tlsMs, double waitMs, double readMs) {
    /** Nothing was sent. */
    public static final Timing NONE = new Timing(0, 0, 0, 0, 0);
  }

  /**
   * A redirect that was followed.
   *
   * @param url what was asked
   * @param status what the answer was, such as 302
   * @param location where it pointed, as the server wrote it
   * @param serviceMs from the first byte written to the last one read
   */
  public record Hop(String url, int status, String location, double serviceMs) {}

  /**
   * A capture and what it found.
   *
   * @param extractor where it looked, in words
   * @param value nothing when there was nothing
   * @param missing why there was nothing, in words; empty when there was something
   */
  public record CapturedValue(
      String variable, String extractor, Optional<String> value, String missing) {}

  /**
   * A check and what came.
   *
   * @param check in words
   * @param ok whether it holds
   * @param expected what the value should be
   * @param actual what it was
   */
  public record CheckedValue(String check, boolean ok, String expected, String actual) {}

  /** The step of a name, the first one if it was performed several times. */
  public Optional<TracedStep> step(String name) {
    return steps.stream().filter(step -> step.name().equals(name)).findFirst();
  }

  /** One line for an echo. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s, %d %s, %.1f ms, variables %s%s",
        scenario,
        success ? "ok" : "failed" + failedAtStep.map(step -> " at " + step).orElse(""),
        steps.size(),
        steps.size() == 1 ? "step" : "steps",
        totalMs,
        variables.keySet().stream().sorted().toList(),
        insecure ? "; TLS certificates NOT verified (insecure)" : "");
  }
}
