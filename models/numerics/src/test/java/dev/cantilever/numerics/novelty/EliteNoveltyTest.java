package dev.cantilever.numerics.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EliteNoveltyTest {

  /**
   * By hand: of ten targets the elite are 9 and 8, with posterior means 4 and 2: mean 3, standard
   * deviation √2. A draw of 7 lies 3 and 5 from them, a draw of 3 lies 1 and 1.
   */
  @Test
  void isTheMeanDistanceToTheEliteInItsStandardDeviations() {
    double[] measured = {0, 9, 1, 2, 8, 3, 4, 5, 6, 7};
    double[] means = {9, 4, 9, 9, 2, 9, 9, 9, 9, 9};
    EliteNovelty novelty = EliteNovelty.of(measured, means, 0.2, 10);
    assertThat(novelty.of(7)).isCloseTo(4 / Math.sqrt(2), within(1e-15));
    assertThat(novelty.of(3)).isCloseTo(1 / Math.sqrt(2), within(1e-15));
  }

  @Test
  void looksAtTheNearestOfTheEliteOnly() {
    double[] targets = {1, 2, 3, 4};
    EliteNovelty one = EliteNovelty.of(targets, targets, 1, 1);
    assertThat(one.of(2)).isZero();
    assertThat(one.of(6)).isCloseTo(2 / Math.sqrt(5.0 / 3), within(1e-15));
  }

  @Test
  void isBlindToEverythingOutsideOfTheElite() {
    double[] means = {0, 0, 0, 0, 0, 0, 0, 0, 5, 6};
    double[] measured = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    EliteNovelty elite = EliteNovelty.of(measured, means, 0.2, 1);
    assertThat(elite.of(0)).as("measured eight times").isGreaterThan(elite.of(7));
  }

  @Test
  void anEliteOfOneHasUnitScale() {
    EliteNovelty novelty = EliteNovelty.of(new double[] {3, 5}, new double[] {1, 4}, 0.1, 5);
    assertThat(novelty.of(6)).isEqualTo(2);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EliteNovelty.of(new double[2], new double[3], 0.2, 1))
        .withMessageContaining("3 posterior means; 2 expected");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EliteNovelty.of(new double[2], new double[2], 0, 1))
        .withMessageContaining("share of the elite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EliteNovelty.of(new double[0], new double[0], 0.2, 1))
        .withMessageContaining("at least 1");
  }
}
