package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

/**
 * As {@link UncertainInputsSurrogate}, with deviations of the places that are known: {@code x'_ik ~
 * N(x_ik, s_ik²)}. Drift that was measured and positions read back with an error are such.
 *
 * @param kernel structure and priors; of continuous inputs only
 * @param noise prior of the noise variance; not used where the noise was measured
 * @param mean what is expected before any observation
 * @param errors s, one row for each observation that is going to be learnt from, each with one
 *     finite number of at least 0 for each scaled input; 0 where a coordinate is exact
 */
public record InputErrorsSurrogate(
    KernelPriors kernel,
    Prior noise,
    MeanTreatment mean,
    List<Series> errors,
    InferenceSettings settings)
    implements Surrogate {

  public InputErrorsSurrogate {
    Unknown.positive("noise variance", noise); // refuses priors below 0
    UncertainInputsSurrogate.refuseTasks(kernel);
    errors = List.copyOf(errors);
    for (int i = 0; i < errors.size(); i++) {
      Series row = errors.get(i);
      for (int k = 0; k < row.size(); k++) {
        if (!(row.get(k) >= 0) || Double.isInfinite(row.get(k))) {
          throw new IllegalArgumentException(
              "the error of input %d of observation %d is %s; it must be finite and at least 0"
                  .formatted(k + 1, i, row.get(k)));
        }
      }
    }
  }

  @Override
  public Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    return fit(data, before, stream).learned();
  }

  /** Learns, and tells of the draws; arguments and refusals as those of {@link #learn}. */
  public BayesianFit fit(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    return new Fitting(settings).fit(model(data), before, stream);
  }

  Model model(Observations data) {
    int d = data.x().dimension();
    if (errors.size() != data.size() || errors.stream().anyMatch(row -> row.size() != d)) {
      throw new IllegalArgumentException(
          "%d rows of %d errors are needed, one for each observation"
              .formatted(data.size(), data.x().dimension()));
    }
    NoisePart known = FullyBayesianSurrogate.noise(data, noise);
    return new Model(kernel, mean, known, new InputErrors(data.x(), errors), data.y());
  }
}
