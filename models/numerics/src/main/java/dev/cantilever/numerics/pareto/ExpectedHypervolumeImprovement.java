package dev.cantilever.numerics.pareto;

import dev.cantilever.numerics.special.Improvement;

/**
 * What one measurement is expected to add to the hypervolume, exact for one to three objectives
 * that are independent Gaussians with mean μ_k and deviation σ_k.
 *
 * <p>Over boxes that fill the undominated region, {@code EHVI = Σ Π_k (ψ_k(lower_k) −
 * ψ_k(upper_k))}, {@code ψ_k(a) = σ_k h((μ_k − a)/σ_k)}, {@code h(z) = φ(z) + z Φ(z)}, {@code
 * ψ_k(∞) = 0} (Yang, Emmerich, Deutz and Bäck, J. Glob. Optim. 75 (2019) 3,
 * doi:10.1007/s10898-019-00798-7). O(n) for a candidate, n the size of the front. A deviation of 0
 * is allowed and gives the plain gain in that objective.
 *
 * <p>The logarithm is formed term by term (after Ament et al., NeurIPS 2023, arXiv:2310.20708), so
 * that it ranks candidates also where the improvement itself underflows.
 */
public final class ExpectedHypervolumeImprovement {

  static final int MOST_OBJECTIVES = 3;

  private final Boxes boxes;

  private ExpectedHypervolumeImprovement(Boxes boxes) {
    this.boxes = boxes;
  }

  /**
   * Improvement over a front; may be empty.
   *
   * @throws IllegalArgumentException for more than three objectives, or a reference of another
   *     number
   */
  public static ExpectedHypervolumeImprovement over(Front front, ReferencePoint reference) {
    if (front.objectives() > MOST_OBJECTIVES) {
      throw new IllegalArgumentException(
          "the expected improvement is exact for 1 to %d objectives, not %d; average over draws"
              .formatted(MOST_OBJECTIVES, front.objectives()));
    }
    double[] corner = reference.coordinates(front.objectives());
    return new ExpectedHypervolumeImprovement(Boxes.over(front.toArray(), corner));
  }

  /**
   * The expected improvement of one candidate, at least 0.
   *
   * @param mean one for each objective, within ±1e50
   * @param deviation one for each objective, 0 to 1e50
   */
  public double value(double[] mean, double[] deviation) {
    return values(new double[][] {mean}, new double[][] {deviation})[0];
  }

  /**
   * The expected improvement of many candidates. Differences of ψ cancel where a candidate is many
   * deviations below the front, so that values far below 1e-16 of the front's hypervolume are
   * noise; {@link #logarithms} rank those.
   *
   * @param means n × m, within ±1e50
   * @param deviations n × m, 0 to 1e50
   * @return n values, at least 0
   */
  public double[] values(double[][] means, double[][] deviations) {
    double[][] mean = means(means);
    double[][] deviation = deviations(deviations, means.length);
    double[][] excess = new double[boxes.objectives()][boxes.levelCount()];
    double[] values = new double[mean.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(mean[i], deviation[i], excess);
    }
    return values;
  }

  /**
   * Natural logarithms of the expected improvements; −∞ only where a deviation is 0, or so small
   * that the candidate is 1e154 deviations away from improving.
   *
   * @param means n × m, within ±1e50
   * @param deviations n × m, 0 to 1e50
   */
  public double[] logarithms(double[][] means, double[][] deviations) {
    double[][] mean = means(means);
    double[][] deviation = deviations(deviations, means.length);
    double[] logarithms = new double[mean.length];
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = logarithm(mean[i], deviation[i]);
    }
    return logarithms;
  }

  private double value(double[] mean, double[] deviation, double[][] excess) {
    for (int k = 0; k < mean.length; k++) {
      for (int level = 0; level < excess[k].length - 1; level++) {
        excess[k][level] = excess(mean[k] - boxes.level(k, level), deviation[k]);
      }
    }
    return Math.max(0, boxes.sum(excess));
  }

  private double logarithm(double[] mean, double[] deviation) {
    double[] terms = new double[boxes.count()];
    for (int b = 0; b < terms.length; b++) {
      for (int k = 0; k < mean.length; k++) {
        terms[b] += logExcess(mean[k], deviation[k], boxes.from(b, k), boxes.to(b, k));
      }
    }
    return LogSum.of(terms);
  }

  /** {@code E max(margin + σZ, 0)}, which is exact also where σ is 0. */
  private static double excess(double margin, double deviation) {
    double beyond = deviation == 0 ? 0 : Improvement.tail(Math.abs(margin) / deviation);
    return Math.max(margin, 0) + deviation * beyond;
  }

  /** {@code log(ψ(from) − ψ(to))}; a deviation too small to divide by counts as 0. */
  private static double logExcess(double mean, double deviation, double from, double to) {
    double z = (mean - from) / deviation;
    if (to == Double.POSITIVE_INFINITY) {
      return Double.isFinite(z)
          ? StrictMath.log(deviation) + Improvement.log(z)
          : StrictMath.log(Math.max(0, mean - from));
    }
    double above = (mean - to) / deviation;
    double gap = (to - from) / deviation;
    return Double.isFinite(z) && Double.isFinite(above) && Double.isFinite(gap)
        ? StrictMath.log(deviation) + Improvement.logRise(above, gap)
        : StrictMath.log(Math.max(0, Math.min(mean, to) - from));
  }

  private double[][] means(double[][] means) {
    return Outcomes.checked("mean", means, boxes.objectives());
  }

  private double[][] deviations(double[][] deviations, int candidates) {
    if (deviations.length != candidates) {
      throw new IllegalArgumentException(
          "%d means need as many deviations, not %d".formatted(candidates, deviations.length));
    }
    return Outcomes.checkedDeviations(deviations, boxes.objectives());
  }
}
