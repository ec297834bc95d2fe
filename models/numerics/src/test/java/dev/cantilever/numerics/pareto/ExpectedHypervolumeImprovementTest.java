package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.random.Sobol;
import dev.cantilever.numerics.special.Improvement;
import dev.cantilever.numerics.special.Normal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedHypervolumeImprovementTest {

  private static final double[][] THREE = {{0.25, 1, 0.5}, {0.5, 0.75, 0.25}, {1, 0.25, 0.5}};

  @Test
  void agreesWithTheReferenceCases() {
    for (JsonNode one : Reference.read("multiobjective.json").at("/cases/ehvi")) {
      double[] mean = Reference.numbers(one.get("mean"));
      double[] deviation = Reference.numbers(one.get("sigma"));
      double expected = one.at("/expected/ehvi").asDouble();
      var improvement =
          ExpectedHypervolumeImprovement.over(
              Front.of(Reference.matrix(one.get("Y"))),
              ReferencePoint.of(Reference.numbers(one.get("ref_point"))));
      assertThat(improvement.value(mean, deviation)).isCloseTo(expected, within(1e-15));
      assertThat(logarithm(improvement, mean, deviation))
          .isCloseTo(StrictMath.log(expected), within(1e-13));
    }
  }

  /**
   * EHVI = ∫ over undominated a of Π P(Y_k ≥ a_k) da. With the front on a grid of quarters the
   * integral is a sum over cells of products of one-dimensional integrals, here by Gauss quadrature
   * of the distribution function.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void equalsTheIntegralOverTheUndominatedCells(int objectives) {
    for (int seed = 0; seed < 27; seed++) {
      RandomStream stream = RandomStream.of(seed, "outcomes");
      double[][] y = RandomOutcomes.gridded(1 + seed % 9, objectives, 4, stream);
      double[] mean = RandomOutcomes.uniform(1, objectives, stream)[0];
      double[] deviation =
          Arrays.stream(RandomOutcomes.uniform(1, objectives, stream)[0])
              .map(u -> 0.08 + 0.2 * u)
              .toArray();
      var improvement =
          ExpectedHypervolumeImprovement.over(Front.of(y), RandomOutcomes.origin(objectives));
      double expected = overCells(y, mean, deviation);
      assertThat(improvement.value(mean, deviation))
          .as("seed %d", seed)
          .isCloseTo(expected, within(1e-13));
      assertThat(logarithm(improvement, mean, deviation))
          .as("seed %d", seed)
          .isCloseTo(StrictMath.log(expected), within(1e-9 + 1e-14 / expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void isTheMeanGainOverDraws(int objectives) {
    RandomStream stream = RandomStream.of(2, "outcomes");
    Front front = Front.of(RandomOutcomes.uniform(10, objectives, stream));
    ReferencePoint origin = RandomOutcomes.origin(objectives);
    double[] mean = new double[objectives];
    double[] deviation = new double[objectives];
    Arrays.fill(mean, 0.6);
    Arrays.fill(deviation, 0.3);
    double sum = 0;
    for (double[] z : Sobol.normals(1 << 10, objectives, stream)) {
      sum += Hypervolume.gain(front, origin, Arrays.stream(z).map(v -> 0.6 + 0.3 * v).toArray());
    }
    assertThat(ExpectedHypervolumeImprovement.over(front, origin).value(mean, deviation))
        .isCloseTo(sum / (1 << 10), within(5e-4));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void ofADominatedCandidateItIsAboveZeroAndFallsWithItsDeviation(int objectives) {
    Front front = Front.of(objectives == 3 ? THREE : new double[][] {{0.25, 1}, {1, 0.25}});
    var improvement = ExpectedHypervolumeImprovement.over(front, RandomOutcomes.origin(objectives));
    double[] mean = new double[objectives];
    double[] deviation = new double[objectives];
    Arrays.fill(mean, 0.1);
    double before = Double.POSITIVE_INFINITY;
    double logBefore = Double.POSITIVE_INFINITY;
    for (double sigma = 1; sigma > 1e-4; sigma /= 2) {
      Arrays.fill(deviation, sigma);
      double now = improvement.value(mean, deviation);
      double logNow = logarithm(improvement, mean, deviation);
      assertThat(now).isLessThan(before).isGreaterThan(sigma > 0.02 ? 0 : -1);
      assertThat(logNow).isLessThan(logBefore).isFinite();
      before = sigma > 0.02 ? now : Double.POSITIVE_INFINITY;
      logBefore = logNow;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void withoutUncertaintyItIsTheGain(int objectives) {
    for (int seed = 0; seed < 40; seed++) {
      RandomStream stream = RandomStream.of(seed, "outcomes");
      Front front = Front.of(RandomOutcomes.gridded(8, objectives, 4, stream));
      ReferencePoint reference = RandomOutcomes.origin(objectives);
      double[] candidate = RandomOutcomes.gridded(1, objectives, 5, stream)[0];
      double[] certain = new double[objectives];
      double gain = Hypervolume.gain(front, reference, candidate);
      var improvement = ExpectedHypervolumeImprovement.over(front, reference);
      assertThat(improvement.value(candidate, certain))
          .as("seed %d", seed)
          .isCloseTo(gain, within(1e-15));
      assertThat(StrictMath.exp(logarithm(improvement, candidate, certain)))
          .as("seed %d", seed)
          .isCloseTo(gain, within(1e-15));
    }
  }

  @Test
  void forOneObjectiveItIsExpectedImprovement() {
    var improvement =
        ExpectedHypervolumeImprovement.over(
            Front.of(new double[][] {{1}, {3}, {2}}), ReferencePoint.of(0));
    assertThat(improvement.value(new double[] {2.5}, new double[] {0.7}))
        .isCloseTo(0.7 * Improvement.of(-0.5 / 0.7), within(1e-16));
  }

  @Test
  void overAnEmptyFrontItIsTheProductOfExcessesOverTheReference() {
    var improvement = ExpectedHypervolumeImprovement.over(Front.empty(2), ReferencePoint.of(1, 2));
    assertThat(improvement.value(new double[] {0, 0}, new double[] {1, 2}))
        .isCloseTo(2 * Improvement.of(-1) * Improvement.of(-1), within(1e-16));
  }

  @Test
  void pointsBelowTheReferenceDoNotMatter() {
    double[] mean = {0.3, 0.4};
    double[] deviation = {0.2, 0.1};
    Front front = Front.of(new double[][] {{0.5, 0.5}, {2, -1}, {0, 3}});
    Front without = Front.of(new double[] {0.5, 0.5});
    ReferencePoint origin = ReferencePoint.of(0, 0);
    assertThat(ExpectedHypervolumeImprovement.over(front, origin).value(mean, deviation))
        .isEqualTo(ExpectedHypervolumeImprovement.over(without, origin).value(mean, deviation));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void risesWithEveryMean(int objectives) {
    RandomStream stream = RandomStream.of(4, "outcomes");
    Front front = Front.of(RandomOutcomes.uniform(10, objectives, stream));
    var improvement = ExpectedHypervolumeImprovement.over(front, RandomOutcomes.origin(objectives));
    double[] deviation = new double[objectives];
    Arrays.fill(deviation, 0.1);
    for (double[] mean : RandomOutcomes.uniform(50, objectives, stream)) {
      double before = improvement.value(mean, deviation);
      for (int k = 0; k < objectives; k++) {
        double[] more = mean.clone();
        more[k] += 0.01;
        assertThat(improvement.value(more, deviation)).isGreaterThan(before - 1e-16);
      }
    }
  }

  @Test
  void hugeAndTinyNumbersGiveNumbers() {
    Front front = Front.of(new double[][] {{-1e50, 1e50}, {1e50, -1e50}, {0, 0}});
    var improvement = ExpectedHypervolumeImprovement.over(front, ReferencePoint.of(-1e50, -1e50));
    double[][] means = {{1e50, 1e50}, {-1e50, 0}, {0, 0}, {1e-300, 0}};
    double[][] deviations = {{1e50, 1e-320}, {1e-320, 1e50}, {0, 1e-320}, {1e-320, 0}};
    for (int i = 0; i < means.length; i++) {
      assertThat(improvement.value(means[i], deviations[i])).isFinite().isNotNegative();
      assertThat(logarithm(improvement, means[i], deviations[i])).isLessThan(1e3);
    }
  }

  @Test
  void refusesWhatItCannotAnswer() {
    assertThatThrownBy(
            () -> ExpectedHypervolumeImprovement.over(Front.empty(4), RandomOutcomes.origin(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 3 objectives, not 4; average over draws");
    var improvement = ExpectedHypervolumeImprovement.over(Front.empty(1), ReferencePoint.of(0));
    double[] one = {1};
    assertThatThrownBy(() -> improvement.value(one, new double[] {-1}))
        .hasMessageContaining("deviation 0 of objective 0 is -1.0");
    assertThatThrownBy(() -> improvement.value(new double[] {Double.NaN}, one))
        .hasMessageContaining("mean 0 has objective 0 = NaN");
    assertThatThrownBy(() -> improvement.values(new double[][] {one}, new double[0][]))
        .hasMessageContaining("1 means need as many deviations, not 0");
    assertThat(improvement.values(new double[0][], new double[0][])).isEmpty();
  }

  private static double logarithm(
      ExpectedHypervolumeImprovement improvement, double[] mean, double[] deviation) {
    return improvement.logarithms(new double[][] {mean}, new double[][] {deviation})[0];
  }

  /** Sum over cells of side ¼ from 0 to 4 that no outcome dominates. */
  private static double overCells(double[][] y, double[] mean, double[] deviation) {
    int objectives = mean.length;
    double[][] integral = new double[objectives][16];
    for (int k = 0; k < objectives; k++) {
      for (int cell = 0; cell < 16; cell++) {
        integral[k][cell] = survival(0.25 * cell, mean[k], deviation[k]);
      }
    }
    double sum = 0;
    for (int cell = 0; cell < 1 << (4 * objectives); cell++) {
      int[] index = new int[objectives];
      double product = 1;
      for (int k = 0; k < objectives; k++) {
        index[k] = cell >> (4 * k) & 15;
        product *= integral[k][index[k]];
      }
      double[] corner = IntStream.of(index).mapToDouble(i -> 0.25 * (i + 1)).toArray();
      sum += Arrays.stream(y).anyMatch(p -> Front.covers(p, corner)) ? 0 : product;
    }
    return sum;
  }

  /** ∫ P(Y ≥ a) da over a cell: four panels of five Gauss-Legendre nodes. */
  private static double survival(double from, double mean, double deviation) {
    double[] nodes = {
      -0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664
    };
    double[] weights = {
      0.23692688505618908,
      0.47862867049936647,
      0.5688888888888889,
      0.47862867049936647,
      0.23692688505618908
    };
    double sum = 0;
    for (int panel = 0; panel < 4; panel++) {
      for (int i = 0; i < 5; i++) {
        double a = from + 0.0625 * (panel + 0.5 * (nodes[i] + 1));
        sum += 0.03125 * weights[i] * Normal.cumulative((mean - a) / deviation);
      }
    }
    return sum;
  }
}
