package dev.squall.chart;

import dev.squall.chart.Chart.Point;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paints in Java2D; needs neither a display nor a window. */
final class PixelCanvas implements Canvas {
  private final Graphics2D graphics;
  private final Theme theme;

  PixelCanvas(Graphics2D graphics, Theme theme) {
    this.graphics = graphics;
    this.theme = theme;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  @Override
  public void line(List<Point> points, Pen pen) {
    boolean dot = points.size() == 1;
    float width = (float) (dot ? 2 * pen.width() : pen.width());
    int cap = dot ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
    graphics.setStroke(
        pen.dashes().isEmpty() || dot
            ? new BasicStroke(width, cap, BasicStroke.JOIN_ROUND)
            : new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, 1, dashes(pen), 0));
    use(pen.tone(), 1);
    var path = path(points);
    if (dot) {
      path.lineTo(points.getFirst().x() + 0.01, points.getFirst().y());
    }
    graphics.draw(path);
  }

  @Override
  public void area(List<Point> outline, Tone tone, double opacity) {
    use(tone, opacity);
    var path = path(outline);
    path.closePath();
    graphics.fill(path);
  }

  @Override
  public void rectangles(List<Rectangle> rectangles, Tone tone, double opacity) {
    use(tone, opacity);
    for (var box : rectangles) {
      graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }
  }

  @Override
  public void text(String text, double x, double y, Align align, Lettering lettering) {
    var font =
        new Font(Font.SANS_SERIF, lettering.strong ? Font.BOLD : Font.PLAIN, 1)
            .deriveFont((float) lettering.size);
    use(lettering.tone(), 1);
    graphics.setFont(font);
    var shown = Labels.printable(text);
    double width = font.getStringBounds(shown, graphics.getFontRenderContext()).getWidth();
    double from =
        switch (align) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    graphics.drawString(shown, (float) from, (float) y);
  }

  private void use(Tone tone, double opacity) {
    graphics.setColor(Color.decode(tone.on(theme)));
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
  }

  private static float[] dashes(Pen pen) {
    var dashes = new float[pen.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = pen.dashes().get(i).floatValue();
    }
    return dashes;
  }

  private static Path2D.Double path(List<Point> points) {
    var path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    for (var point : points.subList(1, points.size())) {
      path.lineTo(point.x(), point.y());
    }
    return path;
  }
}
