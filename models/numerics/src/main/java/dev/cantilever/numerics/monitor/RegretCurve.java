package dev.cantilever.numerics.monitor;

import dev.cantilever.vocabulary.reading.Series;
import java.util.List;

/**
 * How far the live model was from a later one, step by step: moments over the pool of {@code live −
 * reference} prediction (Liu et al., Patterns 4 (2023) 100858, doi:10.1016/j.patter.2023.100858).
 *
 * @param mean signed, one per step; opposite errors cancel in it
 * @param deviation standard deviation, divisor the size of the pool
 * @param rootMeanSquare {@code √(mean² + deviation²)}; nothing cancels in it
 */
public record RegretCurve(Series mean, Series deviation, Series rootMeanSquare) {

  /**
   * Against one model: the final one after the run, the newest while it goes on.
   *
   * @param live one per step
   */
  public static RegretCurve of(List<PoolPrediction> live, PoolPrediction reference) {
    PoolPrediction.requireOver(reference.size(), live);
    double[] mean = new double[live.size()];
    double[] deviation = new double[live.size()];
    double[] rootMeanSquare = new double[live.size()];
    for (int step = 0; step < mean.length; step++) {
      double[] difference = live.get(step).mean().toArray();
      for (int i = 0; i < difference.length; i++) {
        difference[i] -= reference.mean().get(i);
      }
      Moments moments = Moments.of(difference);
      mean[step] = moments.mean();
      deviation[step] = moments.deviation();
      rootMeanSquare[step] = moments.rootMeanSquare();
    }
    return new RegretCurve(Series.of(mean), Series.of(deviation), Series.of(rootMeanSquare));
  }
}
