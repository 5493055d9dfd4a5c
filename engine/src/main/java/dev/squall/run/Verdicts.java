package dev.squall.run;

import dev.squall.http.Failure;
import dev.squall.http.FailureKind;
import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Category;
import dev.squall.sample.Outcome;
import org.jspecify.annotations.Nullable;

/** The one outcome of a request: the first category that fits, in this order. */
final class Verdicts {
  private Verdicts() {}

  /** 1. Nothing was sent. */
  static Outcome unsent(ScriptFault fault) {
    return new Outcome.Failed(Category.SCRIPT_ERROR, fault.kind(), fault.message());
  }

  /** 2. No complete answer: what the wire says. */
  static Outcome unanswered(Failure failure, boolean runInterrupted) {
    if (failure.kind() == FailureKind.CLOSED && runInterrupted) {
      return Outcome.INTERRUPTED;
    }
    return new Outcome.Failed(category(failure.kind()), failure.kind().label(), failure.detail());
  }

  private static Category category(FailureKind kind) {
    return switch (kind) {
      case CONNECT_TIMEOUT, TOTAL_TIMEOUT, IDLE_TIMEOUT -> Category.TIMEOUT_ERROR;
      case DNS,
          CONNECTION_REFUSED,
          UNREACHABLE,
          RESET,
          CLOSED_BEFORE_ANSWER,
          TRUNCATED,
          STALE_CONNECTION,
          PROXY_REFUSED ->
          Category.NETWORK_ERROR;
      case TLS_CERTIFICATE_EXPIRED,
          TLS_CERTIFICATE_NOT_YET_VALID,
          TLS_WRONG_HOST,
          TLS_SELF_SIGNED,
          TLS_UNKNOWN_CA,
          TLS_CERTIFICATE,
          TLS_CLIENT_CERTIFICATE,
          TLS_VERSION,
          TLS_NOT_SPOKEN,
          TLS_EXPECTED,
          TLS_HANDSHAKE,
          TLS_ALERT ->
          Category.TLS_ERROR;
      case MALFORMED_STATUS_LINE,
          MALFORMED_HEADER,
          MALFORMED_CHUNK,
          CONFLICTING_LENGTH,
          HEADER_TOO_LARGE,
          UNEXPECTED_BYTES,
          NO_LOCAL_PORTS,
          NO_DESCRIPTORS,
          CLOSED ->
          Category.OTHER_ERROR;
    };
  }

  /**
   * 3. A complete answer: a body that is to be read and is beyond the limit of kept bodies or
   * cannot be decoded; a 4xx or 5xx that no check speaks of; a check that does not hold; an
   * extractor that found nothing where a later step needs it.
   */
  static Outcome answered(
      PlannedRequest request,
      Answer answer,
      Outcome.@Nullable Failed detour,
      Evaluation evaluation,
      long failedChecks,
      @Nullable String missing) {
    if (detour != null) {
      return detour;
    }
    var unreadable = request.readsBody() ? answer.body().unreadable() : null;
    if (unreadable != null) {
      return new Outcome.Failed(Category.OTHER_ERROR, unreadable.kind(), unreadable.message());
    }
    if (answer.status >= 400 && !request.checksStatus()) {
      return new Outcome.Failed(
          answer.status < 500 ? Category.CLIENT_ERROR : Category.SERVER_ERROR,
          "status_" + answer.status,
          "the answer was " + answer.status);
    }
    if (failedChecks != 0) {
      var check = request.checks().get(Long.numberOfTrailingZeros(failedChecks));
      return new Outcome.Failed(Category.CHECK_FAILED, check.text(), evaluation.explain(check));
    }
    if (missing != null) {
      return new Outcome.Failed(
          Category.SCRIPT_ERROR,
          "nothing_extracted",
          "nothing was found for ${" + missing + "}, which a later step needs");
    }
    return Outcome.OK;
  }
}
