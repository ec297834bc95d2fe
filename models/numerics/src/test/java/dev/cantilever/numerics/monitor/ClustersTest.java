package dev.cantilever.numerics.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClustersTest {

  private static Points cloud(long seed, int size, int dimension) {
    RandomStream stream = RandomStream.of(seed, "cloud");
    double[][] rows = new double[size][dimension];
    for (double[] row : rows) {
      for (int j = 0; j < dimension; j++) {
        row[j] = stream.nextNormal();
      }
    }
    return Points.of(rows);
  }

  @Test
  void separateHeapsAreFoundWhateverTheSeed() {
    double[][] rows = new double[60][2];
    RandomStream stream = RandomStream.of(0, "heaps");
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 10 * (i % 3) + 0.1 * stream.nextNormal();
      rows[i][1] = 0.1 * stream.nextNormal();
    }
    Clusters found = Clusters.of(Points.of(rows), 3, RandomStream.of(0, "clusters"));
    assertThat(new HashSet<>(found.membership())).hasSize(3);
    for (int i = 0; i < rows.length; i++) {
      assertThat(found.membership().get(i)).isEqualTo(found.membership().get(i % 3));
    }
  }

  @Test
  void everyMemberIsNearestToItsCentreAndEveryCentreIsTheMeanOfItsMembers() {
    for (int seed = 0; seed < 20; seed++) {
      int k = 2 + seed % 6;
      Points points = cloud(seed, 80, 1 + seed % 3);
      Clusters found = Clusters.of(points, k, RandomStream.of(seed, "clusters"));
      assertThat(found.centres()).hasSize(k);
      double inertia = 0;
      for (int i = 0; i < points.size(); i++) {
        double own = squared(points, i, found.centres().get(found.membership().get(i)));
        inertia += own;
        for (Series centre : found.centres()) {
          assertThat(own).isLessThanOrEqualTo(squared(points, i, centre));
        }
      }
      assertThat(found.inertia()).isCloseTo(inertia, within(1e-9));
      for (int c = 0; c < k; c++) {
        assertCentreIsMean(points, found, c);
      }
    }
  }

  private static double squared(Points points, int i, Series centre) {
    double sum = 0;
    for (int j = 0; j < centre.size(); j++) {
      double difference = points.get(i, j) - centre.get(j);
      sum += difference * difference;
    }
    return sum;
  }

  private static void assertCentreIsMean(Points points, Clusters found, int cluster) {
    for (int j = 0; j < points.dimension(); j++) {
      double sum = 0;
      int members = 0;
      for (int i = 0; i < points.size(); i++) {
        if (found.membership().get(i) == cluster) {
          sum += points.get(i, j);
          members++;
        }
      }
      assertThat(found.centres().get(cluster).get(j)).isCloseTo(sum / members, within(1e-12));
    }
  }

  @Test
  void sameSeedGivesTheSameBits() {
    Points points = cloud(1, 200, 3);
    assertThat(Clusters.of(points, 8, RandomStream.of(4, "clusters")))
        .isEqualTo(Clusters.of(points, 8, RandomStream.of(4, "clusters")));
  }

  @Test
  void asManyClustersAsPointsLeaveNothingOver() {
    Clusters found = Clusters.of(cloud(2, 12, 2), 12, RandomStream.of(0, "clusters"));
    assertThat(found.inertia()).isZero();
    assertThat(new HashSet<>(found.membership())).hasSize(12);
  }

  @Test
  void equalPointsCannotBeTornApart() {
    Points points = Points.of(row(1), row(1), row(2), row(2), row(2));
    Clusters found = Clusters.of(points, 4, RandomStream.of(0, "clusters"));
    assertThat(found.centres()).containsExactlyInAnyOrder(Series.of(1), Series.of(2));
    assertThatThrownBy(() -> Clusters.of(points, 6, RandomStream.of(0, "clusters")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of clusters is 6; it must lie in [1, 5]");
  }

  private static double[] row(double... values) {
    return values;
  }

  @Test
  void densityComparesPicksWithThePool() {
    Clusters clusters =
        new Clusters(
            List.of(Series.of(0), Series.of(1), Series.of(2)),
            List.of(0, 0, 0, 0, 0, 1, 1, 1, 2, 2),
            0,
            1);
    Clusters.Visits visits = clusters.visits(new Path(10, 1, List.of(0, 1, 5, 2)));
    assertThat(visits.members()).containsExactly(5, 3, 2);
    assertThat(visits.visits()).containsExactly(3, 1, 0);
    assertThat(visits.density().toArray())
        .containsExactly(new double[] {1.5, 0.25 * 10 / 3, 0}, within(1e-15));
    assertThat(visits.leastVisitedFirst()).containsExactly(2, 1, 0);
    assertThat(clusters.visits(new Path(10, 0, List.of())).leastVisitedFirst())
        .containsExactly(0, 1, 2);
  }

  @Test
  void representativesBeginAtTheCentreAndThenKeepApart() {
    Points line = Loop.line(11);
    Clusters one = Clusters.of(line, 1, RandomStream.of(0, "clusters"));
    assertThat(one.representatives(line, 0, Set.of(), 4)).containsExactly(5, 0, 10, 2);
    assertThat(one.representatives(line, 0, Set.of(5, 0), 2)).containsExactly(4, 10);
    assertThat(one.representatives(line, 0, Set.of(), 99)).hasSize(11);
    assertThatThrownBy(() -> one.representatives(line, 1, Set.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void trajectoryMeasuresStepsAndSpread() {
    Points features = Points.of(row(0, 0), row(3, 4), row(3, 0), row(0, 4), row(10, 10));
    Trajectory trajectory = Trajectory.of(features, new Path(5, 1, List.of(1, 3, 3, 0)), 2);
    assertThat(trajectory.stepLengths()).isEqualTo(Series.of(3, 0, 4));
    assertThat(trajectory.recentSpread()).isEqualTo(Series.of(0, 1.5, 0, 2));
    // numpy: sqrt(((x - x.mean(0))**2).sum(1).mean())
    assertThat(trajectory.poolSpread()).isCloseTo(5.176871642217914, within(1e-14));
    assertThat(Trajectory.of(features, new Path(5, 0, List.of()), 2).stepLengths().size()).isZero();
  }
}
