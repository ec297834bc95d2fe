package dev.cantilever.numerics.fidelity;

import dev.cantilever.numerics.bayesian.FullyBayesianSurrogate;
import dev.cantilever.numerics.bayesian.MeanTreatment;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.multitask.MultiTaskModel;
import dev.cantilever.numerics.multitask.TaskPoints;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A search for the greatest value at the highest fidelity with measurements at all of them. It may
 * well begin with the cheapest one alone: where to measure high at first is then its own choice.
 *
 * @param fidelities by number, the cheapest first as a rule; the last is the one that counts
 * @param surrogate of d inputs and the number of the fidelity, with the kernel of a {@link
 *     dev.cantilever.numerics.multitask.MultiTaskModel}
 * @param rule what a pair promises
 */
public record FidelitySearch(List<Fidelity> fidelities, Surrogate surrogate, FidelityRule rule) {

  public FidelitySearch {
    fidelities = several(fidelities);
  }

  /**
   * Good for most pairs of fidelities: hyper-parameters are drawn, because a few measurements do
   * not tell how the fidelities hang together and the most probable answer alone is often wrong;
   * augmented improvement. Two fidelities are an autoregression whose difference has a trend, more
   * hang together by the distance of their numbers.
   *
   * @param inputs number of inputs beside the fidelity
   */
  public static FidelitySearch usual(List<Fidelity> fidelities, int inputs) {
    MultiTaskModel model =
        several(fidelities).size() == 2
            ? new MultiTaskModel.Autoregression(KernelFamily.RBF, inputs, true)
            : new MultiTaskModel.Distance(KernelFamily.RBF, inputs, fidelities.size());
    Surrogate surrogate =
        new FullyBayesianSurrogate(
            model.priors(),
            new Prior.LogNormal(-4, 1),
            new MeanTreatment.Profiled(),
            new InferenceSettings(
                new SamplerSettings(1, 200, 200, 0.8, 6), new RestartRule(1.1, 1), 16));
    return new FidelitySearch(fidelities, surrogate, new FidelityRule.AugmentedImprovement(200));
  }

  /**
   * One look at everything measured so far.
   *
   * @param measured n × (d + 1) scaled inputs with the number of the fidelity last, see {@link
   *     TaskPoints}; observations and noise variances in their own unit, the same for all
   *     fidelities
   * @param candidates m × d, scaled
   * @param closed pairs that cannot be chosen, for example because they were measured without noise
   * @param before hyper-parameters of the look before, if any
   */
  public FidelityStep next(
      Observations measured,
      Points candidates,
      Set<Pair> closed,
      Optional<Hyperparameters> before,
      RandomStream stream) {
    int[] fidelity = TaskPoints.tasks(measured.x(), fidelities.size());
    Standardisation unit = Standardisation.of(measured.y().toArray());
    Observations scaled = scaled(measured, unit);
    Learned learned = surrogate.learn(scaled, before, stream);
    FidelityPool pool =
        FidelityPool.of(
            candidates,
            learned.posterior(),
            new FidelityPool.Levels(fidelities, noise(scaled, fidelity, learned)),
            measured.x(),
            closed);
    return new FidelityStep(
        FidelityChoice.of(pool, rule, stream).map(choice -> choice.in(unit)),
        Recommendation.of(pool).in(unit),
        learned.hyperparameters(),
        warnings(learned, fidelity));
  }

  private static List<Fidelity> several(List<Fidelity> fidelities) {
    if (fidelities.size() < 2) {
      throw new IllegalArgumentException(
          "a search over fidelities needs at least two of them, not " + fidelities);
    }
    return List.copyOf(fidelities);
  }

  /** One scale for all fidelities, so that the ratio between them keeps its meaning. */
  private static Observations scaled(Observations measured, Standardisation unit) {
    double variance = unit.deviation() * unit.deviation();
    return new Observations(
        measured.x(),
        Series.of(unit.apply(measured.y().toArray())),
        measured
            .noiseVariance()
            .map(
                noise ->
                    Series.of(Arrays.stream(noise.toArray()).map(v -> v / variance).toArray())));
  }

  /** The mean of what was measured at a fidelity, or of all where nothing was measured at it. */
  private Series noise(Observations scaled, int[] fidelity, Learned learned) {
    double[] each = new double[fidelities.size()];
    for (int f = 0; f < each.length; f++) {
      int number = f;
      each[f] =
          scaled
              .noiseVariance()
              .map(noise -> mean(noise, fidelity, number))
              .orElse(learned.noiseVariance());
    }
    return Series.of(each);
  }

  private static double mean(Series noise, int[] fidelity, int f) {
    int[] own = IntStream.range(0, fidelity.length).filter(i -> fidelity[i] == f).toArray();
    int[] used = own.length > 0 ? own : IntStream.range(0, fidelity.length).toArray();
    return Arrays.stream(used).mapToDouble(noise::get).average().orElseThrow();
  }

  private List<String> warnings(Learned learned, int[] fidelity) {
    List<String> warnings = new ArrayList<>(learned.warnings());
    for (int f = 0; f < fidelities.size(); f++) {
      int number = f;
      if (Arrays.stream(fidelity).noneMatch(own -> own == number)) {
        warnings.add(
            "nothing was measured at fidelity %s; what is said of it rests on the prior"
                .formatted(fidelities.get(f).name()));
      }
    }
    return warnings;
  }
}
