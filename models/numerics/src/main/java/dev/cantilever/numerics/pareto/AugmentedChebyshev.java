package dev.cantilever.numerics.pareto;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;

/**
 * Several objectives as one: {@code value = −(max_k w_k u_k + α Σ_k w_k u_k)} with {@code u_k =
 * (highest_k − y_k)/(highest_k − lowest_k)} over the outcomes at hand, 0 for the best. Larger is
 * better. Maximised for weights drawn anew at every pick, it walks along the whole front, hollow
 * parts included (ParEGO: Knowles, IEEE Trans. Evol. Comput. 10 (2006) 50,
 * doi:10.1109/TEVC.2005.851274).
 *
 * @param weights w, at least 0, of sum 1, one for each objective
 * @param alpha α, at least 0: how much the other objectives count beside the worst; keeps weakly
 *     dominated outcomes from winning
 */
public record AugmentedChebyshev(Series weights, double alpha) {

  /** Knowles's α. */
  public static final double USUAL_ALPHA = 0.05;

  private static final double ROUNDING = 1e-9;

  public AugmentedChebyshev {
    double sum = 0;
    for (double weight : weights.toArray()) {
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("weights must be at least 0, not " + weights);
      }
      sum += weight;
    }
    if (!(Math.abs(sum - 1) <= ROUNDING)) {
      throw new IllegalArgumentException(
          "weights must have the sum 1, not %s; divide them by it".formatted(sum));
    }
    if (!(alpha >= 0) || Double.isInfinite(alpha)) {
      throw new IllegalArgumentException("alpha must be finite and at least 0, not " + alpha);
    }
  }

  /**
   * With weights uniform on the simplex: exponential draws, divided by their sum. Takes one number
   * from the stream for each objective.
   *
   * @param objectives at least 1
   */
  public static AugmentedChebyshev drawn(int objectives, RandomStream stream) {
    if (objectives < 1) {
      throw new IllegalArgumentException("at least 1 objective is needed, not " + objectives);
    }
    double[] weights = new double[objectives];
    double sum = 0;
    for (int k = 0; k < objectives; k++) {
      weights[k] = -StrictMath.log(1 - stream.nextDouble());
      sum += weights[k];
    }
    for (int k = 0; k < objectives; k++) {
      // all draws 0 happens once in 2⁵³ for one objective
      weights[k] = sum > 0 ? weights[k] / sum : 1.0 / objectives;
    }
    return new AugmentedChebyshev(Series.of(weights), USUAL_ALPHA);
  }

  /**
   * The scalarised outcomes, each at most 0. An objective in which all outcomes are equal is no
   * reason to prefer one: its u is 0.
   *
   * @param outcomes n × m, within ±1e50
   * @return n values
   */
  public double[] values(double[]... outcomes) {
    double[][] y = Outcomes.checked("outcome", outcomes, weights.size());
    if (y.length == 0) {
      return new double[0];
    }
    Spread spread = Spread.of(y);
    return Arrays.stream(y).mapToDouble(row -> value(row, spread)).toArray();
  }

  private double value(double[] y, Spread spread) {
    double worst = 0;
    double sum = 0;
    for (int k = 0; k < y.length; k++) {
      double regret = weights.get(k) * spread.shortfall(k, y[k]);
      worst = Math.max(worst, regret);
      sum += regret;
    }
    return 0 - (worst + alpha * sum);
  }
}
