package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.Fit;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sparse Gaussian process with the hyper-parameters and inducing points of greatest collapsed
 * bound times priors (Titsias, AISTATS 2009), for more than about 2,000 observations. What it
 * reports as log marginal likelihood is the bound, at most the likelihood itself.
 *
 * <p>Random starts are tried on the observations at inducing points alone, at most 200 of them, by
 * an exact process. That costs little, and what so few points cannot resolve the inducing points
 * hardly could. The best of them and the optimum before is then improved on all observations.
 *
 * @param settings kernel, bounds and priors
 * @param inducing how many inducing points, and where
 * @param restarts random starts beside the optimum before; at least 1 where there is none before
 */
public record SparseSurrogate(FitSettings settings, InducingSettings inducing, int restarts)
    implements Surrogate {

  private static final int MOST_COARSE = 200;

  public SparseSurrogate {
    if (restarts < 0) {
      throw new IllegalArgumentException("there are 0 restarts or more, not " + restarts);
    }
  }

  /** The usual number of inducing points, k-means and three restarts. */
  public static SparseSurrogate usual(FitSettings settings) {
    return new SparseSurrogate(settings, InducingSettings.usual(), 3);
  }

  /**
   * Learns. Where there are no more observations than inducing points every input is one, the bound
   * is the likelihood, and the exact process is fitted.
   *
   * @throws IllegalArgumentException for fewer than two observations or a measured noise variance
   *     below 1e-10
   */
  @Override
  public Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    if (data.size() < 2) {
      throw new IllegalArgumentException(
          "a sparse process needs at least 2 observations, not %d; measure more first"
              .formatted(data.size()));
    }
    int count = inducing.count(data.size());
    if (count >= data.size()) {
      return new ExactSurrogate(settings, restarts).learn(data, before, stream);
    }
    if (data.noiseVariance().isPresent()) {
      Noise.required(data);
    }
    int[] chosen = inducing.choice().choose(data.x(), count, stream);
    List<Hyperparameters> starts = new ArrayList<>();
    before.ifPresent(starts::add);
    int evaluations = 0;
    if (before.isEmpty() || restarts > 0) {
      int few = Math.min(chosen.length, MOST_COARSE);
      Fit.Result coarse = coarse(data, Arrays.copyOf(chosen, few), stream);
      starts.add(coarse.hyperparameters());
      evaluations = coarse.evaluations();
    }
    SparseFit fit = new SparseFit(settings, data, data.x().select(chosen), evaluations);
    return fit.best(starts, inducing.positionSteps());
  }

  /** The best of random starts for the chosen observations alone. */
  private Fit.Result coarse(Observations data, int[] chosen, RandomStream stream) {
    Observations few =
        new Observations(
            data.x().select(chosen),
            select(data.y(), chosen),
            data.noiseVariance().map(noise -> select(noise, chosen)));
    return Fit.of(settings, few, Optional.empty(), Math.max(1, restarts), stream);
  }

  private static Series select(Series values, int[] chosen) {
    return Series.of(Arrays.stream(chosen).mapToDouble(values::get).toArray());
  }
}
