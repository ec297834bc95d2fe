package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula and noise, without a process: {@code y_i ~ N(m(x_i; p), sd²)}. All numbers are
 * physical; no scaling, no standardisation. The noise is a standard deviation here, not a variance.
 *
 * @param mean m with the priors of p
 * @param noise prior of sd, a positive number
 */
public record PhysicalModel(MeanFunction mean, Prior noise) {

  public PhysicalModel {
    StructuredModel.requirePositive("the standard deviation of the noise", noise);
  }

  /** With sd ~ LogNormal(0, 1). */
  public static PhysicalModel of(MeanFunction mean) {
    return new PhysicalModel(mean, new Prior.LogNormal(0, 1));
  }

  /**
   * Draws p and sd.
   *
   * @param x n × d
   * @param y n finite observations
   * @param stream moves by one number
   * @throws dev.cantilever.numerics.sampling.ImpossibleStart where the formula is finite at the
   *     inputs for none of ten starts from the priors
   */
  public PhysicalFit fit(Points x, double[] y, InferenceSettings settings, RandomStream stream) {
    ParameterDraws.requireEnough(settings);
    Observations data = Observations.of(x, y);
    List<String> names = new ArrayList<>();
    List<Prior> priors = new ArrayList<>();
    for (MeanFunction.Parameter parameter : mean.parameters()) {
      names.add(parameter.name());
      priors.add(parameter.prior());
    }
    names.add("noise deviation");
    priors.add(noise);
    NormalLikelihood likelihood =
        new NormalLikelihood(mean.formula(), data.x(), data.y().toArray());
    JointDensity density = new JointDensity(new Unknowns(names, priors), likelihood);
    return new PhysicalFit(
        mean.formula(),
        ParameterDraws.of(density, settings, StructuredModel.switching(mean.formula()), stream),
        settings.parts());
  }
}
