package dev.squall.cli;

import dev.squall.chart.ImageProtocol;
import dev.squall.chart.PercentileCurve;
import dev.squall.chart.TerminalImage;
import dev.squall.chart.Theme;
import dev.squall.stats.Results;
import java.io.Console;
import java.util.Optional;

/** What is known of the terminal before there is a prompt. */
final class Screen {
  private static final int COLUMNS = 80;
  private static final int PICTURE_ROWS = 20;

  private Screen() {}

  /** Whether a person sees output as it comes and lines may be redrawn. */
  static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** The percentile curve in pixels; empty where no terminal shows them or nothing was measured. */
  static Optional<String> picture(Results results) {
    var environment = System.getenv();
    return isTerminal()
        ? PercentileCurve.of(results)
            .flatMap(chart ->
                TerminalImage.render(
                    chart,
                    ImageProtocol.of(environment),
                    columns(),
                    PICTURE_ROWS,
                    Theme.ofTerminal(environment)))
        : Optional.empty();
  }

  /** The width that the shell exports, else 80. */
  static int columns() {
    var columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("\\d{2,3}") ? Integer.parseInt(columns) : COLUMNS;
  }
}
