package dev.squall.shell.exports;

/** A text of lines that stand deeper inside of others. */
final class Lines {
  private final StringBuilder text = new StringBuilder();
  private final String step;
  private String indent = "";

  /** With so many blanks for each depth. */
  Lines(int step) {
    this.step = " ".repeat(step);
  }

  /** A line; what holds more than one stands as it is behind the first. */
  Lines add(String line) {
    text.append(line.isEmpty() ? "" : indent).append(line).append('\n');
    return this;
  }

  Lines deeper(String line) {
    add(line);
    indent += step;
    return this;
  }

  Lines back(String line) {
    indent = indent.substring(step.length());
    return add(line);
  }

  /** Back and deeper again. */
  Lines between(String line) {
    return back(line).deeperOnly();
  }

  private Lines deeperOnly() {
    indent += step;
    return this;
  }

  int column() {
    return indent.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
