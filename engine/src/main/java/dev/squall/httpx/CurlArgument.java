package dev.squall.httpx;

/**
 * An argument of {@code curl}.
 *
 * @param name of a flag in its long form without dashes; empty for a URL
 * @param shown the flag as it was written; of a URL the flag before it, if nobody knows it
 * @param value what the flag is about, or the URL, as a template; empty where it takes none
 * @param offset where it stands
 */
record CurlArgument(String name, String shown, String value, int offset) {

  /** The value where no variables are filled in: a file's name, a number. */
  String plainValue() {
    return plain(value);
  }

  static String plain(String template) {
    return template.replace("${$}", "$");
  }

  boolean isFile() {
    return value.startsWith("@");
  }

  /** What a file is called behind its sign. */
  String file() {
    return plain(value.substring(1));
  }
}
