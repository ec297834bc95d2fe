package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentedChebyshevTest {

  @Test
  void agreesWithTheReferenceCases() {
    for (JsonNode one : Reference.read("multiobjective.json").at("/cases/augmented_chebyshev")) {
      double[] values =
          new AugmentedChebyshev(
                  Series.of(Reference.numbers(one.get("weights"))), one.get("alpha").asDouble())
              .values(Reference.matrix(one.get("Y")));
      assertThat(values)
          .containsExactly(Reference.numbers(one.at("/expected/values")), within(1e-15));
      assertThat(best(values)).isEqualTo(one.at("/expected/argmax").asInt());
    }
  }

  @Test
  void anObjectiveInWhichAllAreEqualDecidesNothing() {
    AugmentedChebyshev half = new AugmentedChebyshev(Series.of(0.5, 0.5), 0.05);
    assertThat(half.values(new double[][] {{1, 3}, {2, 3}})).containsExactly(-0.525, 0);
    assertThat(half.values(new double[] {1, 3})).containsExactly(0);
  }

  /** A weighted sum would only ever choose the ends of this front. */
  @Test
  void reachesTheHollowOfAFront() {
    double[][] hollow = {{0, 1}, {0.3, 0.3}, {1, 0}};
    Set<Integer> chosen = new TreeSet<>();
    for (int seed = 0; seed < 50; seed++) {
      RandomStream weights = RandomStream.of(seed, "weights");
      chosen.add(best(AugmentedChebyshev.drawn(2, weights).values(hollow)));
    }
    assertThat(chosen).containsExactly(0, 1, 2);
  }

  @Test
  void neverPrefersADominatedOutcome() {
    for (int seed = 0; seed < 100; seed++) {
      RandomStream stream = RandomStream.of(seed, "outcomes");
      double[][] y = RandomOutcomes.gridded(20, 3, 4, stream);
      int chosen = best(AugmentedChebyshev.drawn(3, stream).values(y));
      assertThat(Front.of(y).indices()).as("seed %d", seed).contains(chosen);
    }
  }

  /** On the simplex of three, every weight has the mean 1/3 and the variance 1/18. */
  @Test
  void weightsAreUniformOnTheSimplex() {
    RandomStream stream = RandomStream.of(1, "weights");
    double[] mean = new double[3];
    double[] square = new double[3];
    for (int i = 0; i < 20_000; i++) {
      Series weights = AugmentedChebyshev.drawn(3, stream).weights();
      for (int k = 0; k < 3; k++) {
        mean[k] += weights.get(k) / 20_000;
        square[k] += weights.get(k) * weights.get(k) / 20_000;
      }
    }
    // four standard errors each
    for (int k = 0; k < 3; k++) {
      assertThat(mean[k]).isCloseTo(1 / 3.0, within(0.0067));
      assertThat(square[k]).isCloseTo(1 / 6.0, within(0.0057));
    }
  }

  @Test
  void weightsAreRepeatable() {
    assertThat(AugmentedChebyshev.drawn(4, RandomStream.of(2, "weights")))
        .isEqualTo(AugmentedChebyshev.drawn(4, RandomStream.of(2, "weights")));
  }

  @Test
  void refusesWeightsThatAreNoShares() {
    assertThatThrownBy(() -> new AugmentedChebyshev(Series.of(1.5, -0.5), 0.05))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 0");
    assertThatThrownBy(() -> new AugmentedChebyshev(Series.of(1, 1), 0.05))
        .hasMessageContaining("sum 1, not 2.0");
    assertThatThrownBy(() -> new AugmentedChebyshev(Series.of(Double.NaN), 0.05))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new AugmentedChebyshev(Series.of(1), -1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> AugmentedChebyshev.drawn(0, RandomStream.of(1, "weights")))
        .hasMessageContaining("not 0");
    AugmentedChebyshev one = new AugmentedChebyshev(Series.of(1), 0);
    assertThat(one.values()).isEmpty();
    assertThatThrownBy(() -> one.values(new double[] {1, 2})).hasMessageContaining("2 objectives");
  }

  private static int best(double[] values) {
    double highest = Arrays.stream(values).max().orElseThrow();
    return IntStream.range(0, values.length)
        .filter(i -> values[i] == highest)
        .findFirst()
        .orElseThrow();
  }
}
