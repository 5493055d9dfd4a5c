package dev.squall.data;

/** What can stand between the columns of CSV. */
final class Delimiter {
  private Delimiter() {}

  static void check(char delimiter, Findings findings) {
    if (delimiter == '\n' || delimiter == '\r') {
      findings.add("a line end cannot be a delimiter", "it ends a row");
    } else if (delimiter == '"') {
      findings.add("a quote cannot be a delimiter", "it encloses a value");
    } else if (Character.isLetterOrDigit(delimiter) || Character.isSurrogate(delimiter)) {
      findings.add(
          "the delimiter " + delimiter + " would be part of values", "use one of , ; | or a tab");
    }
  }
}
