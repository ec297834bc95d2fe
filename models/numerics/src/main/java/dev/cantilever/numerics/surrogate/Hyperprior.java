package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.prior.Prior;
import java.util.Optional;

/**
 * What is allowed and believed of one kind of hyper-parameter.
 *
 * @param range both ends allowed
 * @param prior density of its value; empty where every value in the range is equally good
 */
public record Hyperprior(Range range, Optional<Prior> prior) {

  public static Hyperprior flat(double min, double max) {
    return new Hyperprior(new Range(min, max), Optional.empty());
  }

  public static Hyperprior of(double min, double max, Prior prior) {
    return new Hyperprior(new Range(min, max), Optional.of(prior));
  }

  double logDensity(double value) {
    return prior.map(known -> known.logDensity(value)).orElse(0.0);
  }

  double slope(double value) {
    return prior.map(known -> known.slope(value)).orElse(0.0);
  }
}
