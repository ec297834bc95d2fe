package dev.cantilever.numerics.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.novelty.Pathfinder.Merit;
import dev.cantilever.numerics.novelty.Pathfinder.Pick;
import dev.cantilever.numerics.novelty.Pathfinder.Preference;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PathfinderTest {

  private static final Pathfinder LONELY = new Pathfinder(1, new Preference.Lonely());

  /** Candidate 0 is measured; the others are at feature distances 1 … 4. */
  private static Prospects line(double[] imagined, double... promise) {
    double[][] features = new double[promise.length][1];
    double[][] outcomes = new double[promise.length][1];
    for (int i = 0; i < promise.length; i++) {
      features[i][0] = i;
      outcomes[i][0] = imagined[i];
    }
    return new Prospects(
        Points.of(features),
        List.of(0),
        Points.of(new double[] {0}),
        Points.of(outcomes),
        Series.of(promise));
  }

  @Test
  void meritsAreDistancesToWhatWasMeasured() {
    Prospects prospects =
        new Prospects(
            Points.of(new double[][] {{0, 0}, {3, 4}, {6, 8}}),
            List.of(0, 1),
            Points.of(new double[][] {{10}, {30}}),
            Points.of(new double[][] {{10}, {30}, {40}}),
            Series.of(0, 0, 0.25));
    assertThat(prospects.merits(1).get(2).featureNovelty()).isEqualTo(5);
    assertThat(prospects.merits(1).get(2).outcomeNovelty())
        .as("10 of a standard deviation of √200")
        .isCloseTo(10 / Math.sqrt(200), within(1e-15));
    assertThat(prospects.merits(2).get(2).featureNovelty()).isEqualTo(7.5);
    assertThat(prospects.merits(1).get(2).promise()).isEqualTo(0.25);
    assertThat(prospects.merits(1).get(0)).isEqualTo(new Merit(0, 0, 0));
  }

  @Test
  void picksNoCandidateThatAnotherBeatsBeforeItsFrontIsDone() {
    Prospects prospects = line(new double[] {0, 1, 3, 2, 0}, 0, 9, 5, 4, 1);
    List<Pick> picks = LONELY.choose(prospects, Set.of(), 4, RandomStream.of(1, "ties"));
    assertThat(picks).extracting(Pick::candidate).containsExactlyInAnyOrder(1, 2, 3, 4);
    assertThat(picks).extracting(Pick::front).containsExactly(1, 1, 1, 1);
    Prospects beaten = line(new double[] {0, 1, 2, 3, 4}, 0, 1, 2, 3, 4);
    assertThat(LONELY.choose(beaten, Set.of(), 9, RandomStream.of(1, "ties")))
        .extracting(Pick::candidate)
        .containsExactly(4, 3, 2, 1);
  }

  @Test
  void weightsDecideWithinAFront() {
    Prospects prospects = line(new double[] {0, 1, 3, 2, 0}, 0, 9, 5, 4, 1);
    assertThat(first(prospects, new Preference.Weighted(0, 0, 1))).isEqualTo(1);
    assertThat(first(prospects, new Preference.Weighted(0, 1, 0))).isEqualTo(2);
    assertThat(first(prospects, new Preference.Weighted(1, 0, 0))).isEqualTo(4);
  }

  private static int first(Prospects prospects, Preference preference) {
    return new Pathfinder(1, preference)
        .choose(prospects, Set.of(), 1, RandomStream.of(1, "ties"))
        .getFirst()
        .candidate();
  }

  @Test
  void masksAndWhatWasMeasuredAreNeverPicked() {
    Prospects prospects = line(new double[] {0, 1, 3, 2, 0}, 99, 9, 5, 4, 1);
    assertThat(LONELY.choose(prospects, Set.of(2, 4), 9, RandomStream.of(1, "ties")))
        .extracting(Pick::candidate)
        .containsExactlyInAnyOrder(1, 3);
    assertThat(LONELY.choose(prospects, Set.of(1, 2, 3, 4), 9, RandomStream.of(1, "ties")))
        .isEmpty();
  }

  @Test
  void equalArgumentsGiveEqualPicks() {
    Prospects prospects = line(new double[] {0, 1, 3, 2, 0}, 0, 9, 5, 4, 1);
    assertThat(LONELY.choose(prospects, Set.of(), 3, RandomStream.of(7, "ties")))
        .isEqualTo(LONELY.choose(prospects, Set.of(), 3, RandomStream.of(7, "ties")));
  }

  /**
   * A pool on a line whose promise has one peak: promise alone measures around the peak, the front
   * spreads over all features.
   */
  @Test
  void doesNotCollapseOntoOneOptimum() {
    assertThat(extent(new Preference.Weighted(0, 0, 1))).isLessThan(0.3);
    assertThat(extent(new Preference.Lonely())).isGreaterThan(0.8);
  }

  /** Range of the features after 20 picks, one at a time, with the true outcome as imagined. */
  private static double extent(Preference preference) {
    int size = 200;
    double[][] features = new double[size][1];
    double[][] outcomes = new double[size][1];
    double[] promise = new double[size];
    for (int i = 0; i < size; i++) {
      double x = i / (size - 1.0);
      features[i][0] = x;
      promise[i] = StrictMath.exp(-100 * (x - 0.5) * (x - 0.5));
      outcomes[i][0] = promise[i];
    }
    List<Integer> observed = new ArrayList<>(List.of(100));
    for (int step = 0; step < 20; step++) {
      int[] measured = observed.stream().mapToInt(i -> i).toArray();
      Prospects prospects =
          new Prospects(
              Points.of(features),
              observed,
              Points.of(outcomes).select(measured),
              Points.of(outcomes),
              Series.of(promise));
      Pathfinder pathfinder = new Pathfinder(3, preference);
      observed.add(
          pathfinder
              .choose(prospects, Set.of(), 1, RandomStream.of(step, "ties"))
              .getFirst()
              .candidate());
    }
    TreeSet<Integer> seen = new TreeSet<>(observed);
    return (seen.last() - seen.first()) / (size - 1.0);
  }

  @Test
  void refusesProspectsThatDoNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line(new double[3], 1, Double.NaN, 3))
        .withMessageContaining("coordinate 1 = NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Prospects(
                    Points.of(new double[] {1}),
                    List.of(1),
                    Points.of(new double[] {1}),
                    Points.of(new double[] {1}),
                    Series.of(1)))
        .withMessageContaining("an observed candidate is 1; it must lie in [0, 0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Preference.Weighted(0, 0, 0))
        .withMessageContaining("sum of the weights");
  }
}
