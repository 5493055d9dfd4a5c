package dev.squall.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Asks PKIX whether a server is to be trusted. Where it is not, PKIX's exceptions tell little that
 * could be relied upon, so a look of our own at the chain says which of the reasons it is.
 */
final class ServerTrust extends X509ExtendedTrustManager {
  /** Carries the reason through JSSE, which keeps it as the cause of its own exception. */
  static final class Distrust extends CertificateException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    Distrust(Failure failure, CertificateException cause) {
      super(failure.detail(), cause);
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }

  private static final int LONGEST_NAME = 120;
  private static final int MOST_NAMES = 6;
  private static final int DNS = 2; // RFC 5280 §4.2.1.6, as getSubjectAlternativeNames counts
  private static final int IP = 7;

  private final @Nullable X509ExtendedTrustManager pkix;

  /** Without PKIX every certificate is taken. */
  ServerTrust(@Nullable X509ExtendedTrustManager pkix) {
    this.pkix = pkix;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    Handshake.current().certificateShown = true;
    var asked = pkix;
    if (asked == null) {
      return;
    }
    try {
      asked.checkServerTrusted(chain, authType, socket);
    } catch (CertificateException e) {
      var session = ((SSLSocket) socket).getHandshakeSession();
      throw new Distrust(reason(asked, chain, authType, session.getPeerHost(), e), e);
    }
  }

  private static Failure reason(
      X509ExtendedTrustManager pkix,
      X509Certificate[] chain,
      String authType,
      String host,
      CertificateException e) {
    var leaf = chain[0];
    var whose = "the certificate of " + subject(leaf);
    if (isTrusted(pkix, chain, authType) && !TlsFailure.has(e, CertPathValidatorException.class)) {
      return new Failure(
          FailureKind.TLS_WRONG_HOST,
          host.indexOf('_') >= 0
              ? host + " cannot be verified: PKIX takes no name with an underscore"
              : whose + " is for " + names(leaf) + ", not for " + host);
    }
    if (!leadsToOneOf(pkix.getAcceptedIssuers(), chain)) {
      return isSignedBy(leaf, leaf)
          ? new Failure(FailureKind.TLS_SELF_SIGNED, whose + " is signed by itself and not trusted")
          : new Failure(
              FailureKind.TLS_UNKNOWN_CA,
              whose
                  + " leads to no trusted authority; it was issued by "
                  + printable(leaf.getIssuerX500Principal().getName()));
    }
    return outOfDate(chain)
        .orElseGet(
            () -> new Failure(FailureKind.TLS_CERTIFICATE, whose + ": " + TlsFailure.innermost(e)));
  }

  /** Whether all is well but for the name. */
  private static boolean isTrusted(
      X509ExtendedTrustManager pkix, X509Certificate[] chain, String authType) {
    try {
      pkix.checkServerTrusted(chain, authType);
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  /** From the server's own certificate up, signature by signature. */
  private static boolean leadsToOneOf(X509Certificate[] authorities, X509Certificate[] chain) {
    var at = chain[0];
    for (int step = 0; step < chain.length; step++) {
      if (List.of(authorities).contains(at) || issuer(at, authorities) != null) {
        return true;
      }
      var next = issuer(at, chain);
      if (next == null || next.equals(at)) {
        return false;
      }
      at = next;
    }
    return false;
  }

  private static @Nullable X509Certificate issuer(
      X509Certificate certificate, X509Certificate[] candidates) {
    for (var candidate : candidates) {
      if (isSignedBy(certificate, candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Optional<Failure> outOfDate(X509Certificate[] chain) {
    var now = Instant.now();
    for (var certificate : chain) {
      var whose = "the certificate of " + subject(certificate);
      var last = certificate.getNotAfter().toInstant();
      if (now.isAfter(last)) {
        return Optional.of(
            new Failure(FailureKind.TLS_CERTIFICATE_EXPIRED, whose + " expired on " + day(last)));
      }
      var first = certificate.getNotBefore().toInstant();
      if (now.isBefore(first)) {
        return Optional.of(
            new Failure(
                FailureKind.TLS_CERTIFICATE_NOT_YET_VALID,
                whose + " is not valid before " + day(first)));
      }
    }
    return Optional.empty();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Whose certificate it is, in one short line whatever the server wrote into it. */
  static String subject(X509Certificate certificate) {
    var name = certificate.getSubjectX500Principal().getName();
    return name.isEmpty() ? "nobody" : printable(name);
  }

  /** The hosts it is for. The subject's common name is none of them (RFC 9525 §2). */
  private static String names(X509Certificate certificate) {
    var names = new ArrayList<String>();
    try {
      var alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        for (var name : alternatives) {
          if (name.get(0).equals(DNS) || name.get(0).equals(IP)) {
            names.add(printable(String.valueOf(name.get(1))));
          }
        }
      }
    } catch (CertificateParsingException e) {
      return "names that cannot be read";
    }
    int more = names.size() - MOST_NAMES;
    return names.isEmpty()
        ? "no host"
        : String.join(", ", more > 0 ? names.subList(0, MOST_NAMES) : names)
            + (more > 0 ? " and " + more + " more" : "");
  }

  /** Bounded, and without what would break a line or a terminal. */
  static String printable(String text) {
    var cut = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    return cut.replaceAll("\\p{C}", "?");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0]; // only servers tell their authorities
  }

  // JSSE asks the above for sockets of clients, and nothing else is ever made of this.

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    throw new UnsupportedOperationException();
  }
}
