package dev.squall.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the wire speaks TLS.
 *
 * @param verifies whether a server must prove who it is: a valid chain (RFC 5280) to an authority,
 *     and a name that is the one asked for (RFC 9110 §4.3.4). False: every certificate is taken.
 * @param authorities whom to trust instead of the platform's authorities; empty: the platform's. A
 *     server's own certificate among them is trusted as it is, its dates are then not looked at.
 * @param identity what we show to a server that asks who we are, whoever signed it
 * @param protocols the versions we speak, of {@code TLSv1.3} and {@code TLSv1.2}
 * @param resumes whether a later connection to the same host and port takes up an earlier session
 *     (RFC 8446 §2.2, RFC 5077); false: each handshake is a full one
 */
public record TlsSettings(
    boolean verifies,
    List<X509Certificate> authorities,
    Optional<ClientIdentity> identity,
    List<String> protocols,
    boolean resumes) {
  private static final Set<String> SPOKEN = Set.of("TLSv1.3", "TLSv1.2");

  /** Verified against the platform's authorities, nothing shown, 1.3 or 1.2, sessions resumed. */
  public static final TlsSettings DEFAULT =
      new TlsSettings(true, List.of(), Optional.empty(), List.of("TLSv1.3", "TLSv1.2"), true);

  /**
   * Checks the protocols.
   *
   * @throws IllegalArgumentException if there are none, or one that we do not speak
   */
  public TlsSettings {
    authorities = List.copyOf(authorities);
    protocols = List.copyOf(protocols);
    if (protocols.isEmpty() || !SPOKEN.containsAll(protocols)) {
      throw new IllegalArgumentException("TLSv1.3 and TLSv1.2 are spoken here, not " + protocols);
    }
  }

  /** The same, taking every certificate or not. */
  public TlsSettings withVerifies(boolean verified) {
    return new TlsSettings(verified, authorities, identity, protocols, resumes);
  }

  /** The same with these authorities instead of the platform's; none: the platform's. */
  public TlsSettings withAuthorities(List<X509Certificate> trusted) {
    return new TlsSettings(verifies, trusted, identity, protocols, resumes);
  }

  /** The same, showing this to a server that asks. */
  public TlsSettings withIdentity(ClientIdentity shown) {
    return new TlsSettings(verifies, authorities, Optional.of(shown), protocols, resumes);
  }

  /** The same with these versions. */
  public TlsSettings withProtocols(List<String> versions) {
    return new TlsSettings(verifies, authorities, identity, versions, resumes);
  }

  /** The same, resuming sessions or not. */
  public TlsSettings withResumes(boolean resumed) {
    return new TlsSettings(verifies, authorities, identity, protocols, resumed);
  }

  /** In one line; of a certificate only its subject. */
  @Override
  public String toString() {
    var trusted = authorities.stream().map(ServerTrust::subject).toList();
    return "TlsSettings[verifies=%s, authorities=%s, identity=%s, protocols=%s, resumes=%s]"
        .formatted(verifies, trusted, identity, protocols, resumes);
  }
}
