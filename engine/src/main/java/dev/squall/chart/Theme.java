package dev.squall.chart;

/** What a chart is drawn on. */
public enum Theme {
  LIGHT("#ffffff", "#1d2127", "#565d66", "#e3e6ea"),
  DARK("#15181c", "#e6e9ed", "#a3aab3", "#30353c");

  private final String paper;
  private final String text;
  private final String faint;
  private final String grid;

  Theme(String paper, String text, String faint, String grid) {
    this.paper = paper;
    this.text = text;
    this.faint = faint;
    this.grid = grid;
  }

  /** The ground, {@code #rrggbb}. */
  public String paper() {
    return paper;
  }

  /** Words that matter, {@code #rrggbb}. */
  public String text() {
    return text;
  }

  /** Words that matter less, {@code #rrggbb}. */
  public String faint() {
    return faint;
  }

  /** Lines in the background, {@code #rrggbb}. */
  public String grid() {
    return grid;
  }
}
