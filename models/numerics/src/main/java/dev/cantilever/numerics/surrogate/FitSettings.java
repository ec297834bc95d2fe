package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How hyper-parameters are found: the structure of the kernel, bounds, and priors for the maximum a
 * posteriori.
 *
 * @param template the kernel; its values do not matter
 * @param kernel what is allowed of each role that the template has
 * @param noise allowed noise variances, for standardised observations
 */
public record FitSettings(Kernel template, Map<Role, Hyperprior> kernel, Hyperprior noise) {

  /** Where nothing is believed of the noise variance. */
  private static final double NOISE = 0.01;

  private static final double SQRT2 = 1.4142135623730951;
  private static final double SQRT3 = 1.7320508075688772;

  public FitSettings {
    kernel = new EnumMap<>(kernel);
    for (Parameter parameter : template.parameters()) {
      if (!kernel.containsKey(parameter.role())) {
        throw new IllegalArgumentException("nothing is said of the kernel's " + parameter.name());
      }
    }
  }

  /**
   * Good for most data: lengthscales LogNormal(√2 + ln(d)/2, √3) (Hvarfner, Hellsten and Nardi,
   * ICML 2024, arXiv:2402.02229), noise LogNormal(−4, 1), every other role a wide prior.
   *
   * @param dimension number of inputs, d
   */
  public static FitSettings usual(Kernel template, int dimension) {
    Map<Role, Hyperprior> kernel = new EnumMap<>(Role.class);
    Prior unit = new Prior.LogNormal(0, 1);
    kernel.put(Role.LENGTHSCALE, Hyperprior.of(0.025, 50, lengthscalePrior(dimension)));
    kernel.put(Role.OUTPUT_SCALE, Hyperprior.flat(1e-2, 1e2));
    kernel.put(Role.PERIOD, Hyperprior.of(0.05, 20, unit));
    kernel.put(Role.SHAPE, Hyperprior.of(0.01, 100, unit));
    kernel.put(Role.OFFSET, Hyperprior.of(0.01, 100, unit));
    kernel.put(Role.WEIGHT_VARIANCE, Hyperprior.of(1e-3, 1e3, unit));
    kernel.put(Role.BIAS_VARIANCE, Hyperprior.of(1e-3, 1e3, unit));
    kernel.put(Role.TASK_WEIGHT, Hyperprior.of(-5, 5, new Prior.Normal(0, 1)));
    kernel.put(Role.TASK_VARIANCE, Hyperprior.of(1e-4, 1e2, new Prior.LogNormal(-1, 1)));
    kernel.put(Role.FIDELITY_RATIO, Hyperprior.of(-5, 5, new Prior.Normal(1, 1)));
    return new FitSettings(template, kernel, Hyperprior.of(1e-4, 2, new Prior.LogNormal(-4, 1)));
  }

  /** The {@link #usual} settings for one stationary kernel. */
  public static FitSettings usual(KernelFamily family, int dimension) {
    double[] lengthscales = new double[dimension];
    Arrays.fill(lengthscales, 0.5);
    return usual(new Stationary(family, 1, Series.of(lengthscales)), dimension);
  }

  /**
   * The {@link #usual} settings for a search with few observations, of which most follow a smooth
   * function closely: the output scale stays near the variance of the observations, LogNormal(0,
   * 0.5), and the noise may be next to nothing, LogNormal(−5, 1.5) from 1e-6.
   *
   * @param dimension number of inputs, d
   */
  public static FitSettings sparing(Kernel template, int dimension) {
    return usual(template, dimension)
        .with(Role.OUTPUT_SCALE, Hyperprior.of(1e-2, 1e3, new Prior.LogNormal(0, 0.5)))
        .withNoise(Hyperprior.of(1e-6, 1, new Prior.LogNormal(-5, 1.5)));
  }

  /**
   * Usual values to start a fit from: lengthscales at the mode of their prior, the noise variance
   * at its median, every other parameter as the template has it.
   */
  public Hyperparameters start() {
    List<Parameter> parameters = template.parameters();
    double[] values = new double[parameters.size()];
    for (int p = 0; p < values.length; p++) {
      double own = parameters.get(p).value();
      Role role = parameters.get(p).role();
      values[p] = role == Role.LENGTHSCALE ? kernel.get(role).mode(own) : own;
    }
    return new Hyperparameters(template.with(values).parameters(), noise.median(NOISE), 0);
  }

  /** Of one lengthscale among d. */
  public static Prior lengthscalePrior(int dimension) {
    return new Prior.LogNormal(SQRT2 + 0.5 * StrictMath.log(dimension), SQRT3);
  }

  /** The same with something else said of one role. */
  public FitSettings with(Role role, Hyperprior said) {
    Map<Role, Hyperprior> changed = new EnumMap<>(kernel);
    changed.put(role, said);
    return new FitSettings(template, changed, noise);
  }

  /** The same with something else said of the noise. */
  public FitSettings withNoise(Hyperprior said) {
    return new FitSettings(template, kernel, said);
  }
}
