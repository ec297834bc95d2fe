package dev.cantilever.numerics.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Draws of an unconstrained vector of length d, chain after chain, and how they came about.
 * Immutable.
 */
public final class Draws {

  private final List<Chain> chains;
  private final int perChain;

  Draws(List<Chain> chains) {
    this.chains = List.copyOf(chains);
    this.perChain = chains.getFirst().theta().length;
  }

  /** Number of draws of all chains together. */
  public int size() {
    return chains.size() * perChain;
  }

  /** Number of coordinates, d. */
  public int dimension() {
    return chains.getFirst().theta()[0].length;
  }

  public int chains() {
    return chains.size();
  }

  /** Draw {@code i}, a copy; chain c holds the draws from {@code c · size / chains}. */
  public double[] theta(int i) {
    return chains.get(i / perChain).theta()[i % perChain].clone();
  }

  /** Log density at draw {@code i}. */
  public double logDensity(int i) {
    return chains.get(i / perChain).logDensity()[i % perChain];
  }

  /** Coordinate {@code j} over all draws. */
  public Summary summary(int j) {
    return summary(j, DoubleUnaryOperator.identity());
  }

  /**
   * A function of coordinate {@code j} over all draws, for example the value of a parameter by
   * {@link dev.cantilever.numerics.prior.Support#value}.
   */
  public Summary summary(int j, DoubleUnaryOperator function) {
    return summary(theta -> function.applyAsDouble(theta[j]));
  }

  /** A function of the whole vector over all draws; it must not change the vector. */
  public Summary summary(ToDoubleFunction<double[]> function) {
    return Summary.of(
        chains.stream()
            .map(chain -> Arrays.stream(chain.theta()).mapToDouble(function).toArray())
            .toArray(double[][]::new));
  }

  /** The greatest split R-hat of any coordinate. */
  public double worstSplitRHat() {
    double worst = 0;
    for (int j = 0; j < dimension(); j++) {
      int coordinate = j;
      worst =
          Math.max(
              worst,
              Diagnostics.splitRHat(
                  chains.stream()
                      .map(chain -> chain.coordinate(coordinate))
                      .toArray(double[][]::new)));
    }
    return worst;
  }

  /** Trajectories after the warm-up that lost the energy: the density is too sharp somewhere. */
  public int divergences() {
    return chains.stream().mapToInt(chain -> chain.report().divergences()).sum();
  }

  /** Trajectories after the warm-up that the greatest depth cut short. */
  public int cutShort() {
    return chains.stream().mapToInt(chain -> chain.report().cutShort()).sum();
  }

  /** Acceptance of the trajectories after the warm-up, mean over chains; 1 without trajectories. */
  public double meanAcceptance() {
    double sum = 0;
    for (Chain chain : chains) {
      sum += chain.report().meanAcceptance();
    }
    return sum / chains.size();
  }

  /** Step size of the trajectories of chain {@code c} after the warm-up. */
  public double stepSize(int c) {
    return chains.get(c).report().stepSize();
  }

  /** How often the gradient was asked for, warm-up included. */
  public int gradients() {
    return chains.stream().mapToInt(chain -> chain.report().gradients()).sum();
  }
}
