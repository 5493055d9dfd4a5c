package dev.squall.shop.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.squall.shop.json.Json;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * JSON web tokens signed with HS256. A signed token needs no memory until it is logged out, so that
 * millions of logins leave the shop as it was.
 */
public final class Tokens {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER =
      encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));

  private final Mac keyed;
  private final AtomicLong serials = new AtomicLong();
  private final Set<Long> dead = ConcurrentHashMap.newKeySet();

  public Tokens(long seed) {
    try {
      keyed = Mac.getInstance("HmacSHA256");
      // Made from the seed: a shop that starts again still knows its seeded users' tokens.
      var key = ByteBuffer.allocate(32).putLong(24, seed).array();
      keyed.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  public String issue(String accountId) {
    var claims = new Claims(accountId, serials.incrementAndGet(), Instant.now().getEpochSecond());
    var signed = HEADER + '.' + encode(Json.write(claims));
    return signed + '.' + signature(signed);
  }

  /** The claims of a token that this shop signed and nobody has logged out. */
  public Optional<Claims> verify(String token) {
    var lastDot = token.lastIndexOf('.');
    if (!token.startsWith(HEADER) || lastDot <= HEADER.length()) {
      return Optional.empty();
    }
    var signed = token.substring(0, lastDot);
    var genuine =
        MessageDigest.isEqual(
            signature(signed).getBytes(UTF_8), token.substring(lastDot + 1).getBytes(UTF_8));
    if (!genuine) {
      return Optional.empty();
    }
    var payload = Base64.getUrlDecoder().decode(signed.substring(HEADER.length() + 1));
    var claims = Json.read(payload, Claims.class);
    return dead.contains(claims.jti()) ? Optional.empty() : Optional.of(claims);
  }

  public void kill(Claims claims) {
    dead.add(claims.jti());
  }

  private String signature(String signed) {
    try {
      // A copy of the keyed state: a Mac is not for many threads, and keying one anew costs more.
      return encode(((Mac) keyed.clone()).doFinal(signed.getBytes(UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
    }
  }

  private static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  public record Claims(String sub, long jti, long iat) {}
}
