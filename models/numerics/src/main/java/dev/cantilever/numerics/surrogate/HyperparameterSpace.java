package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The coordinates θ in which hyper-parameters are fitted: those of the kernel in its order, then
 * the logarithm of the noise variance where that is inferred. Every fit that maximises a likelihood
 * times priors moves in these.
 */
public final class HyperparameterSpace {

  private final FitSettings settings;
  private final boolean infersNoise;
  private final List<Role> roles;

  /**
   * The space of one kernel.
   *
   * @param infersNoise whether the noise variance is one of the coordinates, the last
   */
  public HyperparameterSpace(FitSettings settings, boolean infersNoise) {
    this.settings = settings;
    this.infersNoise = infersNoise;
    this.roles = settings.template().parameters().stream().map(Parameter::role).toList();
  }

  /** Number of coordinates. */
  public int size() {
    return roles.size() + (infersNoise ? 1 : 0);
  }

  private boolean isPositive(int p) {
    return p >= roles.size() || roles.get(p).isPositive();
  }

  private Hyperprior hyperprior(int p) {
    return p < roles.size() ? settings.kernel().get(roles.get(p)) : settings.noise();
  }

  private double coordinate(int p, double value) {
    return isPositive(p) ? StrictMath.log(value) : value;
  }

  private double value(int p, double coordinate) {
    return isPositive(p) ? StrictMath.exp(coordinate) : coordinate;
  }

  /** Least allowed coordinates. */
  public double[] lower() {
    double[] theta = new double[size()];
    Arrays.setAll(theta, p -> coordinate(p, hyperprior(p).range().min()));
    return theta;
  }

  /** Greatest allowed coordinates. */
  public double[] upper() {
    double[] theta = new double[size()];
    Arrays.setAll(theta, p -> coordinate(p, hyperprior(p).range().max()));
    return theta;
  }

  /** Uniform between the bounds. */
  double[] draw(RandomStream stream) {
    double[] low = lower();
    double[] high = upper();
    for (int p = 0; p < low.length; p++) {
      low[p] += stream.nextDouble() * (high[p] - low[p]);
    }
    return low;
  }

  /**
   * Where known hyper-parameters lie.
   *
   * @throws IllegalArgumentException where they are of another kernel
   */
  public double[] coordinates(Hyperparameters known) {
    if (known.kernel().size() != roles.size()) {
      throw new IllegalArgumentException(
          "%d hyper-parameters for a kernel that has %d"
              .formatted(known.kernel().size(), roles.size()));
    }
    double[] theta = new double[size()];
    for (int p = 0; p < theta.length; p++) {
      double value = p < roles.size() ? known.kernel().get(p).value() : known.noiseVariance();
      theta[p] = coordinate(p, value);
    }
    return theta;
  }

  /** The kernel at θ. */
  public Kernel kernel(double[] theta) {
    double[] values = new double[roles.size()];
    Arrays.setAll(values, p -> value(p, theta[p]));
    return settings.template().with(values);
  }

  /** The inferred noise variance; 0 where it is measured. */
  public double noise(double[] theta) {
    return infersNoise ? StrictMath.exp(theta[roles.size()]) : 0;
  }

  /** Noise variance of every observation. */
  public double[] noise(double[] theta, Observations data) {
    if (!infersNoise) {
      return data.noiseVariance().orElseThrow().toArray();
    }
    double[] same = new double[data.size()];
    Arrays.fill(same, noise(theta));
    return same;
  }

  /** Sum of the log prior densities of all hyper-parameters. */
  public double logPrior(double[] theta) {
    double sum = 0;
    for (int p = 0; p < theta.length; p++) {
      sum += hyperprior(p).logDensity(value(p, theta[p]));
    }
    return sum;
  }

  /** Its derivatives with respect to θ. */
  public double[] logPriorSlopes(double[] theta) {
    double[] slopes = new double[theta.length];
    for (int p = 0; p < theta.length; p++) {
      double value = value(p, theta[p]);
      slopes[p] = hyperprior(p).slope(value) * (isPositive(p) ? value : 1);
    }
    return slopes;
  }

  /** Names of those that sit at a bound. */
  public List<String> atBound(Hyperparameters found) {
    List<String> names = new ArrayList<>();
    for (int p = 0; p < size(); p++) {
      boolean ofKernel = p < roles.size();
      double value = ofKernel ? found.kernel().get(p).value() : found.noiseVariance();
      if (hyperprior(p).range().isAtEnd(value, isPositive(p))) {
        names.add(ofKernel ? found.kernel().get(p).name() : "noise variance");
      }
    }
    return names;
  }
}
