package dev.cantilever.drivers.stem.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariatesTest {

  private static final int MANY = 200_000;

  @Test
  void comeOutTheSameForTheSameSeedAndName() {
    Variates one = Variates.of(5, "detector");
    Variates other = Variates.of(5, "detector");
    Variates stranger = Variates.of(5, "drift");
    double first = one.normal();
    assertThat(other.normal()).isEqualTo(first);
    assertThat(stranger.normal()).isNotEqualTo(first);
  }

  @Test
  void fillTheUnitIntervalEvenly() {
    Variates variates = Variates.of(1, "uniform");
    double[] moments = moments(variates::uniform);
    assertThat(moments[0]).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12 / MANY)));
    assertThat(moments[1]).isCloseTo(1.0 / 12, within(1e-3));
  }

  @Test
  void followTheNormalLaw() {
    Variates variates = Variates.of(2, "normal");
    int[] beyond = new int[3];
    double[] moments =
        moments(
            () -> {
              double z = variates.normal();
              for (int i = 0; i < 3; i++) {
                beyond[i] += z > i + 1 ? 1 : 0;
              }
              return z;
            });
    assertThat(moments[0]).isCloseTo(0, within(4 / Math.sqrt(MANY)));
    assertThat(moments[1]).isCloseTo(1, within(4 * Math.sqrt(2.0 / MANY)));
    // scipy.stats.norm.sf(1), sf(2), sf(3)
    double[] tails = {0.15865525, 0.02275013, 0.00134990};
    for (int i = 0; i < 3; i++) {
      assertThat(beyond[i] / (double) MANY)
          .isCloseTo(tails[i], within(4 * Math.sqrt(tails[i] / MANY)));
    }
  }

  /** Both methods on both sides of their border: mean, variance and every probability of note. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.7, 3, 9.99, 10.01, 31, 312, 4e4})
  void followThePoissonLaw(double mean) {
    Variates variates = Variates.of(3, "poisson");
    int lowest = (int) Math.max(0, mean - 5 * Math.sqrt(mean) - 5);
    int[] counts = new int[(int) (mean + 8 * Math.sqrt(mean) + 12) - lowest];
    double[] moments =
        moments(
            () -> {
              double k = variates.poisson(mean);
              counts[Math.max(0, Math.min(counts.length - 1, (int) k - lowest))]++;
              return k;
            });
    assertThat(moments[0]).isCloseTo(mean, within(4 * Math.sqrt(mean / MANY)));
    assertThat(moments[1] / mean).isCloseTo(1, within(4 * Math.sqrt((2 + 1 / mean) / MANY)));
    double chiSquare = 0;
    int cells = 0;
    for (int i = 1; i < counts.length - 1; i++) {
      double expected = MANY * probability(lowest + i, mean);
      if (expected > 20) {
        chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        cells++;
      }
    }
    assertThat(chiSquare).isLessThan(cells + 4 * Math.sqrt(2.0 * cells) + 8);
  }

  /** Two million draws: a hat that is off by a tenth shows. */
  @Test
  void rejectExactlyTheRightCandidates() {
    Variates variates = Variates.of(8, "poisson");
    int draws = 2_000_000;
    int[] counts = new int[70];
    for (int i = 0; i < draws; i++) {
      counts[Math.min(69, (int) variates.poisson(30))]++;
    }
    double chiSquare = 0;
    int cells = 0;
    for (int k = 0; k < 69; k++) {
      double expected = draws * probability(k, 30);
      if (expected > 20) {
        chiSquare += (counts[k] - expected) * (counts[k] - expected) / expected;
        cells++;
      }
    }
    assertThat(chiSquare).isLessThan(cells + 4 * Math.sqrt(2.0 * cells));
  }

  @Test
  void giveNothingForAMeanOfNothingAndRoundedNormalsForHugeOnes() {
    Variates variates = Variates.of(4, "ends");
    assertThat(variates.poisson(0)).isZero();
    double huge = variates.poisson(1e12);
    assertThat(huge).isEqualTo(Math.rint(huge)).isCloseTo(1e12, within(6e6));
    assertThatIllegalArgumentException().isThrownBy(() -> variates.poisson(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> variates.poisson(Double.NaN));
  }

  @Test
  void countTheTrialsThatHappen() {
    Variates variates = Variates.of(6, "binomial");
    double[] moments = moments(() -> variates.binomial(20, 0.3));
    assertThat(moments[0]).isCloseTo(6, within(4 * Math.sqrt(4.2 / MANY)));
    assertThat(moments[1]).isCloseTo(4.2, within(0.06));
  }

  private static double probability(int k, double mean) {
    double log = -mean;
    for (int i = 1; i <= k; i++) {
      log += StrictMath.log(mean / i);
    }
    return StrictMath.exp(log);
  }

  /** Mean and variance. */
  private static double[] moments(DoubleSupplier source) {
    double sum = 0;
    double square = 0;
    double first = source.getAsDouble();
    for (int i = 0; i < MANY; i++) {
      double value = source.getAsDouble() - first;
      sum += value;
      square += value * value;
    }
    double mean = sum / MANY;
    return new double[] {first + mean, square / MANY - mean * mean};
  }
}
