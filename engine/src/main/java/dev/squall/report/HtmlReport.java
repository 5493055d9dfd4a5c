package dev.squall.report;

import static dev.squall.sheet.SheetHtml.escaped;

import dev.squall.sheet.SheetHtml;
import dev.squall.stats.SavedResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Results as one page that needs nothing else: no network, no script to be read, light and dark, on
 * a phone and on paper. It is XML as well, so that programs read it too.
 */
record HtmlReport(SavedResults saved) {
  private static final String STYLE = SheetHtml.STYLE + resource("page.css");
  private static final String SCRIPT = resource("page.js");

  @Override
  public String toString() {
    var info = saved.results().info();
    var content =
        "<style>"
            + STYLE
            + "</style>\n</head>\n<body>\n"
            + new PageSections(saved)
            + "<script>"
            + SCRIPT
            + "</script>\n</body>\n</html>\n";
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="%s"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="generator" content="Squall %s"/>
    <title>%s</title>
    <link rel="icon" href="data:,"/>
    """
            .formatted(
                PagePolicy.of(content),
                escaped(version()),
                escaped(info.scenario() + ": " + info.load()))
        + content;
  }

  /** Of Squall. */
  static String version() {
    var version = HtmlReport.class.getPackage().getImplementationVersion();
    return version == null ? "in development" : version;
  }

  private static String resource(String name) {
    try (var in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the page lies in the same jar", e);
    }
  }
}
