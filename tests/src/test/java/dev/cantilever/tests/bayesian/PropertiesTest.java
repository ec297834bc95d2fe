package dev.cantilever.tests.bayesian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.pareto.Front;
import dev.cantilever.numerics.pareto.Hypervolume;
import dev.cantilever.numerics.pareto.ReferencePoint;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.search.Choice;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.tests.figures.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Laws that hold for all data, over many random cases; the seed of a failing one is printed. */
class PropertiesTest {

  private static final int CASES = 300;
  private static final double ROW_ORDER = 1e-9;

  private static int laws;
  private static double farthest;

  @AfterAll
  static void recordsWhatHeld() {
    Figures.atLeast(
        "bayesian-core-3",
        "laws that held in %d random cases each; row order moved a posterior by %.0e"
            .formatted(CASES, farthest),
        laws,
        "of 5",
        5,
        "0-" + (CASES - 1));
  }

  @Test
  void varianceIsNeverNegativeAndNeverAboveThePrior() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomStream stream = RandomStream.of(seed, "variance");
      Case one = Case.draw(stream);
      Moments there = one.process(one.order()).at(one.pool());
      double prior = one.kernel().variances(one.pool())[0];
      for (int i = 0; i < one.pool().size(); i++) {
        assertThat(there.variance().get(i))
            .as("variance, seed %d", seed)
            .isBetween(0.0, prior * (1 + 1e-12));
      }
    }
    laws++;
  }

  @Test
  void posteriorDoesNotDependOnTheOrderOfItsObservations() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomStream stream = RandomStream.of(seed, "row-order");
      Case one = Case.draw(stream);
      int[] shuffled = stream.distinct(one.order().length, one.order().length);
      Moments given = one.process(one.order()).at(one.pool());
      Moments otherwise = one.process(shuffled).at(one.pool());
      double worst = 0;
      for (int i = 0; i < one.pool().size(); i++) {
        worst = Math.max(worst, Math.abs(given.mean().get(i) - otherwise.mean().get(i)));
        worst = Math.max(worst, Math.abs(given.variance().get(i) - otherwise.variance().get(i)));
      }
      farthest = Math.max(farthest, worst);
      assertThat(worst).as("row order, seed %d", seed).isLessThanOrEqualTo(ROW_ORDER);
    }
    laws++;
  }

  @Test
  void oneMoreObservationNeverRaisesAVariance() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomStream stream = RandomStream.of(seed, "more");
      Case one = Case.draw(stream);
      GaussianProcess before = one.process(one.order());
      Points place = Points.of(Case.row(one.pool().dimension(), stream));
      Moments after = before.plus(place, stream.nextNormal(), 1e-3).at(one.pool());
      Moments earlier = before.at(one.pool());
      for (int i = 0; i < one.pool().size(); i++) {
        assertThat(after.variance().get(i))
            .as("more, seed %d", seed)
            .isLessThanOrEqualTo(earlier.variance().get(i) + 1e-10);
      }
    }
    laws++;
  }

  @Test
  void membersOfABatchAreDistinctAndNew() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomProposals.Proposed one = RandomProposals.of(seed);
      List<Integer> members = one.proposal().choices().stream().map(Choice::candidate).toList();
      assertThat(members).as("batch, seed %d", seed).doesNotHaveDuplicates().isNotEmpty();
      assertThat(members).doesNotContainAnyElementsOf(one.observed());
    }
    laws++;
  }

  @Test
  void hypervolumeNeverShrinksByOneMoreOutcome() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomStream stream = RandomStream.of(seed, "hypervolume");
      int objectives = 2 + stream.nextInt(4);
      double[][] outcomes =
          IntStream.range(0, 3 + stream.nextInt(15))
              .mapToObj(i -> Case.row(objectives, stream))
              .toArray(double[][]::new);
      ReferencePoint corner = ReferencePoint.of(Case.row(objectives, stream));
      double before = 0;
      for (int count = 1; count <= outcomes.length; count++) {
        double now = Hypervolume.of(Front.of(Arrays.copyOf(outcomes, count)), corner);
        assertThat(now).as("hypervolume, seed %d", seed).isGreaterThanOrEqualTo(before - 1e-14);
        before = now;
      }
    }
    laws++;
  }
}
