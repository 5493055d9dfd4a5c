package dev.squall.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who we are to a server that asks.
 *
 * @param key belongs to the first certificate
 * @param chain our certificate first, then those between it and an authority
 */
public record ClientIdentity(PrivateKey key, List<X509Certificate> chain) {
  // What a key signs with when it only has to be seen whether it fits; others are not compared.
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  /**
   * Checks that there is a certificate.
   *
   * @throws IllegalArgumentException if the chain is empty
   */
  public ClientIdentity {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("an identity needs a certificate");
    }
  }

  /**
   * An identity of PEM files; the certificates and the key may be in the same one.
   *
   * @param certificates our certificate first
   * @param key its key, as PKCS#8
   */
  public static Pem.Reading<ClientIdentity> ofPem(byte[] certificates, byte[] key) {
    return switch (Pem.certificates(certificates)) {
      case Pem.Unread<List<X509Certificate>>(String what, String hint) -> Pem.unread(what, hint);
      case Pem.Read<List<X509Certificate>>(List<X509Certificate> chain) ->
          switch (Pem.privateKey(key)) {
            case Pem.Unread<PrivateKey>(String what, String hint) -> Pem.unread(what, hint);
            case Pem.Read<PrivateKey>(PrivateKey ours) -> fitting(ours, chain);
          };
    };
  }

  /** The first key of a PKCS#12 file (.p12, .pfx) with its certificates. */
  public static Pem.Reading<ClientIdentity> ofPkcs12(byte[] file, char[] password) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), password);
      for (String alias : Collections.list(store.aliases())) {
        var chain = store.getCertificateChain(alias);
        if (chain != null && store.getKey(alias, password) instanceof PrivateKey key) {
          return fitting(key, Stream.of(chain).map(X509Certificate.class::cast).toList());
        }
      }
      return Pem.unread(
          "the PKCS#12 file holds no key with a certificate",
          "openssl pkcs12 -export -inkey key.pem -in certificate.pem -out identity.p12 makes one");
    } catch (IOException e) {
      return e.getCause() instanceof UnrecoverableKeyException
          ? Pem.unread(
              "this is not the password of the PKCS#12 file",
              "openssl pkcs12 -info -noout -in identity.p12 tries one")
          : notPkcs12();
    } catch (GeneralSecurityException | ClassCastException e) {
      return notPkcs12();
    }
  }

  private static Pem.Reading<ClientIdentity> notPkcs12() {
    return Pem.unread(
        "this is not a PKCS#12 file",
        "certificates and keys in PEM (text with -----BEGIN) are given as such");
  }

  private static Pem.Reading<ClientIdentity> fitting(PrivateKey key, List<X509Certificate> chain) {
    for (int k = 0; k < chain.size(); k++) {
      if (fits(key, chain.get(k).getPublicKey())) {
        return k == 0
            ? new Pem.Read<>(new ClientIdentity(key, chain))
            : Pem.unread(
                "the key belongs to certificate " + (k + 1) + " of " + chain.size(),
                "that certificate has to come first");
      }
    }
    return Pem.unread(
        "the key does not belong to the certificate of " + ServerTrust.subject(chain.getFirst()),
        "take the key that the certificate was asked for with");
  }

  private static boolean fits(PrivateKey key, PublicKey certified) {
    if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
      return false;
    }
    var algorithm = SIGNATURES.get(key.getAlgorithm());
    if (algorithm == null) {
      return true;
    }
    try {
      var signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(certified.getEncoded());
      var verifying = Signature.getInstance(algorithm);
      verifying.initVerify(certified);
      verifying.update(certified.getEncoded());
      return verifying.verify(signing.sign());
    } catch (GeneralSecurityException e) {
      return false; // keys of different sizes or curves
    }
  }

  /** Whose it is and what kind of key; never the key. */
  @Override
  public String toString() {
    return "ClientIdentity["
        + ServerTrust.subject(chain.getFirst())
        + ", "
        + key.getAlgorithm()
        + " key]";
  }
}
