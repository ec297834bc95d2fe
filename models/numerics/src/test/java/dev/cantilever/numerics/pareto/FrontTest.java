package dev.cantilever.numerics.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrontTest {

  @Test
  void findsTheNonDominatedOutcomesOfTheReferenceCases() {
    for (JsonNode one : Reference.read("multiobjective.json").at("/cases/hypervolume")) {
      double[][] outcomes = Reference.matrix(one.get("Y"));
      JsonNode mask = one.at("/expected/non_dominated");
      int[] expected =
          IntStream.range(0, outcomes.length).filter(i -> mask.get(i).booleanValue()).toArray();
      assertThat(Front.of(outcomes).indices()).isEqualTo(expected);
    }
  }

  /** The definition itself, pair by pair, on outcomes with many ties. */
  @Test
  void anOutcomeIsOnTheFrontUnlessAnotherDominatesItOrAnEarlierOneEqualsIt() {
    for (int seed = 0; seed < 200; seed++) {
      RandomStream stream = RandomStream.of(seed, "outcomes");
      int objectives = 1 + seed % 5;
      double[][] y = RandomOutcomes.gridded(25, objectives, 4, stream);
      int[] expected =
          IntStream.range(0, 25)
              .filter(i -> IntStream.range(0, 25).noneMatch(j -> beats(y[j], y[i])))
              .filter(i -> IntStream.range(0, i).noneMatch(j -> Arrays.equals(y[j], y[i])))
              .toArray();
      assertThat(Front.of(y).indices()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void ofEqualOutcomesTheFirstStandsForAll() {
    Front front = Front.of(new double[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}});
    assertThat(front.indices()).containsExactly(0, 1);
  }

  @Test
  void aNegativeZeroIsAZero() {
    assertThat(Front.of(new double[][] {{0.0, 1}, {-0.0, 2}, {-0.0, 2}}).indices())
        .containsExactly(1);
  }

  @Test
  void aLoneOutcomeIsItsOwnFront() {
    Front front = Front.of(new double[] {3, -4});
    assertThat(front.size()).isEqualTo(1);
    assertThat(front.get(0, 1)).isEqualTo(-4);
  }

  @Test
  void aFrontBeforeTheFirstMeasurementIsEmpty() {
    assertThat(Front.empty(2).size()).isZero();
    assertThat(Front.empty(2).objectives()).isEqualTo(2);
    assertThat(Front.empty(2).toArray()).isEmpty();
  }

  @Test
  void doesNotChangeWhenItsInputOrOutputDoes() {
    double[][] outcomes = {{1, 2}};
    Front front = Front.of(outcomes);
    outcomes[0][0] = 9;
    front.toArray()[0][0] = 9;
    front.indices()[0] = 9;
    assertThat(front.get(0, 0)).isEqualTo(1);
    assertThat(front.indices()).containsExactly(0);
  }

  @Test
  void refusesWhatIsNoSetOfOutcomes() {
    assertThatThrownBy(() -> Front.of(new double[] {1, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outcome 0 has objective 1 = NaN");
    assertThatThrownBy(() -> Front.of(new double[] {Double.POSITIVE_INFINITY}))
        .hasMessageContaining("within ±1e50");
    assertThatThrownBy(() -> Front.of(new double[] {1, 2}, new double[] {1}))
        .hasMessageContaining("outcome 1 has 1 objectives, but 2 are expected");
    assertThatThrownBy(Front::of).hasMessageContaining("at least one outcome");
    assertThatThrownBy(() -> Front.of(new double[0])).hasMessageContaining("at least one");
    assertThatThrownBy(() -> Front.empty(0)).hasMessageContaining("not 0");
  }

  private static boolean beats(double[] a, double[] b) {
    boolean larger = false;
    for (int k = 0; k < a.length; k++) {
      if (a[k] < b[k]) {
        return false;
      }
      larger |= a[k] > b[k];
    }
    return larger;
  }
}
