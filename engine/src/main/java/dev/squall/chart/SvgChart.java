package dev.squall.chart;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A chart as one {@code <svg>} element: a file, an image, or a part of a page. There are no scripts
 * and nothing is fetched.
 *
 * <p>It is light or dark as its reader prefers ({@code prefers-color-scheme}), light on paper, and
 * obeys a page that decides itself: by {@code data-theme="dark"} or {@code class="dark"} (or {@code
 * light}) on its root element, as JupyterLab does on its body, or by variables such as {@code
 * --squall-paper: transparent} and {@code --squall-blue}, which win over both.
 */
public final class SvgChart {
  private SvgChart() {}

  /** The chart under an identifier made of its content. */
  public static String render(Chart chart, int width, int height) {
    var canvas = painted(chart, width, height);
    var hash = Integer.toHexString(canvas.elements().hashCode());
    return render(chart, canvas, width, height, "chart-" + hash);
  }

  /**
   * The chart.
   *
   * @param width in pixels; a page may stretch it
   * @param height in pixels
   * @param id begins with a letter, and no other element of the page has it or begins with it and a
   *     hyphen
   * @throws IllegalArgumentException for an identifier with other characters than letters, digits
   *     and hyphens
   */
  public static String render(Chart chart, int width, int height, String id) {
    if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException("no identifier of letters, digits and hyphens: " + id);
    }
    return render(chart, painted(chart, width, height), width, height, id);
  }

  private static SvgCanvas painted(Chart chart, int width, int height) {
    var canvas = new SvgCanvas();
    Painter.paint(chart, canvas, width, height);
    return canvas;
  }

  private static String render(Chart chart, SvgCanvas canvas, int width, int height, String id) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
    role="img" aria-labelledby="%3$s-title %3$s-desc" style="max-width:100%%;height:auto">
    <title id="%3$s-title">%4$s</title>
    <desc id="%3$s-desc">%5$s</desc>
    <style>%6$s</style>
    <g id="%3$s" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif">
    %7$s</g>
    </svg>
    """
        .formatted(
            width,
            height,
            id,
            SvgCanvas.escaped(chart.title()),
            SvgCanvas.escaped(Description.of(chart)),
            style(id, canvas.tones()),
            canvas.elements());
  }

  private static String style(String id, Collection<Tone> tones) {
    var light = variables(tones, Theme.LIGHT);
    var dark = variables(tones, Theme.DARK);
    var rules =
        tones.stream()
            .map(tone ->
                "#%1$s .f-%2$s{fill:var(--q-%2$s)}#%1$s .s-%2$s{stroke:var(--q-%2$s)}"
                    .formatted(id, tone.name()))
            .collect(Collectors.joining("\n"));
    return """
    #%1$s{%2$s}
    @media screen and (prefers-color-scheme:dark){#%1$s{%3$s}}
    @media screen{:root.dark #%1$s,:root[data-theme=dark] #%1$s,[data-jp-theme-light=false] #%1$s{%3$s}
    :root.light #%1$s,:root[data-theme=light] #%1$s,[data-jp-theme-light=true] #%1$s{%2$s}}
    %4$s\
    """
        .formatted(id, light, dark, rules);
  }

  private static String variables(Collection<Tone> tones, Theme theme) {
    return tones.stream()
        .map(tone -> "--q-%1$s:var(--squall-%1$s,%2$s)".formatted(tone.name(), tone.on(theme)))
        .collect(Collectors.joining(";"));
  }
}
