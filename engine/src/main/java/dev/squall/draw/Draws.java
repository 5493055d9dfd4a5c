package dev.squall.draw;

import java.util.UUID;

/**
 * Draws that are pure functions of the seed, the iteration's index and the place of the draw, so
 * that the same seed gives the same requests whatever the threads do. The mixing is SplitMix64's
 * finalizer (Steele, Lea and Flood, 2014).
 */
public final class Draws {
  /** The place of draws of data rows. */
  public static final int DATA = -1;

  /** The place of the draw of a mix's scenario. */
  public static final int MIX = -2;

  /** The place of the draw of a gap between two arrivals. */
  public static final int GAP = -3;

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Draws() {}

  /**
   * 64 well-mixed bits.
   *
   * @param seed the run's
   * @param index the iteration's
   * @param place tells this draw from every other of the iteration; what belongs to no step has a
   *     negative one, {@link #DATA} and below
   * @param visit how often the place was drawn at before in the iteration
   */
  public static long bits(long seed, long index, int place, int visit) {
    long z = mix(seed + GOLDEN_GAMMA);
    z = mix(z ^ (index + GOLDEN_GAMMA));
    return mix(z ^ (((long) place << 32) + visit + GOLDEN_GAMMA));
  }

  /** Evenly from 0, included, to 1, excluded. */
  public static double share(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /** Evenly from the least to the most, both included. */
  public static long between(long least, long most, long bits) {
    if (least == most) {
      return least;
    }
    return least + (long) (share(bits) * (most - least + 1));
  }

  /** Of the exponential distribution with mean 1, by inversion; always finite. */
  public static double exponential(long bits) {
    return -Math.log1p(-share(bits));
  }

  /** Of the standard normal distribution, from two draws (Box and Muller, 1958). */
  public static double normal(long bits, long otherBits) {
    return Math.sqrt(2 * exponential(bits)) * Math.cos(2 * Math.PI * share(otherBits));
  }

  /** A version 4 UUID (RFC 9562 §5.4) from the draw and its twin. */
  public static UUID uuid(long seed, long index, int place, int visit) {
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
