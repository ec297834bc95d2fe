package dev.cantilever.drivers.drift;

import java.util.Optional;

/**
 * Newton's method on f(d) = Σ W cos(φ + k·d), and the error of where it ends.
 *
 * <p>With independent phases at every frequency the score Σ W k sin(φ + k·d) has the variance J = Σ
 * W² k kᵀ sin², twice that where every frequency is counted with its negative, and the maximum the
 * covariance H⁻¹ J H⁻¹ with H = Σ W k kᵀ cos (the sandwich of White, Econometrica 50 (1982) 1,
 * doi:10.2307/1912526). The window ties neighbouring frequencies together, which multiplies J.
 */
final class Refinement {

  private static final int STEPS = 12;
  private static final double CLOSE = 1e-7;
  private static final double FARTHEST_STEP = 1.5;

  /** How far the sum must stand above what unrelated phases give, in its standard deviations. */
  private static final double LEAST_SIGNIFICANCE = 6;

  /**
   * Sum of the squared correlations of a frequency with all others under a Hann window: they are
   * 2/3 to the next and 1/6 to the one after it, which gives 35/18 along each axis.
   */
  private static final double TIED = (35.0 / 18) * (35.0 / 18);

  private final Spectra.Cross cross;
  private double value;
  private double scatter;
  private double[] score;
  private double[] curvature;
  private double[] spread;

  private Refinement(Spectra.Cross cross) {
    this.cross = cross;
  }

  /** The maximum near a place, rows first; empty where there is none. */
  static Optional<double[]> near(Spectra.Cross cross, double startRow, double startColumn) {
    return new Refinement(cross).climbed(startRow, startColumn);
  }

  /**
   * The same with its error; empty also where unrelated pictures would give as much.
   *
   * @param share of the transformed square that the window fills
   */
  static Optional<Displacement> from(
      Spectra.Cross cross, double startRow, double startColumn, double share) {
    Refinement here = new Refinement(cross);
    double tied = 2 * TIED / share;
    return here.climbed(startRow, startColumn)
        .filter(top -> here.value > LEAST_SIGNIFICANCE * Math.sqrt(tied * here.scatter))
        .flatMap(top -> here.displacement(top[0], top[1], tied));
  }

  private Optional<double[]> climbed(double startRow, double startColumn) {
    double row = startRow;
    double column = startColumn;
    double[] step = {1, 1};
    for (int i = 0; i < STEPS && Math.hypot(step[0], step[1]) > CLOSE; i++) {
      sum(row, column);
      step = solve(score);
      row -= step[0];
      column -= step[1];
      if (!(Math.hypot(row - startRow, column - startColumn) <= FARTHEST_STEP)) {
        return Optional.empty();
      }
    }
    sum(row, column);
    return Optional.of(new double[] {row, column});
  }

  private Optional<Displacement> displacement(double row, double column, double tied) {
    double[] first = solve(new double[] {spread[0], spread[1]});
    double[] second = solve(new double[] {spread[1], spread[2]});
    double rows = solve(new double[] {first[0], second[0]})[0];
    double columns = solve(new double[] {first[1], second[1]})[1];
    return rows >= 0 && columns >= 0
        ? Optional.of(
            new Displacement(column, row, Math.sqrt(tied * columns), Math.sqrt(tied * rows)))
        : Optional.empty();
  }

  /** H⁻¹ v; not a number where H is not positive definite. */
  private double[] solve(double[] v) {
    double determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1];
    double by = determinant > 0 && curvature[0] > 0 ? 1 / determinant : Double.NaN;
    return new double[] {
      by * (curvature[2] * v[0] - curvature[1] * v[1]),
      by * (curvature[0] * v[1] - curvature[1] * v[0])
    };
  }

  /** All sums over the frequencies, in order; matrices as row-row, row-column, column-column. */
  private void sum(double row, double column) {
    int size = cross.size();
    value = 0;
    scatter = 0;
    score = new double[2];
    curvature = new double[3];
    spread = new double[3];
    double[] cosine = new double[size];
    double[] sine = new double[size];
    for (int c = 0; c < size; c++) {
      cosine[c] = StrictMath.cos(cross.frequency(c) * column);
      sine[c] = StrictMath.sin(cross.frequency(c) * column);
    }
    for (int r = 0; r < size; r++) {
      double k = cross.frequency(r);
      double re = StrictMath.cos(k * row);
      double im = StrictMath.sin(k * row);
      for (int c = 0; c < size; c++) {
        double turnRe = re * cosine[c] - im * sine[c];
        double turnIm = re * sine[c] + im * cosine[c];
        double a = cross.real()[r * size + c];
        double b = cross.imaginary()[r * size + c];
        add(k, cross.frequency(c), a * turnRe - b * turnIm, a * turnIm + b * turnRe);
      }
    }
  }

  private void add(double k, double l, double along, double beside) {
    value += along;
    scatter += beside * beside;
    score[0] += k * beside;
    score[1] += l * beside;
    curvature[0] += k * k * along;
    curvature[1] += k * l * along;
    curvature[2] += l * l * along;
    spread[0] += k * k * beside * beside;
    spread[1] += k * l * beside * beside;
    spread[2] += l * l * beside * beside;
  }
}
