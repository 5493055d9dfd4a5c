package dev.squall.analysis;

/** Runs in turn, A B A B …, one number each. */
final class Turns {
  private Turns() {}

  /**
   * How much B is above A, with a straight drift over the turns taken out: least squares of {@code
   * y = μ + δ·turn + β·isB}. B always comes second, so without the drift a machine that grows
   * slower would be B's fault. Of n numbers, n − 3 degrees of freedom remain.
   *
   * @param first A's numbers, at least two
   * @param second as many of B's
   */
  static Contrast contrast(double[] first, double[] second) {
    int n = first.length + second.length;
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = i % 2 == 0 ? first[i / 2] : second[i / 2];
    }
    double middle = (n - 1) / 2.0;
    double drift = 0;
    double both = 0;
    double side = 0;
    double driftY = 0;
    double sideY = 0;
    double mean = Moments.of(y).mean();
    for (int i = 0; i < n; i++) {
      double turn = i - middle;
      double isB = i % 2 - 0.5;
      drift += turn * turn;
      both += turn * isB;
      side += isB * isB;
      driftY += turn * y[i];
      sideY += isB * y[i];
    }
    double determinant = drift * side - both * both;
    double delta = (driftY * side - sideY * both) / determinant;
    double beta = (sideY * drift - driftY * both) / determinant;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double fitted = mean + delta * (i - middle) + beta * (i % 2 - 0.5);
      squares += (y[i] - fitted) * (y[i] - fitted);
    }
    double df = n - 3.0;
    double error = Math.sqrt(squares / df * drift / determinant);
    return new Contrast(beta, error, df);
  }
}
