package dev.squall.run;

import java.util.UUID;

/**
 * Draws that are pure functions of the seed, the iteration's index and the place of the draw, so
 * that the same seed gives the same requests whatever the threads do. The mixing is SplitMix64's
 * finalizer (Steele, Lea and Flood, 2014).
 */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Draws() {}

  /** 64 well-mixed bits. */
  static long bits(long seed, long index, int place, int visit) {
    long z = mix(seed + GOLDEN_GAMMA);
    z = mix(z ^ (index + GOLDEN_GAMMA));
    return mix(z ^ (((long) place << 32) + visit + GOLDEN_GAMMA));
  }

  /** Evenly from the least to the most, both included. */
  static long between(long least, long most, long bits) {
    if (least == most) {
      return least;
    }
    double share = (bits >>> 11) * 0x1.0p-53;
    return least + (long) (share * (most - least + 1));
  }

  /** A version 4 UUID (RFC 9562 §5.4) from the draw and its twin. */
  static UUID uuid(long seed, long index, int place, int visit) {
    long high = bits(seed, index, place, visit);
    long low = bits(~seed, index, place, visit);
    return new UUID(
        (high & ~0xF000L) | 0x4000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
