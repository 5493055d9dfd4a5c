/**
 * One small chart model, its kinds and its renderings: a {@link dev.squall.chart.Chart} is layers
 * over two axes, built from results, and drawn in characters, as SVG, as pixels or as Vega-Lite.
 */
@NullMarked
package dev.squall.chart;

import org.jspecify.annotations.NullMarked;
