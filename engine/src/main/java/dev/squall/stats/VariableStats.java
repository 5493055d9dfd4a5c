package dev.squall.stats;

/**
 * What one extractor found.
 *
 * @param scenario the step's scenario
 * @param step the step's name
 * @param variable the variable that it fills
 * @param extractor where it looks, in words
 * @param type of what it found: {@code integer}, {@code number}, {@code boolean}, {@code uuid},
 *     {@code object}, {@code array} or {@code text}; empty where it found nothing
 * @param example a value; {@code …} where nobody may see it, empty where it found nothing
 * @param found answers in which it found something
 * @param missed answers in which it found nothing
 * @param distinct how many different values there were
 * @param more whether there may be more of them than that
 */
public record VariableStats(
    String scenario,
    String step,
    String variable,
    String extractor,
    String type,
    String example,
    long found,
    long missed,
    long distinct,
    boolean more) {

  /** The most different values that are counted one by one. */
  public static final int MOST_DISTINCT = 1000;

  /** The same extractor in two runs; which values both of them found is not known. */
  VariableStats plus(VariableStats other) {
    var one = found > 0 ? this : other;
    return new VariableStats(
        scenario,
        step,
        variable,
        extractor,
        found > 0 && other.found > 0 ? ValueType.both(type, other.type) : one.type,
        one.example,
        found + other.found,
        missed + other.missed,
        Math.max(distinct, other.distinct),
        more || other.more || (found > 0 && other.found > 0));
  }
}
