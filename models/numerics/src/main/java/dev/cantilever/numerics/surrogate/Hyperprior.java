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

  /** Where the density is greatest if it is log-normal, else {@code otherwise}; in the range. */
  double mode(double otherwise) {
    double mode =
        prior.orElse(null) instanceof Prior.LogNormal known
            ? StrictMath.exp(known.mu() - known.sigma() * known.sigma())
            : otherwise;
    return Math.clamp(mode, range.min(), range.max());
  }

  /** The value that is as likely too small as too large, if a density is stated; in the range. */
  double median(double otherwise) {
    double median = prior.map(known -> known.quantile(0.5)).orElse(otherwise);
    return Math.clamp(median, range.min(), range.max());
  }

  double logDensity(double value) {
    return prior.map(known -> known.logDensity(value)).orElse(0.0);
  }

  double slope(double value) {
    return prior.map(known -> known.slope(value)).orElse(0.0);
  }
}
