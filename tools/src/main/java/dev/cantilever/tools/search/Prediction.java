package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
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
  private static final int FEWER = 41;

  /**
   * What is believed of a goal along one parameter, with all others as in one trial.
   *
   * @param outcome that is wanted
   * @param parameter that is varied
   * @param through the settings that are kept
   */
  public record Slice(
      String outcome, String parameter, List<Setting> through, Prediction prediction) {

    public Slice {
      through = List.copyOf(through);
    }
  }

  /** Of a search that improves a goal over one parameter; empty for any other. */
  public static Optional<Prediction> of(SearchState state) {
    boolean isCurve =
        state.specification().policy() instanceof Policy.Improve
            && state.offer().parameters().size() == 1
            && state.observed().size() > 1;
    return isCurve
        ? Optional.of(
            along(
                belief(state, state.specification().goals().getFirst()),
                state.specification().goals().getFirst(),
                new Line(state.offer(), List.of(), 0, COUNT)))
        : Optional.empty();
  }

  /**
   * Each goal along each parameter, through the best trial; none where competing explanations or
   * several fidelities have no one belief of a goal.
   */
  static List<Slice> slices(SearchState state) {
    boolean isOne =
        switch (state.specification().policy()) {
          case Policy.Improve improve -> true;
          case Policy.Front front -> true;
          case Policy.Novelty novelty -> true;
          case Policy.Fidelities fidelities -> false;
          case Policy.Hypotheses hypotheses -> false;
        };
    List<Slice> slices = new ArrayList<>();
    if (isOne && state.observed().size() > 1) {
      List<Setting> through =
          SearchSummary.best(state).stream()
              .findFirst()
              .map(SearchSummary.Best::settings)
              .orElseGet(() -> state.trials().get(state.observed().getLast().trial()).settings());
      for (Goal goal : state.specification().goals()) {
        Belief belief = belief(state, goal);
        for (int k = 0; k < state.offer().parameters().size(); k++) {
          Line line = new Line(state.offer(), through, k, FEWER);
          slices.add(
              new Slice(
                  goal.outcome(),
                  state.offer().parameters().get(k).name(),
                  through,
                  along(belief, goal, line)));
        }
      }
    }
    return slices;
  }

  private static Belief belief(SearchState state, Goal goal) {
    return new Learning(state, state.proposals().size()).about(goal);
  }

  /** Along the parameter of a number, with the others as they are kept. */
  private record Line(Offer.Conditions offer, List<Setting> kept, int varied, int count) {

    Offer.Parameter parameter() {
      return offer.parameters().get(varied);
    }

    double share(int i) {
      return i / (count - 1.0);
    }

    double at(int i) {
      return parameter().min() + share(i) * (parameter().max() - parameter().min());
    }

    Points scaled() {
      double[][] scaled = new double[count][offer.parameters().size()];
      for (int i = 0; i < count; i++) {
        for (int k = 0; k < scaled[i].length; k++) {
          scaled[i][k] = k == varied ? share(i) : scaled(offer.parameters().get(k));
        }
      }
      return Points.of(scaled);
    }

    private double scaled(Offer.Parameter other) {
      double width = other.max() - other.min();
      double value =
          kept.stream()
              .filter(one -> one.parameter().equals(other.name()))
              .findFirst()
              .orElseThrow()
              .value();
      return width == 0 ? 0 : (value - other.min()) / width;
    }
  }

  private static Prediction along(Belief belief, Goal goal, Line line) {
    Moments moments = belief.learned().posterior().at(line.scaled());
    double[] at = new double[line.count()];
    double[] mean = new double[line.count()];
    double[] deviation = new double[line.count()];
    for (int i = 0; i < line.count(); i++) {
      at[i] = line.at(i);
      mean[i] = goal.signed(belief.standardisation().mean(moments.mean().get(i)));
      deviation[i] = belief.standardisation().deviation(moments.deviation(i));
    }
    return new Prediction(Series.of(at), Series.of(mean), Series.of(deviation));
  }
}
