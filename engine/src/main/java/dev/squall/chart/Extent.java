package dev.squall.chart;

import dev.squall.chart.Layer.Band;
import dev.squall.chart.Layer.Bounds;
import dev.squall.chart.Layer.Columns;
import dev.squall.chart.Layer.Heat;
import dev.squall.chart.Layer.Intervals;
import dev.squall.chart.Layer.Line;
import dev.squall.chart.Layer.Moments;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The least and the most that layers reach upwards. */
record Extent(double least, double most) {

  static Optional<Extent> ofY(List<Layer> layers) {
    var values = layers.stream().flatMapToDouble(Extent::heights).summaryStatistics();
    return values.getCount() == 0
        ? Optional.empty()
        : Optional.of(new Extent(values.getMin(), values.getMax()));
  }

  private static DoubleStream heights(Layer layer) {
    return switch (layer) {
      case Line line -> line.pieces().stream().flatMap(List::stream).mapToDouble(Chart.Point::y);
      case Band band ->
          band.pieces().stream()
              .flatMap(List::stream)
              .flatMapToDouble(span -> DoubleStream.of(span.low(), span.high()));
      case Bounds bounds -> bounds.reaches().stream().mapToDouble(Layer.Reach::least);
      case Columns columns -> columns.boxes().stream().mapToDouble(Layer.Box::toY);
      case Heat heat ->
          heat.cells().stream().flatMapToDouble(cell -> DoubleStream.of(cell.fromY(), cell.toY()));
      case Intervals _, Moments _ -> DoubleStream.empty();
    };
  }
}
