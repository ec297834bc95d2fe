package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.prior.Prior;
import java.util.ArrayList;
import java.util.List;

/**
 * One number that is drawn.
 *
 * @param name for people
 * @param prior what is believed of it before the data
 */
record Unknown(String name, Kind kind, Prior prior) {

  /** Values further from 1 than this are impossible; a covariance of them would not be finite. */
  static final double LARGEST = 1e15;

  private static final Prior STANDARD_NORMAL = new Prior.Normal(0, 1);

  enum Kind {
    /** A hyper-parameter above 0. */
    POSITIVE,
    /** A hyper-parameter of either sign. */
    SIGNED,
    /** One of many standard normal numbers that are of interest only together. */
    LATENT
  }

  Unknown {
    if (kind == Kind.POSITIVE && !(prior.quantile(0) >= 0)) {
      throw new IllegalArgumentException(
          ("the prior %s of the %s allows values below 0; choose LogNormal, Gamma, HalfNormal or a"
                  + " Uniform from 0")
              .formatted(prior, name));
    }
  }

  static Unknown positive(String name, Prior prior) {
    return new Unknown(name, Kind.POSITIVE, prior);
  }

  static Unknown signed(String name, Prior prior) {
    return new Unknown(name, Kind.SIGNED, prior);
  }

  /** So many standard normal numbers. */
  static List<Unknown> latent(String name, int count) {
    List<Unknown> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Unknown(name + " " + (i + 1), Kind.LATENT, STANDARD_NORMAL));
    }
    return all;
  }

  boolean isLatent() {
    return kind == Kind.LATENT;
  }

  boolean allows(double value) {
    return prior.support().contains(value)
        && Math.abs(value) <= LARGEST
        && (kind != Kind.POSITIVE || value >= 1 / LARGEST);
  }

  /** The value at a coordinate. */
  double value(double theta) {
    return prior.support().value(theta);
  }
}
