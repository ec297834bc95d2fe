package dev.cantilever.numerics.pareto;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one measurement is expected to add to the hypervolume where the measured values themselves
 * are uncertain: the mean over joint posterior draws of {@code HV(front_s ∪ y_s) − HV(front_s)},
 * front_s that of the draw's values at the measured points (Daulton, Balandat and Bakshy, NeurIPS
 * 2021, arXiv:2105.08195). Take 64 to 128 draws, from {@link
 * dev.cantilever.numerics.random.Sobol#normals}, jointly over measured points and candidates.
 *
 * <p>Shapes: draws × points × objectives. One to six objectives; the logarithm up to three.
 */
public final class NoisyHypervolumeImprovement {

  private final ReferencePoint reference;
  private final Front[] fronts;

  private NoisyHypervolumeImprovement(ReferencePoint reference, Front[] fronts) {
    this.reference = reference;
    this.fronts = fronts;
  }

  /**
   * Improvement over draws of what was measured.
   *
   * @param measured draws × n × m, within ±1e50; n may be 0, at least one draw
   * @throws IllegalArgumentException for no draw, or draws of other shapes
   */
  public static NoisyHypervolumeImprovement over(double[][][] measured, ReferencePoint reference) {
    int objectives = reference.values().size();
    Hypervolume.requireObjectives(objectives);
    Front[] fronts = new Front[requireDraws(measured)];
    for (int s = 0; s < fronts.length; s++) {
      fronts[s] = front(measured[s], objectives);
    }
    return new NoisyHypervolumeImprovement(reference, fronts);
  }

  /**
   * Which measured points lie on the front of at least one draw, ascending. The others change no
   * value here, so that the caller may leave them out of further joint draws.
   *
   * @param measured draws × n × m
   */
  public static int[] everOnFront(double[][][] measured) {
    requireDraws(measured);
    boolean[] seen = new boolean[measured[0].length];
    for (double[][] draw : measured) {
      requireSameShape(draw.length, seen.length);
      for (int i : draw.length == 0 ? new int[0] : Front.of(draw).indices()) {
        seen[i] = true;
      }
    }
    return IntStream.range(0, seen.length).filter(i -> seen[i]).toArray();
  }

  /**
   * The mean gain of every candidate, at least 0.
   *
   * @param candidates draws × c × m, of the same draws as the measured points
   * @return c values
   */
  public double[] values(double[][][] candidates) {
    requireAsManyDraws(candidates);
    double[] sums = new double[candidates[0].length];
    for (int s = 0; s < fronts.length; s++) {
      double[][] drawn = candidates(candidates[s], sums.length);
      double[] gains = gains(fronts[s], drawn);
      for (int c = 0; c < sums.length; c++) {
        sums[c] += gains[c] / fronts.length;
      }
    }
    return sums;
  }

  /**
   * The logarithm of a smoothed mean gain, which ranks candidates also where no draw gains anything
   * and a mean would be 0 for all. Every drawn gain becomes its expectation under a further
   * independent normal error of the given deviation, an exact smoothing of the two kinks in {@code
   * max(y − a, 0)}; as the deviations shrink, the exponential of the result tends to {@link
   * #values}. The idea of logarithms over smoothed gains is that of Ament et al. (NeurIPS 2023,
   * arXiv:2310.20708), who smooth by softplus.
   *
   * @param candidates draws × c × m
   * @param smoothing deviation for each objective, above 0; a hundredth of the front's range does
   * @return c logarithms
   * @throws IllegalArgumentException for more than three objectives
   */
  public double[] smoothedLogarithms(double[][][] candidates, double... smoothing) {
    requireAsManyDraws(candidates);
    double[][] terms = new double[candidates[0].length][fronts.length];
    for (int s = 0; s < fronts.length; s++) {
      double[][] drawn = candidates(candidates[s], terms.length);
      double[][] deviations = new double[drawn.length][];
      Arrays.fill(deviations, requirePositive(smoothing));
      double[] logarithms =
          ExpectedHypervolumeImprovement.over(fronts[s], reference).logarithms(drawn, deviations);
      for (int c = 0; c < terms.length; c++) {
        terms[c][s] = logarithms[c];
      }
    }
    double logDraws = StrictMath.log(fronts.length);
    return Arrays.stream(terms).mapToDouble(t -> LogSum.of(t) - logDraws).toArray();
  }

  private double[] gains(Front front, double[][] candidates) {
    if (front.objectives() > ExpectedHypervolumeImprovement.MOST_OBJECTIVES) {
      return Arrays.stream(candidates)
          .mapToDouble(y -> Hypervolume.gain(front, reference, y))
          .toArray();
    }
    double[][] certain = new double[candidates.length][front.objectives()];
    return ExpectedHypervolumeImprovement.over(front, reference).values(candidates, certain);
  }

  private double[][] candidates(double[][] drawn, int count) {
    requireSameShape(drawn.length, count);
    return Outcomes.checked("candidate", drawn, reference.values().size());
  }

  private static Front front(double[][] drawn, int objectives) {
    double[][] checked = Outcomes.checked("measured point", drawn, objectives);
    return checked.length == 0 ? Front.empty(objectives) : Front.of(checked);
  }

  private static int requireDraws(double[][][] measured) {
    if (measured.length == 0) {
      throw new IllegalArgumentException("at least one draw is needed; 64 to 128 are usual");
    }
    return measured.length;
  }

  private void requireAsManyDraws(double[][][] candidates) {
    if (candidates.length != fronts.length) {
      throw new IllegalArgumentException(
          "%d draws of the candidates need as many of the measured points, not %d; draw both jointly"
              .formatted(candidates.length, fronts.length));
    }
  }

  private static void requireSameShape(int points, int expected) {
    if (points != expected) {
      throw new IllegalArgumentException(
          "one draw has %d points, but the first has %d".formatted(points, expected));
    }
  }

  private static double[] requirePositive(double[] smoothing) {
    for (double deviation : smoothing) {
      if (!(deviation > 0)) {
        throw new IllegalArgumentException("smoothing must be above 0, not " + deviation);
      }
    }
    return smoothing;
  }
}
