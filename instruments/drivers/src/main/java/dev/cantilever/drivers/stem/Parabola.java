package dev.cantilever.drivers.stem;

/**
 * A least-squares parabola a + b u + c u² through points, u counted from their middle.
 *
 * @param vertex u of its top
 * @param standardError of the vertex, by the scatter of the points around it
 * @param isTop whether it opens downwards by more than three standard errors of c
 */
record Parabola(double vertex, double standardError, boolean isTop) {

  /** Through at least four points whose u are symmetrical around 0. */
  static Parabola through(double[] u, double[] values) {
    int n = u.length;
    double s2 = 0;
    double s4 = 0;
    double sum = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < n; i++) {
      double square = u[i] * u[i];
      s2 += square;
      s4 += square * square;
      sum += values[i];
      first += u[i] * values[i];
      second += square * values[i];
    }
    double determinant = n * s4 - s2 * s2;
    double c = (n * second - s2 * sum) / determinant;
    double b = first / s2;
    double a = (sum - c * s2) / n;
    double rest = 0;
    for (int i = 0; i < n; i++) {
      double off = values[i] - a - b * u[i] - c * u[i] * u[i];
      rest += off * off;
    }
    double variance = rest / (n - 3);
    double errorOfC = Math.sqrt(variance * n / determinant);
    double vertex = -b / (2 * c);
    double fromB = Math.sqrt(variance / s2) / (2 * c);
    double fromC = vertex * errorOfC / c;
    return new Parabola(
        vertex, Math.sqrt(fromB * fromB + fromC * fromC), c < -3 * errorOfC && c < 0);
  }
}
