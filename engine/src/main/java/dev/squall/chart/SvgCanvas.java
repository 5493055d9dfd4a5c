package dev.squall.chart;

import dev.squall.chart.Chart.Point;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * Paints as SVG elements. Each carries its colour on a light ground as an attribute, for programs
 * that know no style sheets with variables, and a class for those that do.
 */
final class SvgCanvas implements Canvas {
  private final StringBuilder elements = new StringBuilder();
  private final SequencedSet<Tone> tones = new LinkedHashSet<>();

  String elements() {
    return elements.toString();
  }

  /** The colours that were used. */
  SequencedSet<Tone> tones() {
    return tones;
  }

  @Override
  public void line(List<Point> points, Pen pen) {
    tones.add(pen.tone());
    elements
        .append("<path class=\"s-")
        .append(pen.tone().name())
        .append("\" d=\"")
        // A round cap makes a dot of a line without a length.
        .append(points.size() == 1 ? path(points) + "h0.01" : path(points))
        .append("\" fill=\"none\" stroke=\"")
        .append(pen.tone().light())
        .append("\" stroke-width=\"")
        .append(number(points.size() == 1 ? 2 * pen.width() : pen.width()))
        .append("\" stroke-linejoin=\"round\" stroke-linecap=\"")
        .append(points.size() == 1 ? "round" : "butt");
    if (!pen.dashes().isEmpty() && points.size() > 1) {
      elements
          .append("\" stroke-dasharray=\"")
          .append(pen.dashes().stream().map(SvgCanvas::number).collect(Collectors.joining(" ")));
    }
    elements.append("\"/>\n");
  }

  @Override
  public void area(List<Point> outline, Tone tone, double opacity) {
    filled(path(outline) + "z", tone, opacity, "");
  }

  @Override
  public void rectangles(List<Rectangle> rectangles, Tone tone, double opacity) {
    var path = new StringBuilder();
    for (var box : rectangles) {
      path.append('M')
          .append(number(box.x()))
          .append(' ')
          .append(number(box.y()))
          .append('h')
          .append(number(box.width()))
          .append('v')
          .append(number(box.height()))
          .append('h')
          .append(number(-box.width()))
          .append('z');
    }
    filled(path.toString(), tone, opacity, " shape-rendering=\"crispEdges\"");
  }

  private void filled(String path, Tone tone, double opacity, String more) {
    tones.add(tone);
    elements
        .append("<path class=\"f-")
        .append(tone.name())
        .append("\" d=\"")
        .append(path)
        .append("\" fill=\"")
        .append(tone.light())
        .append('"');
    if (opacity < 1) {
      elements.append(" fill-opacity=\"").append(Math.round(opacity * 100) / 100.0).append('"');
    }
    elements.append(more).append("/>\n");
  }

  @Override
  public void text(String text, double x, double y, Align align, Lettering lettering) {
    tones.add(lettering.tone());
    elements
        .append("<text class=\"f-")
        .append(lettering.tone().name())
        .append("\" x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" font-size=\"")
        .append(number(lettering.size))
        .append(lettering.strong ? "\" font-weight=\"600" : "")
        .append(
            switch (align) {
              case START -> "";
              case MIDDLE -> "\" text-anchor=\"middle";
              case END -> "\" text-anchor=\"end";
            })
        .append("\" fill=\"")
        .append(lettering.tone().light())
        .append("\">")
        .append(escaped(text))
        .append("</text>\n");
  }

  private static String path(List<Point> points) {
    var path = new StringBuilder("M");
    for (var point : points) {
      path.append(path.length() > 1 ? "L" : "")
          .append(number(point.x()))
          .append(' ')
          .append(number(point.y()));
    }
    return path.toString();
  }

  /** A tenth of a pixel is more than anybody sees. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }

  /** Harmless in XML and HTML, in text and in attributes. */
  static String escaped(String text) {
    return Labels.printable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
