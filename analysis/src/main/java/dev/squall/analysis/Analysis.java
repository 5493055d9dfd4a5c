package dev.squall.analysis;

/**
 * Every word about results: {@code import static dev.squall.analysis.Analysis.*;} and {@code
 * table(r)}, {@code compare(a, b)}, {@code why(r, p99(), "checkout")} and the others are there,
 * beside those of {@code Squall}.
 */
public final class Analysis extends PlotWords {
  private Analysis() {}
}
