package dev.squall.kernel;

import dev.squall.analysis.PlotlyPage;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.zip.GZIPOutputStream;
import tech.tablesaw.plotly.components.Figure;

/**
 * Figures of Tablesaw's jsplot, which Plotly draws. It comes with the first of them, from our own
 * jars and packed, and stays on the page for the others.
 */
final class PlotlyFigures {
  /** In a bundle that is of no use on a page without Plotly. */
  private static final String NEEDED = "squall/plotly";

  private boolean isSent;
  private int count;

  /** A figure, which is drawn where Plotly is. */
  synchronized Bundle show(Figure figure, View view) {
    var id = "squall_figure_" + ProcessHandle.current().pid() + "_" + ++count;
    var script =
        figure
            .asJavascript(id)
            .replaceFirst("^\\s*<script>", "")
            .replaceFirst("</script>\\s*$", "")
            .replace("</script", "<\\/script");
    return Bundle.of("a figure of Plotly's: a notebook draws it", drawn(id, script))
        .with(NEEDED, "");
  }

  /** As it goes to the page: with Plotly where that needs it and did not go there before. */
  synchronized Bundle sent(Bundle bundle) {
    if (!bundle.data().containsKey(NEEDED)) {
      return bundle;
    }
    var forms = new LinkedHashMap<>(bundle.data());
    forms.remove(NEEDED);
    if (!isSent) {
      forms.put(Bundle.HTML, loader() + forms.get(Bundle.HTML));
      isSent = true;
    }
    return new Bundle(forms);
  }

  /** Other scripts of a page may have made these names mean something to a module. */
  private static String loader() {
    return """
    <script>
    window.squallPlotly = window.squallPlotly || (window.Plotly ? Promise.resolve() : (async function () {
      const packed = Uint8Array.from(atob("%s"), c => c.charCodeAt(0));
      const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      const script = document.createElement("script");
      script.textContent = "{const define = undefined, exports = undefined, module = undefined;"
        + await new Response(unpacked).text() + "}";
      document.head.appendChild(script);
    })());
    </script>
    """
        .formatted(packed());
  }

  private static String drawn(String id, String script) {
    return """
    <div id="%1$s"></div>
    <script>
    (function () {
      const draw = function () {
    %2$s
        Plotly.relayout("%1$s", {paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", "font.color": "#808488",
          "xaxis.gridcolor": "#88888855", "yaxis.gridcolor": "#88888855"});
      };
      let looks = 100;
      const place = function () {
        if (document.getElementById("%1$s")) draw();
        else if (looks-- > 0) setTimeout(place, 50);
      };
      if (window.squallPlotly) window.squallPlotly.then(place);
      else document.getElementById("%1$s").textContent =
        "Plotly is not on this page: perform the cell of the first figure once more";
    })();
    </script>
    """
        .formatted(id, script);
  }

  private static String packed() {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(bytes)) {
      packing.write(PlotlyPage.script().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
