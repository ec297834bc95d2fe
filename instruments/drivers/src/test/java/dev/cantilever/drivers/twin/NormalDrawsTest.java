package dev.cantilever.drivers.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalDrawsTest {

  /** Four standard errors of 100 000 draws: 0.0126 of the mean, 0.018 of the variance. */
  @Test
  void hasTheMomentsOfTheNormalDistribution() {
    NormalDraws draws = NormalDraws.of(1, "moments");
    int count = 100_000;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < count; i++) {
      double z = draws.normal();
      sum += z;
      squares += z * z;
      fourths += z * z * z * z;
    }
    assertThat(sum / count).isCloseTo(0, within(0.0126));
    assertThat(squares / count).isCloseTo(1, within(0.018));
    assertThat(fourths / count).isCloseTo(3, within(0.13));
  }

  /** Mean and variance of a Poisson number are equal; four standard errors of 40 000 draws. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 4, 29, 31, 1000})
  void countsWithAVarianceOfTheMean(double mean) {
    NormalDraws draws = NormalDraws.of(2, "counts " + mean);
    int count = 40_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double n = draws.poisson(mean);
      sum += n;
      squares += n * n;
    }
    double average = sum / count;
    double variance = squares / count - average * average;
    assertThat(average).isCloseTo(mean, within(4 * Math.sqrt(mean / count)));
    double error = Math.sqrt((mean + 2 * mean * mean) / count);
    assertThat(variance).isCloseTo(mean, within(4 * error + 0.09));
  }

  @Test
  void givesTheSameNumbersAgainAndOthersUnderAnotherName() {
    NormalDraws first = NormalDraws.of(7, "a");
    NormalDraws again = NormalDraws.of(7, "a");
    assertThat(first.normal()).isEqualTo(again.normal());
    assertThat(first.normal()).isEqualTo(again.normal());
    assertThat(NormalDraws.of(7, "b").normal()).isNotEqualTo(NormalDraws.of(7, "a").normal());
  }

  @Test
  void refusesAMeanThatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NormalDraws.of(1, "x").poisson(Double.NaN));
  }
}
