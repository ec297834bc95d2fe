package dev.cantilever.numerics.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnrichmentTest {

  @Test
  void perfectPathIsAsFastAsThePoolAllows() {
    Enrichment perfect = Enrichment.of(new Path(100, 0, List.of(7, 8, 9, 10, 11)), top());
    assertThat(perfect.found()).isEqualTo(Series.of(0.25, 0.5, 0.75, 1, 1));
    assertThat(perfect.factors().toArray())
        .containsExactly(new double[] {25, 25, 25, 25, 20}, within(1e-12));
    assertThat(perfect.picksUntil(0.5)).hasValue(2);
    assertThat(perfect.acceleration(0.5)).contains(25.0);
    assertThat(perfect.acceleration(1)).contains(25.0);
  }

  private static Set<Integer> top() {
    return Set.of(7, 8, 9, 10);
  }

  @Test
  void repeatedMeasurementsCostButFindNothingNew() {
    Enrichment twice = Enrichment.of(new Path(100, 0, List.of(7, 7, 8)), top());
    assertThat(twice.found()).isEqualTo(Series.of(0.25, 0.25, 0.5));
  }

  @Test
  void randomPathsAreOnAverageAsFastAsChance() {
    int pool = 40;
    double[] sum = new double[pool];
    int repeats = 1_000;
    for (int seed = 0; seed < repeats; seed++) {
      Series factors = random(pool, seed).factors();
      for (int n = 0; n < pool; n++) {
        sum[n] += factors.get(n) / repeats;
      }
      assertThat(factors.get(pool - 1)).isEqualTo(1);
    }
    // variance of the found share of 4 among n picks of 40 is (n/40)(1 − n/40)/4 · 36/39
    for (int n = 1; n < pool; n++) {
      double share = (double) n / pool;
      double error = Math.sqrt(share * (1 - share) / 4 * 36 / 39 / repeats) / share;
      assertThat(sum[n - 1]).isCloseTo(1, within(4 * error));
    }
  }

  private static Enrichment random(int pool, int seed) {
    int[] order = RandomStream.of(seed, "random").distinct(pool, pool);
    return Enrichment.of(new Path(pool, 0, Arrays.stream(order).boxed().toList()), top());
  }

  @Test
  void accelerationAgainstAControlIsTheRatioOfPicks() {
    Enrichment fast = Enrichment.of(new Path(100, 0, List.of(7, 8)), top());
    Enrichment slow = Enrichment.of(new Path(100, 0, List.of(0, 7, 1, 2, 3, 8)), top());
    assertThat(fast.acceleration(0.5, slow)).contains(3.0);
    assertThat(fast.acceleration(0.75, slow)).isEmpty();
    assertThat(fast.acceleration(0.75)).isEmpty();
  }

  @Test
  void bestMembersAreTheLargestAndTheFirstAmongEquals() {
    assertThat(Enrichment.best(Series.of(1, 5, 3, 5, 3, 0), 3)).containsExactly(1, 2, 3);
    assertThat(Enrichment.best(Series.of(0, -0.0, 0), 2)).containsExactly(0, 1);
  }

  @Test
  void emptyOrForeignTargetsAreRefused() {
    Path path = new Path(3, 0, List.of(1));
    assertThatThrownBy(() -> Enrichment.of(path, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Enrichment.of(path, Set.of(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 … 2");
    assertThatThrownBy(() -> Enrichment.best(Series.of(1), 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Enrichment.of(path, Set.of(1)).picksUntil(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
