/** One small chart model and its renderings. */
@NullMarked
package dev.squall.chart;

import org.jspecify.annotations.NullMarked;
