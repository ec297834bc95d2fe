package dev.cantilever.numerics.monitor;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model expected of each point before it was measured, step by step (Liu et al., Patterns 4
 * (2023) 100858, doi:10.1016/j.patter.2023.100858). Every list has one entry per step.
 *
 * @param mostUncertain the member of largest predictive variance
 * @param largestVariance the variance there
 * @param predicted mean at the member that was picked, the arg-max of the acquisition function
 * @param variance noise-free, at the member that was picked
 * @param measured what the measurement then gave
 */
public record NextPointCurve(
    List<Integer> mostUncertain,
    Series largestVariance,
    Series predicted,
    Series variance,
    Series measured) {

  public NextPointCurve {
    mostUncertain = List.copyOf(mostUncertain);
  }

  /**
   * Of one model; for the final and the complete model pass their predictions instead of the live
   * ones.
   *
   * @param measured one value per pick, the seeds first
   * @param before one prediction per step, before its pick was measured
   */
  public static NextPointCurve of(Path path, Series measured, List<PoolPrediction> before) {
    Require.size("measured values", measured.size(), path.picks().size(), "one per pick");
    Require.size("predictions", before.size(), path.steps(), "one per step");
    Require.bounded("measured", measured);
    PoolPrediction.requireOver(path.poolSize(), before);
    List<Integer> mostUncertain = new ArrayList<>();
    double[] largest = new double[path.steps()];
    double[] predicted = new double[path.steps()];
    double[] variance = new double[path.steps()];
    double[] then = new double[path.steps()];
    for (int step = 0; step < path.steps(); step++) {
      PoolPrediction live = before.get(step);
      int picked = path.chosen().get(step);
      mostUncertain.add(live.mostUncertain());
      largest[step] = live.variance().get(live.mostUncertain());
      predicted[step] = live.mean().get(picked);
      variance[step] = live.variance().get(picked);
      then[step] = measured.get(path.seeds() + step);
    }
    return new NextPointCurve(
        mostUncertain,
        Series.of(largest),
        Series.of(predicted),
        Series.of(variance),
        Series.of(then));
  }

  /**
   * The same as predictions one step ahead, the honest test of a live model: each was made before
   * its observation.
   *
   * @param noiseVariance of the observation at each step, at least 0
   */
  public Predictions oneStepAhead(Series noiseVariance) {
    Require.size("noise variances", noiseVariance.size(), measured.size(), "one per step");
    Require.notNegative("noise variance", noiseVariance);
    double[] sigma = new double[measured.size()];
    for (int step = 0; step < sigma.length; step++) {
      sigma[step] = Math.sqrt(variance.get(step) + noiseVariance.get(step));
    }
    return new Predictions(measured, predicted, Series.of(sigma));
  }
}
