package dev.cantilever.numerics.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoxSearchTest {

  /** A cone with its tip at {@code target}. */
  private static Valuation cone(double... target) {
    return places -> {
      double[] values = new double[places.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = -Math.sqrt(Neighbours.squaredDistance(places.row(i), target));
      }
      return values;
    };
  }

  private static Ranking.Result best(Candidates.Box box, Valuation valuation, long seed) {
    return new BoxSearch(box, new double[0][])
        .best(valuation, RandomStream.of(seed, "search"))
        .orElseThrow();
  }

  @Test
  void comesCloseToAMaximumInside() {
    for (int seed = 0; seed < 10; seed++) {
      Ranking.Result result = best(Candidates.Box.of(3), cone(0.3, 0.62, 0.11), seed);
      assertThat(result.best().value()).isCloseTo(0, within(0.02));
    }
  }

  @Test
  void comesCloseToAMaximumOnAnEdge() {
    double most = -Math.sqrt(0.2 * 0.2 + 0.3 * 0.3);
    for (int seed = 0; seed < 10; seed++) {
      Ranking.Result result = best(Candidates.Box.of(3), cone(1.2, -0.3, 0.5), seed);
      assertThat(result.best().value()).isCloseTo(most, within(0.01));
    }
  }

  @Test
  void refiningNeverLoses() {
    for (int seed = 0; seed < 10; seed++) {
      Candidates.Box scattered = new Candidates.Box(5, 64, 0, 1, 0);
      Candidates.Box refined = new Candidates.Box(5, 64, 3, 8, 0);
      Valuation valuation = cone(0.5, 0.1, 0.9, 0.3, 0.7);
      assertThat(best(refined, valuation, seed).best().value())
          .isGreaterThanOrEqualTo(best(scattered, valuation, seed).best().value());
    }
  }

  @Test
  void aPlaceThatTiesWithItselfCountsOnce() {
    Ranking.Result result = best(Candidates.Box.of(1), cone(1), 1);
    assertThat(result.best().inputs().get(0)).isEqualTo(1);
    assertThat(result.ties()).isEqualTo(1);
    assertThat(result.runnerUp().orElseThrow().value()).isLessThan(0);
  }

  @Test
  void findsNothingWhereEverythingIsTaken() {
    Candidates.Box box = new Candidates.Box(1, 8, 2, 8, 1);
    Search search = new BoxSearch(box, new double[][] {{0}, {1}});
    assertThat(search.best(places -> new double[places.size()], RandomStream.of(1, "s"))).isEmpty();
    assertThat(search.nearest(new double[] {1}, RandomStream.of(1, "s"))).isEmpty();
    assertThat(search.nearest(new double[] {0.999}, RandomStream.of(1, "s"))).isPresent();
  }

  @Test
  void rankingDrawsAmongTiesAndNamesTheNextBest() {
    int[] wins = new int[3];
    for (int seed = 0; seed < 300; seed++) {
      Ranking ranking = new Ranking();
      double[] values = {1, 5, 2, 5, Double.NEGATIVE_INFINITY, Double.NaN};
      for (int i = 0; i < values.length; i++) {
        ranking.see(i, new double[] {i}, values[i]);
      }
      Ranking.Result result = ranking.result(RandomStream.of(seed, "ties")).orElseThrow();
      assertThat(result.ties()).isEqualTo(2);
      assertThat(result.runnerUp().orElseThrow().value()).isEqualTo(5);
      wins[result.best().index() / 2]++;
    }
    assertThat(wins[0]).isBetween(110, 190);
    assertThat(wins[0] + wins[1]).isEqualTo(300);
  }

  @Test
  void theNextBestIsFoundWhereverItComes() {
    for (int[] order : new int[][] {{1, 2, 3}, {3, 2, 1}, {2, 3, 1}, {3, 1, 2}, {1, 3, 2}}) {
      Ranking ranking = new Ranking();
      for (int value : order) {
        ranking.see(value, new double[] {value}, value);
      }
      Ranking.Result result = ranking.result(RandomStream.of(1, "ties")).orElseThrow();
      assertThat(result.best().index()).isEqualTo(3);
      assertThat(result.runnerUp().orElseThrow().index()).isEqualTo(2);
    }
  }

  @Test
  void aPoolIsValuedInBlocksWithoutLosingAnyone() {
    double[][] rows = new double[1100][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = i;
    }
    Search search = Search.of(new Candidates.Pool(Points.of(rows), Set.of(1099)), new double[0][]);
    Ranking.Result result = search.best(cone(2000), RandomStream.of(1, "pool")).orElseThrow();
    assertThat(result.best().index()).isEqualTo(1098);
    assertThat(result.runnerUp().orElseThrow().index()).isEqualTo(1097);
  }
}
