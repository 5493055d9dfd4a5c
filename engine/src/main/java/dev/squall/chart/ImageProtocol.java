package dev.squall.chart;

import java.util.Locale;
import java.util.Map;

/** How a terminal takes images. */
public enum ImageProtocol {
  /** It takes none, or nobody knows. */
  NONE,
  /** The graphics protocol of kitty. */
  KITTY,
  /** The inline images of iTerm2. */
  ITERM2,
  /** Rows of six pixels, as DEC's terminals drew them. */
  SIXEL;

  /**
   * What the environment of a process tells about its terminal. {@code SQUALL_IMAGES} with the name
   * of a protocol decides; otherwise only a terminal that is known to show images counts. None is
   * known to show them inside tmux or screen, and where a variable may have been inherited from
   * another terminal it does not count.
   */
  public static ImageProtocol of(Map<String, String> environment) {
    var wish = environment.getOrDefault("SQUALL_IMAGES", "").toUpperCase(Locale.ROOT);
    for (var protocol : values()) {
      if (protocol.name().equals(wish)) {
        return protocol;
      }
    }
    var terminal = environment.getOrDefault("TERM", "");
    var program = environment.getOrDefault("TERM_PROGRAM", "");
    if (environment.containsKey("TMUX")
        || environment.containsKey("STY")
        || terminal.startsWith("screen")
        || terminal.startsWith("tmux")
        || terminal.isEmpty()
        || terminal.equals("dumb")) {
      return NONE;
    }
    if (terminal.equals("xterm-kitty") || terminal.equals("xterm-ghostty")) {
      return KITTY;
    }
    if (terminal.equals("foot")
        || terminal.startsWith("foot-")
        || terminal.startsWith("mlterm")
        || program.equals("mintty")) {
      return SIXEL;
    }
    return switch (program) {
      case "iTerm.app", "WezTerm" -> ITERM2;
      case "ghostty" -> KITTY;
      default -> NONE;
    };
  }
}
