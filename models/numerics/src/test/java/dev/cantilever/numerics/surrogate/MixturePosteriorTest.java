package dev.cantilever.numerics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixturePosteriorTest {

  private static final Points X = points(0.1, 0.4, 0.8);
  private static final Points AT = points(0.2, 0.5, 0.55, 1.3);

  private static Points points(double... places) {
    double[][] rows = new double[places.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {places[i]};
    }
    return Points.of(rows);
  }

  private static GaussianProcess process(double lengthscale) {
    return GaussianProcess.given(
        new Stationary(KernelFamily.MATERN52, 1, Series.of(lengthscale)),
        0,
        X,
        new double[] {0.3, -1, 0.5},
        new double[] {0.01, 0.01, 0.01});
  }

  private final MixturePosterior mixture =
      new MixturePosterior(List.of(process(0.2), process(0.7)));

  /** By the law of total variance. */
  @Test
  void varianceIsTheMeanVarianceAndTheVarianceOfTheMeans() {
    Moments one = process(0.2).at(AT);
    Moments two = process(0.7).at(AT);
    Moments both = mixture.at(AT);
    for (int i = 0; i < AT.size(); i++) {
      double apart = (one.mean().get(i) - two.mean().get(i)) / 2;
      double expected = (one.variance().get(i) + two.variance().get(i)) / 2 + apart * apart;
      assertThat(both.variance().get(i)).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void poolCovarianceAndSlopesAgreeWithTheMoments() {
    Moments moments = mixture.at(AT);
    PoolPosterior pool = mixture.over(AT);
    double[][] covariance = mixture.covariance(AT);
    for (int i = 0; i < AT.size(); i++) {
      assertThat(pool.mean(i)).isCloseTo(moments.mean().get(i), within(1e-12));
      assertThat(pool.variance(i)).isCloseTo(moments.variance().get(i), within(1e-12));
      assertThat(covariance[i][i]).isCloseTo(moments.variance().get(i), within(1e-12));
      assertThat(pool.covarianceWith(i)).containsExactly(covariance[i], within(1e-12));
      MomentSlopes slopes = mixture.slopes(AT.select(i));
      double x = AT.get(i, 0);
      Moments around = mixture.at(points(x + 1e-6, x - 1e-6));
      assertThat(slopes.meanSlopes().get(0))
          .isCloseTo((around.mean().get(0) - around.mean().get(1)) / 2e-6, within(1e-6));
      assertThat(slopes.varianceSlopes().get(0))
          .isCloseTo((around.variance().get(0) - around.variance().get(1)) / 2e-6, within(1e-6));
    }
  }

  @Test
  void oneMoreObservationGoesToEveryPart() {
    Moments both = mixture.plus(AT.select(1), 0.2, 0.05).at(AT);
    PoolPosterior pool = mixture.over(AT).given(1, 0.2, 0.05);
    for (int i = 0; i < AT.size(); i++) {
      assertThat(pool.mean(i)).isCloseTo(both.mean().get(i), within(1e-12));
      assertThat(pool.variance(i)).isCloseTo(both.variance().get(i), within(1e-12));
    }
  }
}
