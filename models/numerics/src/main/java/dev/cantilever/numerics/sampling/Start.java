package dev.cantilever.numerics.sampling;

import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;
import java.util.List;

/** Where a chain begins. */
@FunctionalInterface
public interface Start {

  /**
   * An unconstrained vector of length d; asked again with the same stream where it is impossible.
   */
  double[] from(RandomStream stream);

  /** Always the same place. */
  static Start at(double... theta) {
    double[] kept = theta.clone();
    return stream -> kept.clone();
  }

  /**
   * The coordinate-wise median of draws from independent priors, one prior per coordinate: inside
   * of the bulk of each prior, yet never twice the same.
   *
   * @param draws at least 1
   */
  static Start medianOfDraws(List<Prior> priors, int draws) {
    if (draws < 1) {
      throw new IllegalArgumentException("a median needs at least 1 draw, not " + draws);
    }
    List<Prior> kept = List.copyOf(priors);
    return stream -> kept.stream().mapToDouble(prior -> median(prior, draws, stream)).toArray();
  }

  private static double median(Prior prior, int draws, RandomStream stream) {
    double[] theta = new double[draws];
    for (int i = 0; i < draws; i++) {
      theta[i] = prior.support().theta(prior.draw(stream));
    }
    Arrays.sort(theta);
    return 0.5 * (theta[(draws - 1) / 2] + theta[draws / 2]);
  }
}
