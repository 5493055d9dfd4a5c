package dev.squall.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What an exception of JSSE comes to. JSSE has no types for alerts: those that came, and those we
 * sent because the server did something wrong, are told by its messages alone.
 */
final class TlsFailure {
  private static final Pattern RECEIVED = Pattern.compile("Received fatal alert: (\\w+)");
  private static final Pattern SENT = Pattern.compile("^\\((\\w+)\\) ");
  private static final Set<String> NOT_TLS =
      Set.of("Unsupported or unrecognized SSL message", "SSL V2.0 servers are not supported.");

  // A server that says one of these speaks of our certificate (RFC 8446 §6.2).
  private static final Set<String> OF_OUR_CERTIFICATE =
      Set.of(
          "certificate_required",
          "no_certificate",
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied");
  private static final Set<String> OF_VERSIONS =
      Set.of("protocol_version", "insufficient_security", "inappropriate_fallback");

  private static final int ALERT = 21; // types of records, RFC 8446 §5.1
  private static final int ENCRYPTED = 23;
  private static final int LONGEST_ALERT = 64;

  // As numbers, those that a server of TLS 1.2 may close with while we still write.
  private static final Map<Integer, String> NUMBERED =
      Map.of(
          40, "handshake_failure",
          42, "bad_certificate",
          43, "unsupported_certificate",
          44, "certificate_revoked",
          45, "certificate_expired",
          46, "certificate_unknown",
          48, "unknown_ca",
          49, "access_denied",
          116, "certificate_required");

  private TlsFailure() {}

  /** Of a handshake over this socket that ended with this. */
  static Failure ofHandshake(IOException e, Handshake known, Socket raw) {
    return distrust(e)
        .or(() -> lost(e).map(reset -> unread(raw, known).orElse(reset)))
        .orElseGet(() -> refused(e, known));
  }

  /**
   * A server refuses our certificate and closes while we still have messages to write. JSSE then
   * knows of a broken pipe only, but what the server said has come: an alert, plain in TLS 1.2. In
   * TLS 1.3 it cannot be read any more, but a short record at this point is nothing else.
   */
  private static Optional<Failure> unread(Socket raw, Handshake known) {
    byte[] record;
    try {
      var in = raw.getInputStream();
      if (in.available() < 7) {
        return Optional.empty();
      }
      record = in.readNBytes(7);
    } catch (IOException e) {
      return Optional.empty(); // closed by the watch, or nothing has come
    }
    boolean brief = record[3] == 0 && record[4] > 0 && record[4] <= LONGEST_ALERT;
    if (record[0] == ENCRYPTED && brief && known.identityAsked) {
      return Optional.of(
          new Failure(
              FailureKind.TLS_CLIENT_CERTIFICATE,
              "the server refused the TLS handshake after asking for a client certificate"));
    }
    boolean fatal = record[0] == ALERT && brief && record[5] == 2;
    return fatal
        ? Optional.ofNullable(NUMBERED.get((int) record[6])).map(it -> ofAlert(it, known))
        : Optional.empty();
  }

  /** Of reading or writing after the handshake. */
  static Failure ofStream(IOException e) {
    return distrust(e)
        .or(() -> lost(e))
        .or(() -> Optional.ofNullable(alert(RECEIVED, e)).map(TlsFailure::ofAlert))
        .orElseGet(() ->
            new Failure(
                e instanceof SSLException ? FailureKind.TLS_ALERT : FailureKind.RESET, message(e)));
  }

  private static Failure refused(IOException e, Handshake known) {
    if (NOT_TLS.contains(String.valueOf(e.getMessage()))) {
      return new Failure(FailureKind.TLS_NOT_SPOKEN, "the server does not speak TLS there");
    }
    var received = alert(RECEIVED, e);
    if (received != null) {
      return ofAlert(received, known);
    }
    if (has(e, EOFException.class)) {
      return new Failure(
          FailureKind.TLS_HANDSHAKE, "the server closed the connection during the TLS handshake");
    }
    var sent = alert(SENT, e);
    boolean version = sent != null && OF_VERSIONS.contains(sent);
    return new Failure(version ? FailureKind.TLS_VERSION : FailureKind.TLS_HANDSHAKE, message(e));
  }

  private static Failure ofAlert(String alert, Handshake known) {
    var said = "the server refused the TLS handshake (" + alert + ")";
    if (OF_OUR_CERTIFICATE.contains(alert)) {
      return ofAlert(alert);
    }
    if (OF_VERSIONS.contains(alert)) {
      return new Failure(FailureKind.TLS_VERSION, said + ": no common version or cipher suite");
    }
    // One alert for two things: what was talked about before tells which. Version and cipher suite
    // are agreed upon before the server shows its certificate, and asks for ours.
    if (alert.equals("handshake_failure") && known.identityAsked) {
      return new Failure(
          FailureKind.TLS_CLIENT_CERTIFICATE, said + " after asking for a client certificate");
    }
    if (alert.equals("handshake_failure") && !known.certificateShown) {
      return new Failure(FailureKind.TLS_VERSION, said + ": no common version or cipher suite");
    }
    return new Failure(FailureKind.TLS_HANDSHAKE, said);
  }

  private static Failure ofAlert(String alert) {
    return switch (alert) {
      case "certificate_required", "no_certificate" ->
          new Failure(
              FailureKind.TLS_CLIENT_CERTIFICATE,
              "the server wants a client certificate (" + alert + ")");
      case String other when OF_OUR_CERTIFICATE.contains(other) ->
          new Failure(
              FailureKind.TLS_CLIENT_CERTIFICATE,
              "the server did not accept our client certificate, or wants one (" + alert + ")");
      default -> new Failure(FailureKind.TLS_ALERT, "the server sent the TLS alert " + alert);
    };
  }

  private static Optional<Failure> distrust(IOException e) {
    return Optional.ofNullable(cause(e, ServerTrust.Distrust.class))
        .map(ServerTrust.Distrust::failure);
  }

  /** The connection went under TLS; TLS has nothing to do with it. */
  private static Optional<Failure> lost(IOException e) {
    return Optional.ofNullable(cause(e, SocketException.class))
        .map(it -> new Failure(FailureKind.RESET, String.valueOf(it.getMessage())));
  }

  private static @Nullable String alert(Pattern pattern, IOException e) {
    var matcher = pattern.matcher(String.valueOf(e.getMessage()));
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String message(Throwable e) {
    return ServerTrust.printable(String.valueOf(e.getMessage()));
  }

  static boolean has(Throwable e, Class<? extends Throwable> type) {
    return cause(e, type) != null;
  }

  /** What the exception that began it all says. */
  static String innermost(Throwable e) {
    var at = e;
    for (var next = at.getCause(); next != null; next = at.getCause()) {
      at = next;
    }
    return message(at);
  }

  private static <E extends Throwable> @Nullable E cause(Throwable e, Class<E> type) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }
}
