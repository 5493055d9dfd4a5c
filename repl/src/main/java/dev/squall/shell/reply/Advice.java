package dev.squall.shell.reply;

import dev.squall.stats.Trace.TracedStep;
import java.util.Optional;

/** What a person may do about an answer that is none, or one that says no. */
final class Advice {
  private Advice() {}

  /** By the status. */
  static Optional<String> ofStatus(TracedStep step) {
    return switch (step.status()) {
      case 401 ->
          Optional.of("it wants to know who asks: Authorization:'Bearer ${token}' behind the path");
      case 405 -> Headers.first(step, "Allow").map(methods -> "this path takes " + methods);
      case 406 -> Optional.of("the Accept header asks for a type that it does not have");
      case 413 -> Optional.of("the body is longer than the server takes");
      case 415 -> Optional.of("the server does not read this Content-Type");
      case 429, 503 ->
          Headers.first(step, "Retry-After")
              .map(wait -> "the server asks to wait: Retry-After " + wait);
      case 407, 511 -> Optional.of("a proxy on the way wants to know who asks");
      case 502, 504 -> Optional.of("a gateway answered, not the server behind it");
      default -> Optional.empty();
    };
  }

  /** By the kind of a failure, as the wire names them. */
  static Optional<String> ofFailure(String kind) {
    var words =
        switch (kind) {
          case "dns" -> "is the host's name written right?";
          case "connection_refused" ->
              "nobody listens there: is the server running, the port right?";
          case "connect_timeout", "unreachable" ->
              "a firewall, a wrong address or a server that is down";
          case "reset", "closed_before_answer", "truncated" ->
              "the server, or something before it, hung up: its log may say why";
          case "total_timeout", "idle_timeout" ->
              "the server was too slow for the limit; .timeout(…) gives it longer";
          case "tls_not_spoken" -> "http:// instead of https://?";
          case "tls_expected" -> "https:// instead of http://?";
          case "tls_self_signed", "tls_unknown_ca" ->
              "trust the server's own authority, or accept any certificate with insecure()";
          case "tls_certificate_expired", "tls_certificate_not_yet_valid" ->
              "the certificate, or the clock of this machine";
          case "tls_wrong_host" -> "ask by a name that the certificate is for";
          case "tls_client_certificate" -> "the server wants a certificate of the client";
          case "body_too_long" -> "keptBody(bytes) keeps more";
          case "no_local_ports", "no_descriptors" ->
              "this machine is at its limit; the server is not to blame";
          default -> "";
        };
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
