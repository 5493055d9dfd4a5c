package dev.squall.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * N. J. Gunther's Universal Scalability Law: with N requests in flight (or N users) a system does
 *
 * <pre>  X(N) = λN / (1 + σ(N − 1) + κN(N − 1))</pre>
 *
 * of them a second ("Guerrilla Capacity Planning", 2007). σ is the share of work that only one can
 * do at a time, κ what keeping each other informed costs; both are not negative.
 *
 * @param lambda λ: what one alone does a second
 * @param sigma σ
 * @param kappa κ
 */
public record Scalability(double lambda, double sigma, double kappa) {
  private static final int UNKNOWNS = 3;

  /** Work a second with so many at once. */
  public double throughput(double n) {
    return lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
  }

  /** How many at once do most: {@code √((1 − σ)/κ)}; infinite without κ. */
  public double peak() {
    return kappa > 0 ? Math.sqrt(Math.max(0, 1 - sigma) / kappa) : Double.POSITIVE_INFINITY;
  }

  /** The most it ever does: at the peak, or {@code λ/σ} without κ; infinite without either. */
  public double capacity() {
    if (kappa > 0) {
      return throughput(Math.max(1, peak()));
    }
    return sigma > 0 ? lambda / sigma : Double.POSITIVE_INFINITY;
  }

  /** A point that was measured: so many at once, so many a second. */
  record Point(double n, double perSecond) {}

  /**
   * The curve nearest to the points, by relative distance. {@code N/X = (1 + σ(N−1) + κN(N−1))/λ}
   * is linear in 1/λ, σ/λ and κ/λ, so that least squares have one answer; of those with none of the
   * three below zero the best is taken. Through fewer than three points the law has no curve of its
   * own: then κ, or with one point σ as well, is nought.
   */
  static Scalability of(List<Point> points) {
    var best = new Scalability(mean(points), 0, 0);
    double least = Double.POSITIVE_INFINITY;
    boolean[][] choices = {{false, false}, {true, false}, {false, true}, {true, true}};
    for (var choice : choices) {
      int unknowns = 1 + (choice[0] ? 1 : 0) + (choice[1] ? 1 : 0);
      double[] solution = unknowns > points.size() ? null : solve(points, choice[0], choice[1]);
      if (solution != null && solution[0] > 0 && solution[1] >= 0 && solution[2] >= 0) {
        var found =
            new Scalability(1 / solution[0], solution[1] / solution[0], solution[2] / solution[0]);
        double squares = squares(found, points);
        // A further unknown has to earn its place.
        if (squares < least * (1 - 1e-9)) {
          least = squares;
          best = found;
        }
      }
    }
    return best;
  }

  private static double mean(List<Point> points) {
    return points.stream().mapToDouble(p -> p.perSecond() / p.n()).average().orElse(0);
  }

  /** Sum of squared relative distances of N/X. */
  static double squares(Scalability law, List<Point> points) {
    return points.stream()
        .mapToDouble(p -> Math.pow(p.perSecond() / law.throughput(p.n()) - 1, 2))
        .sum();
  }

  /** Normal equations of the unknowns that are in, each equation divided by its N/X. */
  private static double @Nullable [] solve(
      List<Point> points, boolean withSigma, boolean withKappa) {
    boolean[] in = {true, withSigma, withKappa};
    double[][] matrix = new double[UNKNOWNS][UNKNOWNS + 1];
    for (var point : points) {
      double y = point.n() / point.perSecond();
      double n = point.n();
      double[] row = {1 / y, (n - 1) / y, n * (n - 1) / y};
      for (int i = 0; i < UNKNOWNS; i++) {
        for (int j = 0; j < UNKNOWNS; j++) {
          matrix[i][j] += in[i] && in[j] ? row[i] * row[j] : 0;
        }
        matrix[i][UNKNOWNS] += in[i] ? row[i] : 0;
      }
    }
    for (int i = 0; i < UNKNOWNS; i++) {
      matrix[i][i] += in[i] ? 0 : 1;
    }
    return eliminated(matrix);
  }

  private static double @Nullable [] eliminated(double[][] matrix) {
    int n = matrix.length;
    for (int i = 0; i < n; i++) {
      int pivot = i;
      for (int j = i + 1; j < n; j++) {
        pivot = Math.abs(matrix[j][i]) > Math.abs(matrix[pivot][i]) ? j : pivot;
      }
      var swapped = matrix[i];
      matrix[i] = matrix[pivot];
      matrix[pivot] = swapped;
      if (Math.abs(matrix[i][i]) < 1e-12) {
        return null;
      }
      for (int j = 0; j < n; j++) {
        double times = j == i ? 0 : matrix[j][i] / matrix[i][i];
        for (int k = i; k <= n; k++) {
          matrix[j][k] -= times * matrix[i][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = matrix[i][n] / matrix[i][i];
    }
    return solution;
  }
}
