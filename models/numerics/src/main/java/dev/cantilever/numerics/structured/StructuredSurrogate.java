package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.Summary;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Surrogate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Gaussian process whose mean is a formula with uncertain parameters: {@code y = m(x; p) + f(x) +
 * e}. Parameters, kernel and noise are drawn together from their posterior; each draw p gives an
 * exact process with the mean m(·; p), and the mixture of these is the belief of the function
 * (Ziatdinov, Ghosh and Kalinin, Mach. Learn. Sci. Technol. 3 (2022) 015003,
 * doi:10.1088/2632-2153/ac4baa).
 *
 * <p>Parameters in which the formula jumps, such as a change point, move by slices, all others by
 * trajectories: between two inputs the likelihood does not change with a change point, so that its
 * gradient says nothing.
 *
 * <p>The formula speaks of physical numbers, the observations handed to {@link #learn} are those of
 * the core. Where these are standardised anew at each proposal, as {@code search.BatchProposer}
 * does, hand that proposal {@code surrogate.in(units.with(Standardisation.of(y)))} for the same
 * physical observations y: then kernel and noise, too, are those of standardised observations.
 *
 * @param units between the numbers of the core and those of the formula
 */
public record StructuredSurrogate(StructuredModel model, Units units, InferenceSettings settings)
    implements Surrogate {

  public StructuredSurrogate {
    int inputs = model.mean().inputs().size();
    if (inputs != units.inputs().dimension()) {
      throw new IllegalArgumentException(
          "the formula has %d inputs, the scaling %d; give one range for each input"
              .formatted(inputs, units.inputs().dimension()));
    }
    ParameterDraws.requireEnough(settings);
  }

  /** The same for a core that uses other units. */
  public StructuredSurrogate in(Units other) {
    return new StructuredSurrogate(model, other, settings);
  }

  /**
   * Draws parameters, and makes a process of each that is kept.
   *
   * @param data scaled inputs, observations standardised by these units; where their noise is
   *     measured, it is not inferred
   * @param stream moves by one number
   * @throws dev.cantilever.numerics.sampling.ImpossibleStart where the formula is finite at the
   *     inputs for none of ten starts from the priors
   */
  public StructuredFit fit(Observations data, RandomStream stream) {
    ProcessLikelihood likelihood = new ProcessLikelihood(model, units, data);
    Unknowns unknowns = model.unknowns(data.noiseVariance().isEmpty());
    ParameterDraws draws =
        ParameterDraws.of(
            new JointDensity(unknowns, likelihood),
            settings,
            StructuredModel.switching(model.mean().formula()),
            stream);
    List<GaussianProcess> processes =
        draws.thinned(settings.parts()).stream()
            .map(values -> likelihood.process(values.toArray()))
            .toList();
    return new StructuredFit(draws, processes, units.observations().deviation());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Hyper-parameters are medians over the draws, the marginal likelihood an average over those
   * that are kept. What was found before is not used: chains start from the priors, so that those
   * of different attempts are independent.
   */
  @Override
  public Learned learn(Observations data, Optional<Hyperparameters> before, RandomStream stream) {
    return learned(fit(data, stream), data);
  }

  /** A fit to these observations as every surrogate reports one. */
  public Learned learned(StructuredFit fit, Observations data) {
    double likelihood = 0;
    double jitter = 0;
    for (GaussianProcess process : fit.processes()) {
      likelihood += process.logMarginalLikelihood() / fit.processes().size();
      jitter = Math.max(jitter, process.jitter());
    }
    return new Learned(
        fit.posterior(),
        medians(fit.parameters(), data.noiseVariance().isEmpty()),
        likelihood,
        jitter,
        fit.parameters().warnings(),
        fit.parameters().draws().gradients());
  }

  private Hyperparameters medians(ParameterDraws draws, boolean infersNoise) {
    List<Summary> summaries = draws.summaries().stream().map(ParameterSummary::posterior).toList();
    int at = model.mean().parameters().size();
    List<Parameter> kernel = new ArrayList<>();
    for (Parameter parameter : model.template().parameters()) {
      kernel.add(new Parameter(parameter.name(), parameter.role(), summaries.get(at).median()));
      at++;
    }
    return new Hyperparameters(kernel, infersNoise ? summaries.get(at).median() : 0, 0);
  }
}
