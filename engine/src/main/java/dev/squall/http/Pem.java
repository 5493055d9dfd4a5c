package dev.squall.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Certificates and keys as files hold them: PEM (RFC 7468), or the DER inside it. Text around the
 * blocks, and blocks of another kind than the one asked for, are passed over.
 */
public final class Pem {
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";
  private static final List<String> KEYS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

  private static final String TO_PKCS8 =
      "openssl pkcs8 -topk8 -nocrypt -in key.pem turns it into one that is read";

  /** What reading a file comes to. */
  public sealed interface Reading<T> {}

  /** It was read. */
  public record Read<T>(T value) implements Reading<T> {}

  /**
   * It could not be read.
   *
   * @param what what is wrong with it
   * @param hint what to do about it
   */
  public record Unread<T>(String what, String hint) implements Reading<T> {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(String label, byte[] der) {}

  private Pem() {}

  /** All certificates of a file, in its order; at least one. */
  public static Reading<List<X509Certificate>> certificates(byte[] file) {
    if (isDer(file)) {
      return certificates(List.of(new Block("CERTIFICATE", file)));
    }
    return switch (blocks(file)) {
      case Unread<List<Block>>(String what, String hint) -> unread(what, hint);
      case Read<List<Block>>(List<Block> blocks) -> certificates(blocks);
    };
  }

  /** The first key of a file: PKCS#8 (RFC 5958), not encrypted; RSA, EC or Ed25519. */
  public static Reading<PrivateKey> privateKey(byte[] file) {
    if (isDer(file)) {
      return pkcs8(file);
    }
    return switch (blocks(file)) {
      case Unread<List<Block>>(String what, String hint) -> unread(what, hint);
      case Read<List<Block>>(List<Block> blocks) -> privateKey(blocks);
    };
  }

  static <T> Reading<T> unread(String what, String hint) {
    return new Unread<>(what, hint);
  }

  private static Reading<List<X509Certificate>> certificates(List<Block> blocks) {
    var found = new ArrayList<X509Certificate>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (var block : blocks) {
        switch (block.label()) {
          case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" ->
              found.add(
                  (X509Certificate)
                      factory.generateCertificate(new ByteArrayInputStream(block.der())));
          default -> {} // a key in the same file is asked for on its own
        }
      }
    } catch (CertificateException e) {
      return unread(
          "certificate " + (found.size() + 1) + " is damaged",
          "openssl x509 -noout -text -in certificate.pem shows what can be read of it");
    }
    return found.isEmpty()
        ? unread("there is no certificate, only " + labels(blocks), "it begins with " + begin())
        : new Read<>(List.copyOf(found));
  }

  private static Reading<PrivateKey> privateKey(List<Block> blocks) {
    for (var block : blocks) {
      switch (block.label()) {
        case "PRIVATE KEY" -> {
          return pkcs8(block.der());
        }
        case "RSA PRIVATE KEY" -> {
          return unread("this is a PKCS#1 key", TO_PKCS8);
        }
        case "EC PRIVATE KEY" -> {
          return unread("this is a SEC 1 key", TO_PKCS8);
        }
        case "DSA PRIVATE KEY" -> {
          return unread("this is a DSA key, which TLS does not use", "RSA, EC and Ed25519 are");
        }
        case "ENCRYPTED PRIVATE KEY" -> {
          return unread(
              "this key is encrypted",
              "openssl pkey -in key.pem -out open.pem asks for its password and writes one that is"
                  + " read; a PKCS#12 file is read with its password");
        }
        case "OPENSSH PRIVATE KEY" -> {
          return unread(
              "this is a key of OpenSSH",
              "ssh-keygen -p -m PKCS8 -N '' -f a-copy-of-it turns it into one that is read");
        }
        default -> {} // certificates in the same file, the parameters of a curve
      }
    }
    return unread(
        "there is no private key, only " + labels(blocks),
        "it begins with " + BEGIN + "PRIVATE KEY" + DASHES);
  }

  private static Reading<PrivateKey> pkcs8(byte[] der) {
    var spec = new PKCS8EncodedKeySpec(der);
    for (String algorithm : KEYS) {
      try {
        return new Read<>(KeyFactory.getInstance(algorithm).generatePrivate(spec));
      } catch (InvalidKeySpecException e) {
        // a key of another algorithm, or of none
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e); // each JDK has them
      }
    }
    return unread(
        "this is no RSA, EC or Ed25519 key in PKCS#8, or it is damaged",
        "openssl pkey -noout -text -in key.pem shows what can be read of it");
  }

  private static Reading<List<Block>> blocks(byte[] file) {
    var text = new String(file, StandardCharsets.ISO_8859_1);
    var blocks = new ArrayList<Block>();
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int label = at + BEGIN.length();
      int labelEnd = text.indexOf(DASHES, label);
      int body = labelEnd + DASHES.length();
      int end = labelEnd < 0 ? -1 : text.indexOf("-----END ", body);
      if (end < 0) {
        return unread(
            "block " + (blocks.size() + 1) + " has no END line", "the file seems to be cut off");
      }
      try {
        var der = Base64.getMimeDecoder().decode(text.substring(body, end));
        blocks.add(new Block(text.substring(label, labelEnd), der));
      } catch (IllegalArgumentException e) {
        return unread(
            "block " + (blocks.size() + 1) + " is not base64", "the file seems to be damaged");
      }
      at = text.indexOf(BEGIN, end);
    }
    return blocks.isEmpty()
        ? unread("this is neither PEM nor DER", "PEM is text with lines such as " + begin())
        : new Read<>(blocks);
  }

  private static String begin() {
    return BEGIN + "CERTIFICATE" + DASHES;
  }

  private static String labels(List<Block> blocks) {
    return blocks.stream().map(Block::label).distinct().collect(Collectors.joining(", "));
  }

  /** DER begins with a SEQUENCE of more than 127 bytes, PEM with text. */
  private static boolean isDer(byte[] file) {
    return file.length > 2 && file[0] == 0x30 && file[1] < 0;
  }
}
