package dev.squall.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What shows that frames come from somebody who knows the key of the connection file. */
public final class Signature {
  private static final Pattern SCHEME = Pattern.compile("hmac-(sha(?:1|224|256|384|512))");

  private final String algorithm;
  private final SecretKeySpec key;

  private Signature(String algorithm, SecretKeySpec key) {
    this.algorithm = algorithm;
    this.key = key;
  }

  /**
   * One of a scheme such as {@code hmac-sha256}.
   *
   * @param key not empty
   * @return nothing when the scheme is not known
   */
  public static Optional<Signature> of(String scheme, String key) {
    var named = SCHEME.matcher(scheme);
    if (!named.matches()) {
      return Optional.empty();
    }
    var algorithm = "Hmac" + named.group(1).toUpperCase(Locale.ROOT);
    return Optional.of(
        new Signature(
            algorithm, new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm)));
  }

  /** Of these frames, in lower-case hexadecimal digits. */
  byte[] of(List<byte[]> frames) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(key);
      frames.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is not there", e);
    }
  }

  /** Whether a signature is theirs; takes as long for one that is nearly right. */
  boolean isOf(List<byte[]> frames, byte[] signature) {
    return MessageDigest.isEqual(of(frames), signature);
  }
}
