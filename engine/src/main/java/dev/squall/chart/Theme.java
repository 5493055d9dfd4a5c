package dev.squall.chart;

import java.util.Map;

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

  /**
   * What the environment of a process tells about its terminal's ground: {@code COLORFGBG} ends
   * with the number of its colour. Dark where nobody says.
   */
  public static Theme ofTerminal(Map<String, String> environment) {
    var colours = environment.getOrDefault("COLORFGBG", "");
    var ground = colours.substring(colours.lastIndexOf(';') + 1);
    return ground.equals("7") || ground.equals("15") ? LIGHT : DARK;
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
