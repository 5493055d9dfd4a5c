package dev.squall.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes certificates for tests: an authority of its own, and what it signs.
 *
 * <pre>{@code
 * var ca = Certificates.authority("Test CA");
 * var shop = ca.server("127.0.0.1", "localhost");      // valid now, for these hosts
 * var old = ca.issue(Certificates.wanted("shop").forHosts("shop.test").expired());
 * var alone = Certificates.selfSigned(Certificates.wanted("alone").forHosts("localhost"));
 * var client = TlsSettings.DEFAULT.withAuthorities(ca.trusted());
 * }</pre>
 *
 * Keys are of the curve P-256, which is quick; {@link Wanted#key} takes others.
 */
public final class Certificates {
  private static final AtomicLong SERIAL = new AtomicLong(1);
  private static final char[] NO_PASSWORD = {};
  private static final KeyPairGenerator EC = generator("EC", 256);

  /**
   * What a certificate is to say.
   *
   * @param name its subject's common name
   * @param hosts names and addresses it is for
   * @param key its keys
   * @param from the first instant it is valid
   * @param until the last one
   * @param signs whether it may sign others
   * @param purpose what it may be used for; null: anything
   */
  public record Wanted(
      String name,
      List<String> hosts,
      KeyPair key,
      Instant from,
      Instant until,
      boolean signs,
      KeyPurposeId purpose) {

    public Wanted forHosts(String... hosts) {
      return new Wanted(name, List.of(hosts), key, from, until, signs, purpose);
    }

    Wanted key(KeyPair other) {
      return new Wanted(name, hosts, other, from, until, signs, purpose);
    }

    Wanted valid(Instant first, Instant last) {
      return new Wanted(name, hosts, key, first, last, signs, purpose);
    }

    /** Until yesterday. */
    public Wanted expired() {
      return valid(daysFromNow(-30), daysFromNow(-1));
    }

    /** From tomorrow. */
    Wanted notYet() {
      return valid(daysFromNow(1), daysFromNow(30));
    }

    Wanted signing() {
      return new Wanted(name, hosts, key, from, until, true, purpose);
    }

    Wanted only(KeyPurposeId use) {
      return new Wanted(name, hosts, key, from, until, signs, use);
    }
  }

  /** A key, its certificate and those above it that a peer is shown. */
  public record Issued(PrivateKey key, List<X509Certificate> chain) {
    X509Certificate certificate() {
      return chain.getFirst();
    }

    ClientIdentity identity() {
      return new ClientIdentity(key, chain);
    }

    /** Its own certificate as an authority, for {@link TlsSettings#withAuthorities}. */
    public List<X509Certificate> trusted() {
      return List.of(certificate());
    }

    /** Signs another one, which is shown with this one's chain unless this one is a root. */
    public Issued issue(Wanted wanted) {
      var made = make(wanted, new X500Name(certificate().getSubjectX500Principal().getName()), key);
      boolean root =
          certificate().getSubjectX500Principal().equals(certificate().getIssuerX500Principal());
      var above = root ? Stream.<X509Certificate>empty() : chain.stream();
      return new Issued(wanted.key().getPrivate(), Stream.concat(Stream.of(made), above).toList());
    }

    /** A server's for these hosts, called after the first. */
    public Issued server(String... hosts) {
      return issue(wanted(hosts[0]).forHosts(hosts));
    }

    public Issued client(String name) {
      return issue(wanted(name).only(KeyPurposeId.id_kp_clientAuth));
    }

    public String certificatesPem() throws GeneralSecurityException {
      var pem = new StringBuilder();
      for (var certificate : chain) {
        pem.append(pem("CERTIFICATE", certificate.getEncoded()));
      }
      return pem.toString();
    }

    public String keyPem() {
      return pem("PRIVATE KEY", key.getEncoded());
    }

    /** For a server that shows this, and trusts clients that these have signed. */
    public SSLContext context(List<X509Certificate> clientAuthorities) {
      try {
        var keys = KeyManagerFactory.getInstance("PKIX");
        var own = emptyStore();
        own.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        keys.init(own, NO_PASSWORD);
        var trusted = emptyStore();
        for (var authority : clientAuthorities) {
          trusted.setCertificateEntry("authority " + trusted.size(), authority);
        }
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        boolean trusts = !clientAuthorities.isEmpty();
        context.init(keys.getKeyManagers(), trusts ? trust.getTrustManagers() : null, null);
        return context;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    public byte[] pkcs12(String password) throws GeneralSecurityException, IOException {
      var store = emptyStore();
      store.setKeyEntry("one", key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
      var file = new ByteArrayOutputStream();
      store.store(file, password.toCharArray());
      return file.toByteArray();
    }
  }

  private Certificates() {}

  /** A root that signs others. */
  public static Issued authority(String name) {
    return selfSigned(wanted(name).signing());
  }

  public static Issued selfSigned(Wanted wanted) {
    var made = make(wanted, new X500Name("CN=" + wanted.name()), wanted.key().getPrivate());
    return new Issued(wanted.key().getPrivate(), List.of(made));
  }

  /** For no host, valid since yesterday and for thirty days. */
  public static Wanted wanted(String name) {
    return new Wanted(
        name, List.of(), EC.generateKeyPair(), daysFromNow(-1), daysFromNow(30), false, null);
  }

  static KeyPair rsa() {
    return generator("RSA", 2048).generateKeyPair();
  }

  static KeyPair ed25519() {
    return generator("Ed25519", 255).generateKeyPair();
  }

  static Instant daysFromNow(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }

  static KeyStore emptyStore() throws GeneralSecurityException {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new IllegalStateException(e); // nothing is read
    }
  }

  static String pem(String label, byte[] der) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }

  private static KeyPairGenerator generator(String algorithm, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate make(Wanted wanted, X500Name issuer, PrivateKey signedWith) {
    var builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(SERIAL.getAndIncrement()),
            Date.from(wanted.from()),
            Date.from(wanted.until()),
            new X500Name("CN=" + wanted.name()),
            wanted.key().getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(wanted.signs()));
      if (!wanted.hosts().isEmpty()) {
        var names = wanted.hosts().stream().map(Certificates::name).toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
      if (wanted.purpose() != null) {
        builder.addExtension(
            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(wanted.purpose()));
      }
      var signer = new JcaContentSignerBuilder(signature(signedWith)).build(signedWith);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> "Ed25519";
    };
  }

  private static GeneralName name(String host) {
    boolean address = host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || c <= '9');
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }
}
