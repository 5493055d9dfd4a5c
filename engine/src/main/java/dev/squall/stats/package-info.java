/**
 * Samples to numbers: the matrix, percentiles with bounds, timelines and errors. Third waist of the
 * flow: {@code Results}.
 */
@NullMarked
package dev.squall.stats;

import org.jspecify.annotations.NullMarked;
