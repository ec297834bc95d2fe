package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypervolumeTest {

  private static final ReferencePoint BEYOND = ReferencePoint.of(-1.1, -1.1);

  @Test
  void agreesWithTheReferenceCases() {
    for (JsonNode one : Reference.read("multiobjective.json").at("/cases/hypervolume")) {
      ReferencePoint reference = ReferencePoint.of(Reference.numbers(one.get("ref_point")));
      assertThat(Hypervolume.of(Front.of(Reference.matrix(one.get("Y"))), reference))
          .isCloseTo(one.at("/expected/hypervolume").asDouble(), within(1e-12));
    }
    for (JsonNode one : Reference.read("multiobjective.json").at("/cases/ehvi")) {
      ReferencePoint reference = ReferencePoint.of(Reference.numbers(one.get("ref_point")));
      assertThat(Hypervolume.of(Front.of(Reference.matrix(one.get("Y"))), reference))
          .isCloseTo(one.at("/expected/hypervolume").asDouble(), within(1e-12));
    }
  }

  /** The volume of a union of boxes as the alternating sum over all intersections. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void equalsInclusionAndExclusionOnSmallSets(int objectives) {
    for (int seed = 0; seed < 60; seed++) {
      RandomStream stream = RandomStream.of(seed, "outcomes");
      double[][] y =
          seed % 2 == 0
              ? RandomOutcomes.uniform(9, objectives, stream)
              : RandomOutcomes.gridded(9, objectives, 4, stream);
      assertThat(Hypervolume.of(Front.of(y), RandomOutcomes.origin(objectives)))
          .as("seed %d", seed)
          .isCloseTo(inclusionExclusion(y, objectives), within(1e-12));
    }
  }

  /** On a grid of quarters, cells are dominated or not as a whole: count them. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void equalsTheCountOfDominatedCellsOnLargerSets(int objectives) {
    for (int seed = 0; seed < 8; seed++) {
      double[][] y = RandomOutcomes.gridded(40, objectives, 4, RandomStream.of(seed, "outcomes"));
      int cells = 1 << (2 * objectives);
      long dominated =
          IntStream.range(0, cells)
              .mapToObj(cell -> upperCorner(cell, objectives))
              .filter(corner -> Arrays.stream(y).anyMatch(p -> Front.covers(p, corner)))
              .count();
      assertThat(Hypervolume.of(Front.of(y), RandomOutcomes.origin(objectives)))
          .as("seed %d", seed)
          .isCloseTo(dominated / (double) cells, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void neverFallsWhenAnOutcomeIsAddedAndGrowsByItsGain(int objectives) {
    for (int seed = 0; seed < 20; seed++) {
      RandomStream stream = RandomStream.of(seed, "outcomes");
      ReferencePoint reference = ReferencePoint.of(constant(objectives, 0.2));
      double[][] y = RandomOutcomes.uniform(12, objectives, stream);
      for (int n = 1; n < 12; n++) {
        Front few = Front.of(Arrays.copyOf(y, n));
        double before = Hypervolume.of(few, reference);
        double after = Hypervolume.of(Front.of(Arrays.copyOf(y, n + 1)), reference);
        assertThat(after).as("seed %d", seed).isGreaterThanOrEqualTo(before - 1e-15);
        assertThat(Hypervolume.gain(few, reference, y[n])).isCloseTo(after - before, within(1e-13));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void doesNotDependOnTheOrderOfOutcomesOrObjectives(int objectives) {
    for (int seed = 0; seed < 20; seed++) {
      RandomStream stream = RandomStream.of(seed, "outcomes");
      double[][] y = RandomOutcomes.uniform(20, objectives, stream);
      int[] rows = stream.distinct(20, 20);
      int[] columns = stream.distinct(objectives, objectives);
      double[][] shuffled =
          Arrays.stream(rows)
              .mapToObj(i -> Arrays.stream(columns).mapToDouble(k -> y[i][k]).toArray())
              .toArray(double[][]::new);
      ReferencePoint origin = RandomOutcomes.origin(objectives);
      assertThat(Hypervolume.of(Front.of(shuffled), origin))
          .as("seed %d", seed)
          .isCloseTo(Hypervolume.of(Front.of(y), origin), within(1e-13));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void scalesWithItsObjectivesWhileTheNormalisedOneStays(int objectives) {
    RandomStream stream = RandomStream.of(1, "outcomes");
    double[][] y = RandomOutcomes.uniform(15, objectives, stream);
    double[] scale = IntStream.range(0, objectives).mapToDouble(k -> Math.pow(10, k)).toArray();
    Front front = Front.of(y);
    Front scaled = Front.of(map(y, scale, 7));
    ReferencePoint reference = ReferencePoint.of(map(constant(objectives, 0), scale, 7));
    double volume = Hypervolume.of(front, RandomOutcomes.origin(objectives));
    double product = Arrays.stream(scale).reduce(1, (a, b) -> a * b);
    assertThat(Hypervolume.of(scaled, reference))
        .isCloseTo(volume * product, within(1e-12 * product));
    assertThat(Hypervolume.normalised(scaled, reference, map(constant(objectives, 1), scale, 7)))
        .isCloseTo(volume, within(1e-12));
  }

  /** Heights that differ by 1e-17 of the box round together; the wider point comes first. */
  @Test
  void theNormalisedOneCountsPointsThatScalingRoundsTogetherOnce() {
    Front front = Front.of(new double[][] {{0.5, 0.1}, {0.4, 0.1 + 0x1p-56}});
    assertThat(Hypervolume.normalised(front, ReferencePoint.of(0, -1), 1, 0))
        .isCloseTo(0.5 * 1.1, within(1e-15));
  }

  @Test
  void outcomesNotAboveTheReferenceInEveryObjectiveAddNothing() {
    ReferencePoint reference = ReferencePoint.of(0, 0);
    assertThat(Hypervolume.of(Front.of(new double[][] {{5, 0}, {-1, 5}}), reference)).isZero();
    assertThat(Hypervolume.of(Front.of(new double[][] {{5, 0}, {1, 1}}), reference)).isOne();
    assertThat(Hypervolume.gain(Front.empty(2), reference, 5, 0)).isZero();
  }

  @Test
  void anEmptyFrontHasNone() {
    for (int objectives = 1; objectives <= 6; objectives++) {
      ReferencePoint origin = RandomOutcomes.origin(objectives);
      assertThat(Hypervolume.of(Front.empty(objectives), origin)).isZero();
    }
  }

  /** Points on a front miss a share like 1/n, so that 2 V(2n) − V(n) misses one like 1/n². */
  @Test
  void approachesTheAnalyticValuesOfKnownFronts() {
    assertThat(limit(AnalyticFronts::dtlz2, BEYOND)).isCloseTo(known(0), within(1e-6));
    assertThat(limit(AnalyticFronts::zdt1, BEYOND)).isCloseTo(known(2), within(1e-6));
    assertThat(limit(AnalyticFronts::zdt2, BEYOND)).isCloseTo(known(3), within(1e-6));
  }

  @Test
  void approachesTheAnalyticValueOfASphere() {
    ReferencePoint beyond = ReferencePoint.of(-1.1, -1.1, -1.1);
    double coarse = Hypervolume.of(Front.of(AnalyticFronts.dtlz2Sphere(15)), beyond);
    double fine = Hypervolume.of(Front.of(AnalyticFronts.dtlz2Sphere(29)), beyond);
    assertThat(fine).isBetween(coarse, known(1));
    assertThat(2 * fine - coarse).isCloseTo(known(1), within(1e-3));
  }

  /** The published maximum is 59.36; a grid of finite spacing misses 0.05 of it. */
  @Test
  void approachesThePublishedMaximumOfBraninCurrin() {
    double volume = Hypervolume.of(AnalyticFronts.braninCurrinFront(), ReferencePoint.of(-18, -6));
    assertThat(volume).isBetween(59.29, 59.37);
  }

  @Test
  void refusesWhatItCannotMeasure() {
    assertThatThrownBy(() -> Hypervolume.of(Front.empty(7), RandomOutcomes.origin(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 6 objectives, not 7");
    assertThatThrownBy(() -> Hypervolume.of(Front.empty(2), RandomOutcomes.origin(3)))
        .hasMessageContaining("the reference point has 3 objectives, but the front has 2");
    assertThatThrownBy(() -> Hypervolume.gain(Front.empty(1), RandomOutcomes.origin(1), Double.NaN))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Hypervolume.normalised(Front.empty(2), RandomOutcomes.origin(2), 1, 0))
        .hasMessageContaining("must exceed the reference");
  }

  private static double limit(IntFunction<double[][]> front, ReferencePoint reference) {
    double coarse = Hypervolume.of(Front.of(front.apply(1_001)), reference);
    double fine = Hypervolume.of(Front.of(front.apply(2_001)), reference);
    return 2 * fine - coarse;
  }

  private static double known(int index) {
    return Reference.read("multiobjective.json")
        .at("/cases/known_fronts")
        .get(index)
        .get("hypervolume")
        .asDouble();
  }

  private static double inclusionExclusion(double[][] y, int objectives) {
    double sum = 0;
    for (int subset = 1; subset < 1 << y.length; subset++) {
      double product = Integer.bitCount(subset) % 2 == 1 ? 1 : -1;
      for (int k = 0; k < objectives; k++) {
        double lowest = 1;
        for (int i = 0; i < y.length; i++) {
          lowest = (subset >> i & 1) == 1 ? Math.min(lowest, y[i][k]) : lowest;
        }
        product *= lowest;
      }
      sum += product;
    }
    return sum;
  }

  private static double[] upperCorner(int cell, int objectives) {
    return IntStream.range(0, objectives)
        .mapToDouble(k -> ((cell >> (2 * k) & 3) + 1) / 4.0)
        .toArray();
  }

  private static double[] constant(int objectives, double value) {
    double[] row = new double[objectives];
    Arrays.fill(row, value);
    return row;
  }

  private static double[][] map(double[][] rows, double[] scale, double shift) {
    return Arrays.stream(rows).map(row -> map(row, scale, shift)).toArray(double[][]::new);
  }

  private static double[] map(double[] row, double[] scale, double shift) {
    return IntStream.range(0, row.length).mapToDouble(k -> scale[k] * row[k] + shift).toArray();
  }
}
