package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Optional;

/**
 * What is believed of the first goal along the one parameter, from all outcomes.
 *
 * @param at values of the parameter
 * @param mean expected there
 * @param deviation standard deviation of that, without noise
 */
public record Prediction(Series at, Series mean, Series deviation) {

  private static final int COUNT = 161;

  /** Of a search that improves a goal over one parameter; empty for any other. */
  public static Optional<Prediction> of(SearchState state) {
    boolean isCurve =
        state.specification().policy() instanceof Policy.Improve
            && state.offer().parameters().size() == 1
            && state.observed().size() > 1;
    return isCurve ? Optional.of(curve(state)) : Optional.empty();
  }

  private static Prediction curve(SearchState state) {
    Goal goal = state.specification().goals().getFirst();
    Belief belief = new Learning(state, state.proposals().size()).about(goal);
    Offer.Parameter parameter = state.offer().parameters().getFirst();
    double[] at = new double[COUNT];
    double[][] scaled = new double[COUNT][1];
    for (int i = 0; i < COUNT; i++) {
      scaled[i][0] = i / (COUNT - 1.0);
      at[i] = parameter.min() + scaled[i][0] * (parameter.max() - parameter.min());
    }
    Moments moments = belief.learned().posterior().at(Points.of(scaled));
    double[] mean = new double[COUNT];
    double[] deviation = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      mean[i] = goal.signed(belief.standardisation().mean(moments.mean().get(i)));
      deviation[i] = belief.standardisation().deviation(moments.deviation(i));
    }
    return new Prediction(Series.of(at), Series.of(mean), Series.of(deviation));
  }
}
