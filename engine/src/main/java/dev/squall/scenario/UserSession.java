package dev.squall.scenario;

/** What a code step sees of the user who performs it. Valid until the step returns. */
public interface UserSession {

  /** Whether a variable has a value. */
  boolean has(String variable);

  /**
   * The value of a variable or of a column of the data row.
   *
   * @throws IllegalArgumentException when it has none; the step fails with these words
   */
  String get(String variable);

  /**
   * Gives a variable a value until the iteration ends.
   *
   * @throws IllegalArgumentException when the step did not say with {@code sets(…)} that it sets it
   */
  void set(String variable, Object value);

  /** The virtual user, from 1. */
  int user();

  /** The iteration's index in the run, from 0. */
  long iteration();

  /**
   * A number from 0, included, to 1, excluded, that the seed, the iteration and the number of this
   * call decide: the same seed, the same run.
   */
  double random();
}
