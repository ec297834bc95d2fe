package dev.cantilever.numerics.policy;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;
import java.util.Set;

/** How the next arm is chosen from the rewards so far. */
public sealed interface Selection {

  /**
   * The probability of each arm, 0 for dropped ones; they add up to 1 within rounding.
   *
   * @param dropped arms that cannot be chosen, not all of them
   */
  Series probabilities(RewardRecord record, Set<Integer> dropped);

  /** An arm drawn with these probabilities; the stream moves by exactly one number. */
  default int choose(RewardRecord record, Set<Integer> dropped, RandomStream stream) {
    Series probabilities = probabilities(record, dropped);
    double left = stream.nextDouble();
    int chosen = -1;
    for (int arm = 0; arm < probabilities.size() && (chosen < 0 || left >= 0); arm++) {
      if (probabilities.get(arm) > 0) {
        chosen = arm;
        left -= probabilities.get(arm);
      }
    }
    return chosen;
  }

  /**
   * Any arm with probability ε, otherwise one of greatest mean reward; equals share alike (Sutton
   * and Barto 2018, section 2.2).
   *
   * @param epsilon in [0, 1]; 0.4 in hypothesis learning
   */
  record EpsilonGreedy(
      @Doc("Share of the choices that ignore the rewards.")
          @Bounds(min = 0, max = 1)
          @Default("0.4")
          double epsilon)
      implements Selection {

    public EpsilonGreedy {
      if (!(epsilon >= 0 && epsilon <= 1)) {
        throw new IllegalArgumentException(
            "epsilon is %s; it must lie in [0, 1]".formatted(epsilon));
      }
    }

    @Override
    public Series probabilities(RewardRecord record, Set<Integer> dropped) {
      List<Integer> open = record.open(dropped);
      List<Integer> leaders = record.leaders(dropped);
      double[] probabilities = new double[record.arms()];
      for (int arm : open) {
        probabilities[arm] = epsilon / open.size();
      }
      for (int arm : leaders) {
        probabilities[arm] += (1 - epsilon) / leaders.size();
      }
      return Series.of(probabilities);
    }
  }

  /**
   * {@code p_i = exp(r_i/T) / Σ exp(r_j/T)} over mean rewards (Sutton and Barto 2018, equation
   * 2.11).
   *
   * @param temperature T, above 0; small is greedy, large is uniform
   */
  record Softmax(
      @Doc("Small is greedy, large is uniform; 1.1 suits rewards of -1 and 1.")
          @Bounds(min = 1e-6, max = 1e6)
          @Default("1.1")
          double temperature)
      implements Selection {

    public Softmax {
      if (!(temperature >= 1e-6 && temperature <= 1e6)) {
        throw new IllegalArgumentException(
            "temperature is %s; it must lie in [1e-6, 1e6]".formatted(temperature));
      }
    }

    @Override
    public Series probabilities(RewardRecord record, Set<Integer> dropped) {
      double greatest = record.means().get(record.leaders(dropped).getFirst());
      double[] weights = new double[record.arms()];
      double sum = 0;
      for (int arm : record.open(dropped)) {
        weights[arm] = StrictMath.exp((record.means().get(arm) - greatest) / temperature);
        sum += weights[arm];
      }
      for (int arm = 0; arm < weights.length; arm++) {
        weights[arm] /= sum;
      }
      return Series.of(weights);
    }
  }
}
