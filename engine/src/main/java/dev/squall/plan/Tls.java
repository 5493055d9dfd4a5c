package dev.squall.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whom https trusts and what it shows of itself. Files are read when a run begins.
 *
 * @param verifies whether the server has to be who it says it is
 * @param authorities a PEM file of the only authorities that are trusted; else the platform's
 * @param identity what a server is shown that asks for a certificate
 * @param versions such as {@code 1.3}; empty for 1.3 and 1.2
 * @param resumes whether a handshake may build on an earlier one
 */
public record Tls(
    boolean verifies,
    Optional<Path> authorities,
    Optional<Identity> identity,
    List<String> versions,
    boolean resumes) {

  /**
   * A client certificate.
   *
   * @param certificate a PEM file, the certificate first and its issuers behind it, or PKCS #12
   * @param key a PEM file with its private key in PKCS #8, unless the first holds it
   * @param password of a PKCS #12 file
   */
  public record Identity(Path certificate, Optional<Path> key, Optional<String> password) {
    /** Never the password. */
    @Override
    public String toString() {
      return certificate.toString();
    }
  }

  /** Verified by the platform's authorities, nothing shown, resumed. */
  public static final Tls DEFAULT =
      new Tls(true, Optional.empty(), Optional.empty(), List.of(), true);

  public Tls {
    versions = List.copyOf(versions);
  }

  /** Trusting whoever answers. */
  public Tls insecure() {
    return new Tls(false, authorities, identity, versions, resumes);
  }

  /** Trusting these authorities only. */
  public Tls withAuthorities(Path pem) {
    return new Tls(verifies, Optional.of(pem), identity, versions, resumes);
  }

  /** Showing this. */
  public Tls withIdentity(Identity shown) {
    return new Tls(verifies, authorities, Optional.of(shown), versions, resumes);
  }

  /** In these versions only. */
  public Tls withVersions(List<String> only) {
    return new Tls(verifies, authorities, identity, only, resumes);
  }

  /** With every handshake a full one. */
  public Tls withFullHandshakes() {
    return new Tls(verifies, authorities, identity, versions, false);
  }
}
