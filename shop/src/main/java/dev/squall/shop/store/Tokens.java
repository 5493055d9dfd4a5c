package dev.squall.shop.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.squall.shop.json.Json;
import java.io.UncheckedIOException;
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
      encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + '.';

  private final Once<Mac> keyed;
  // By the clock: a token from before a restart must not die with one that has its number now.
  private final AtomicLong serials = new AtomicLong(System.currentTimeMillis() * 1_000);
  private final Set<Long> dead = ConcurrentHashMap.newKeySet();

  public Tokens(long seed) {
    // Not at the start: the JDK takes long to find its first Mac.
    keyed = new Once<>(() -> keyedWith(seed));
  }

  private static Mac keyedWith(long seed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      // Made from the seed: a shop that starts again still knows its seeded users' tokens.
      var key = ByteBuffer.allocate(32).putLong(24, seed).array();
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** A token for that user; the address and not a number, which after a restart is another's. */
  public String issue(String email) {
    var claims = new Claims(email, serials.incrementAndGet(), Instant.now().getEpochSecond());
    var signed = HEADER + encode(Json.write(claims));
    return signed + '.' + signature(signed);
  }

  /** The claims of a token that this shop signed and nobody has logged out. */
  public Optional<Claims> verify(String token) {
    var lastDot = token.lastIndexOf('.');
    if (!token.startsWith(HEADER) || lastDot < HEADER.length()) {
      return Optional.empty();
    }
    var signed = token.substring(0, lastDot);
    var genuine =
        MessageDigest.isEqual(
            signature(signed).getBytes(UTF_8), token.substring(lastDot + 1).getBytes(UTF_8));
    if (!genuine) {
      return Optional.empty();
    }
    return claims(signed.substring(HEADER.length())).filter(c -> !dead.contains(c.jti()));
  }

  /** Anyone who knows the seed can sign anything, and not all of it are claims. */
  private static Optional<Claims> claims(String payload) {
    try {
      var claims = Json.read(Base64.getUrlDecoder().decode(payload), Claims.class);
      return claims == null || claims.sub() == null ? Optional.empty() : Optional.of(claims);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  public void kill(Claims claims) {
    dead.add(claims.jti());
  }

  private String signature(String signed) {
    try {
      // A copy of the keyed state: a Mac is not for many threads, and keying one anew costs more.
      return encode(((Mac) keyed.get().clone()).doFinal(signed.getBytes(UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
    }
  }

  private static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  public record Claims(String sub, long jti, long iat) {}
}
