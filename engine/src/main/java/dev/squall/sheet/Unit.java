package dev.squall.sheet;

/** What the numbers of a column are counted in. */
public enum Unit {
  /** Words, and things that are counted. */
  NONE("", ""),
  MILLISECONDS(" ms", "_ms"),
  SECONDS(" s", "_s"),
  BYTES(" bytes", "_bytes"),
  PER_SECOND("/s", "_per_s"),
  /** 0 to 100. */
  PERCENT(" %", "_percent");

  private final String title;
  private final String key;

  Unit(String title, String key) {
    this.title = title;
    this.key = key;
  }

  /** What follows a name that people read: {@code " ms"}. */
  public String title() {
    return title;
  }

  /** What follows a name that programs read: {@code "_ms"}. */
  public String key() {
    return key;
  }
}
