package dev.squall.shell.line;

/** A piece of what was entered at once, in one language. */
public sealed interface Part {
  /** As it was entered. */
  String text();

  /** Where it begins in what was entered. */
  int from();

  /** Java, one snippet or several. */
  record Java(String text, int from) implements Part {}

  /** {@code GET /path …}, with its headers and body below it. */
  record Probe(String text, int from) implements Part {}

  /** {@code curl …}, over as many lines as it takes. */
  record Curl(String text, int from) implements Part {}

  /**
   * {@code %name arguments}.
   *
   * @param name without its sign
   * @param arguments where they begin in the text
   */
  record Line(String text, int from, String name, int arguments) implements Part {}

  /**
   * {@code %%name arguments} and everything below it.
   *
   * @param body where the lines below begin in the text
   */
  record Whole(String text, int from, String name, int arguments, int body) implements Part {}

  /** {@code ?word} or {@code word?}: documentation is wanted. */
  record Question(String text, int from, String word) implements Part {}
}
