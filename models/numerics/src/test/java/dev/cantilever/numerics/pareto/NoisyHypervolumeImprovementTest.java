package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.random.Sobol;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoisyHypervolumeImprovementTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void isTheMeanOverDrawsOfTheGrowthOfHypervolume(int objectives) {
    RandomStream stream = RandomStream.of(1, "draws");
    ReferencePoint reference = RandomOutcomes.origin(objectives);
    double[][][] measured = draws(12, 7, objectives, stream);
    double[][][] candidates = draws(12, 4, objectives, stream);
    double[] values = NoisyHypervolumeImprovement.over(measured, reference).values(candidates);
    for (int c = 0; c < 4; c++) {
      double sum = 0;
      for (int s = 0; s < 12; s++) {
        double[][] joined = Arrays.copyOf(measured[s], 8);
        joined[7] = candidates[s][c];
        sum +=
            Hypervolume.of(Front.of(joined), reference)
                - Hypervolume.of(Front.of(measured[s]), reference);
      }
      assertThat(values[c]).isCloseTo(sum / 12, within(1e-14));
    }
  }

  /** Measured values without noise: the exact expected improvement. */
  @Test
  void withCertainMeasurementsItApproachesTheExactExpectedImprovement() {
    double[][] front = {{0.2, 0.9}, {0.6, 0.6}, {0.9, 0.1}};
    double[][] z = Sobol.normals(1 << 10, 2, RandomStream.of(3, "draws"));
    double[][][] measured = new double[z.length][][];
    double[][][] candidates = new double[z.length][1][];
    for (int s = 0; s < z.length; s++) {
      measured[s] = front;
      candidates[s][0] = new double[] {0.5 + 0.3 * z[s][0], 0.7 + 0.2 * z[s][1]};
    }
    ReferencePoint origin = ReferencePoint.of(0, 0);
    double exact =
        ExpectedHypervolumeImprovement.over(Front.of(front), origin)
            .value(new double[] {0.5, 0.7}, new double[] {0.3, 0.2});
    assertThat(NoisyHypervolumeImprovement.over(measured, origin).values(candidates)[0])
        .isCloseTo(exact, within(1e-3 * exact));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void pointsThatAreNeverOnADrawnFrontChangeNothing(int objectives) {
    RandomStream stream = RandomStream.of(5, "draws");
    double[][][] measured = draws(8, 30, objectives, stream);
    for (double[][] draw : measured) {
      for (int i = 0; i < 10; i++) {
        Arrays.fill(draw[i], 0.01 * i);
      }
    }
    double[][][] candidates = draws(8, 5, objectives, stream);
    int[] kept = NoisyHypervolumeImprovement.everOnFront(measured);
    double[][][] pruned =
        Arrays.stream(measured).map(draw -> Front.select(draw, kept)).toArray(double[][][]::new);
    ReferencePoint reference = RandomOutcomes.origin(objectives);
    assertThat(kept.length).isLessThan(30);
    assertThat(NoisyHypervolumeImprovement.over(pruned, reference).values(candidates))
        .isEqualTo(NoisyHypervolumeImprovement.over(measured, reference).values(candidates));
  }

  @Test
  void keepsEveryPointThatIsOnSomeDrawnFront() {
    double[][][] measured = {
      {{1, 0}, {0, 1}, {0, 0}, {0.5, 0.5}}, {{1, 1}, {0, 1}, {0, 0}, {2, 0.5}}
    };
    assertThat(NoisyHypervolumeImprovement.everOnFront(measured)).containsExactly(0, 1, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void itsSmoothedLogarithmTendsToItAsTheSmoothingShrinks(int objectives) {
    RandomStream stream = RandomStream.of(7, "draws");
    double[][][] candidates = draws(16, 6, objectives, stream);
    NoisyHypervolumeImprovement improvement =
        NoisyHypervolumeImprovement.over(
            draws(16, 2, objectives, stream), RandomOutcomes.origin(objectives));
    double[] values = improvement.values(candidates);
    double[] smoothing = new double[objectives];
    for (double width : new double[] {1e-2, 1e-4, 1e-6}) {
      Arrays.fill(smoothing, width);
      double[] logarithms = improvement.smoothedLogarithms(candidates, smoothing);
      for (int c = 0; c < 6; c++) {
        assertThat(StrictMath.exp(logarithms[c])).isCloseTo(values[c], within(0.1 * width));
      }
    }
  }

  @Test
  void itsSmoothedLogarithmRanksCandidatesThatGainNothingInAnyDraw() {
    double[][][] measured = {{{1, 1}}, {{1.1, 0.9}}};
    double[][][] candidates = {
      {{0.8, 0.8}, {0.5, 0.5}, {-9, -9}}, {{0.7, 0.8}, {0.5, 0.5}, {-9, -9}}
    };
    NoisyHypervolumeImprovement improvement =
        NoisyHypervolumeImprovement.over(measured, ReferencePoint.of(0, 0));
    assertThat(improvement.values(candidates)).containsOnly(0);
    double[] logarithms = improvement.smoothedLogarithms(candidates, 0.01, 0.01);
    assertThat(logarithms[0]).isGreaterThan(logarithms[1]);
    assertThat(logarithms[1]).isGreaterThan(logarithms[2]);
    assertThat(logarithms[2]).isFinite();
  }

  @Test
  void beforeTheFirstMeasurementItIsTheMeanBoxAboveTheReference() {
    NoisyHypervolumeImprovement improvement =
        NoisyHypervolumeImprovement.over(new double[2][0][], ReferencePoint.of(0, 0));
    assertThat(improvement.values(new double[][][] {{{1, 2}}, {{3, -1}}})).containsExactly(1);
    assertThat(NoisyHypervolumeImprovement.everOnFront(new double[2][0][])).isEmpty();
  }

  @Test
  void refusesDrawsOfUnequalShapeAndWhatIsNotANumber() {
    ReferencePoint origin = ReferencePoint.of(0, 0);
    double[][][] one = {{{1, 1}}};
    double[][][] two = {{{1, 1}}, {{1, 1}}};
    assertThatThrownBy(() -> NoisyHypervolumeImprovement.over(new double[0][][], origin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one draw");
    NoisyHypervolumeImprovement improvement = NoisyHypervolumeImprovement.over(one, origin);
    assertThatThrownBy(() -> improvement.values(two))
        .hasMessageContaining("2 draws of the candidates need as many");
    assertThatThrownBy(() -> improvement.values(new double[][][] {{{1, Double.NaN}}}))
        .hasMessageContaining("candidate 0 has objective 1 = NaN");
    assertThatThrownBy(() -> improvement.smoothedLogarithms(one, 0, 1))
        .hasMessageContaining("smoothing must be above 0");
    assertThatThrownBy(
            () ->
                NoisyHypervolumeImprovement.everOnFront(
                    new double[][][] {{{1, 1}}, {{1, 1}, {2, 2}}}))
        .hasMessageContaining("one draw has 2 points, but the first has 1");
    assertThatThrownBy(() -> NoisyHypervolumeImprovement.over(one, RandomOutcomes.origin(7)))
        .hasMessageContaining("7");
  }

  private static double[][][] draws(int draws, int points, int objectives, RandomStream stream) {
    double[][][] all = new double[draws][][];
    for (int s = 0; s < draws; s++) {
      all[s] = RandomOutcomes.uniform(points, objectives, stream);
    }
    return all;
  }
}
