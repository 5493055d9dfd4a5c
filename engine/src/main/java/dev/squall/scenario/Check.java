package dev.squall.scenario;

/**
 * An extractor and what is expected of it. All checks of a step are evaluated, also after one
 * failed.
 *
 * @param extractor where to look
 * @param expectation what the value should be
 */
public record Check(Extractor extractor, Expectation expectation) {

  /** In words: {@code status is 200}, {@code elapsed below 250 ms}. */
  @Override
  public String toString() {
    var words = extractor + " " + Expectation.describe(expectation);
    boolean hasUnit =
        extractor instanceof Extractor.Elapsed && !(expectation instanceof Expectation.Exists);
    return hasUnit ? words + " ms" : words;
  }
}
