package dev.cantilever.numerics.monitor;

import dev.cantilever.vocabulary.reading.Series;
import java.util.List;

/**
 * How uncertain a model was over the pool, step by step (Liu et al., Patterns 4 (2023) 100858,
 * doi:10.1016/j.patter.2023.100858).
 *
 * @param mean of the predictive variance over the pool, one per step
 * @param deviation its standard deviation over the pool, divisor the size of the pool
 */
public record LearningCurve(Series mean, Series deviation) {

  public LearningCurve {
    Require.size("deviations", deviation.size(), mean.size(), "one per step");
    Require.notNegative("mean variance", mean);
    Require.notNegative("deviation of the variance", deviation);
  }

  /** Of a model's predictions, one per step, all over one pool. */
  public static LearningCurve of(List<PoolPrediction> steps) {
    if (!steps.isEmpty()) {
      PoolPrediction.requireOver(steps.getFirst().size(), steps);
    }
    double[] mean = new double[steps.size()];
    double[] deviation = new double[steps.size()];
    for (int step = 0; step < mean.length; step++) {
      Moments moments = Moments.of(steps.get(step).variance().toArray());
      mean[step] = moments.mean();
      deviation[step] = moments.deviation();
    }
    return new LearningCurve(Series.of(mean), Series.of(deviation));
  }

  public int steps() {
    return mean.size();
  }

  /**
   * Relative change of the mean variance per step: the slope of the least-squares line through the
   * last steps over the average there. −0.01 is a fall of 1 % per step. 0 where nothing is left to
   * learn.
   *
   * @param last how many steps, from 2 to all
   */
  public double slopePerStep(int last) {
    Require.between("number of steps", last, 2, steps());
    double average = 0;
    for (int i = 0; i < last; i++) {
      average += mean.get(steps() - last + i) / last;
    }
    double both = 0;
    double squares = 0;
    for (int i = 0; i < last; i++) {
      double centred = i - 0.5 * (last - 1);
      both += centred * (mean.get(steps() - last + i) - average);
      squares += centred * centred;
    }
    return average == 0 ? 0 : both / squares / average;
  }
}
