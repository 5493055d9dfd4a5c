package dev.squall.shop.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Who the shop is over TLS: a certificate that it signed itself, and its key. Both are made at
 * every start and never leave the memory, so that no key of a practice shop is worth stealing.
 */
record Identity(PrivateKey key, X509Certificate certificate) {

  private static final int SERIAL_BITS = 64;
  private static final int DAYS_VALID = 365;
  private static final int PEM_COLUMNS = 64; // RFC 7468 §2

  private static final X500Name NAME = new X500Name("CN=Squall practice shop");

  /**
   * A new one, good for this machine's names and that host.
   *
   * @param host a name or an address
   */
  static Identity of(String host) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var keys = generator.generateKeyPair();
      return new Identity(keys.getPrivate(), certificate(keys, host));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("every JDK makes P-256 keys and signs with them", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The certificate as RFC 7468 writes it. */
  String pem() {
    try {
      var lines = Base64.getMimeEncoder(PEM_COLUMNS, new byte[] {'\n'});
      return "-----BEGIN CERTIFICATE-----\n"
          + lines.encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was decoded can be encoded", e);
    }
  }

  private static X509Certificate certificate(KeyPair keys, String host)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    // From yesterday: clocks differ, and a container's may be behind.
    var since = Instant.now().minus(1, ChronoUnit.DAYS);
    var builder =
        new JcaX509v3CertificateBuilder(
            NAME,
            new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
            Date.from(since),
            Date.from(since.plus(DAYS_VALID, ChronoUnit.DAYS)),
            NAME,
            keys.getPublic());
    var names =
        Stream.of("localhost", "127.0.0.1", "::1", host)
            .distinct()
            .map(Identity::named)
            .toArray(GeneralName[]::new);
    builder
        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static GeneralName named(String host) {
    try {
      var address = InetAddress.ofLiteral(host).getHostAddress();
      return new GeneralName(GeneralName.iPAddress, address);
    } catch (IllegalArgumentException noAddress) {
      return new GeneralName(GeneralName.dNSName, host);
    }
  }
}
