package dev.squall.analysis;

import dev.squall.chart.Chart;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/**
 * Interactive charts as one HTML page that needs nothing else: Plotly is inside, from our own jars
 * and never from a network. Light or dark as its reader prefers. About 11 MB.
 */
public final class PlotlyPage {
  private PlotlyPage() {}

  /** The charts one below the other. */
  public static String of(String title, List<Chart> charts) {
    var body = new StringBuilder();
    for (int i = 0; i < charts.size(); i++) {
      var id = "chart" + i;
      // jsplot's variables have the same names in every figure.
      body.append("<div id=\"%s\" class=\"chart\"></div>\n".formatted(id))
          .append(
              Figures.of(charts.get(i))
                  .asJavascript(id)
                  .replace("<script>", "<script>(function(){")
                  .replace("</script>", "})();</script>"));
    }
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%1$s</title>
    <style>
    :root{color-scheme:light dark}
    body{margin:1rem auto;max-width:70rem;font-family:system-ui,sans-serif;background:#fff;color:#1d2127}
    .chart{margin-bottom:1rem}
    @media (prefers-color-scheme:dark){body{background:#15181c;color:#e6e9ed}}
    </style>
    <script>
    """
            .formatted(Figures.plain(title))
        + script()
        + """
        </script>
        </head>
        <body>
        <h1>%1$s</h1>
        %2$s<script>
        (function(){
          var dark = matchMedia('(prefers-color-scheme: dark)');
          function paint(){
            var d = dark.matches, paper = d ? '#15181c' : '#fff', grid = d ? '#30353c' : '#e3e6ea';
            document.querySelectorAll('.chart').forEach(function(chart){
              Plotly.relayout(chart, {paper_bgcolor: paper, plot_bgcolor: paper,
                'font.color': d ? '#e6e9ed' : '#1d2127', 'xaxis.gridcolor': grid, 'yaxis.gridcolor': grid});
            });
          }
          paint();
          dark.addEventListener('change', paint);
        })();
        </script>
        </body>
        </html>
        """
            .formatted(Figures.plain(title), body);
  }

  /** Plotly itself, as it may stand between script tags. */
  public static String script() {
    return resource("META-INF/resources/webjars/plotly.js-dist/" + version() + "/plotly.js")
        .replace("</script", "<\\/script")
        .replace("<!--", "<\\!--");
  }

  static String version() {
    var properties = new Properties();
    try {
      properties.load(
          new StringReader(
              resource("META-INF/maven/org.webjars.npm/plotly.js-dist/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }

  private static String resource(String name) {
    try (var stream = PlotlyPage.class.getClassLoader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
