package dev.cantilever.numerics.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

class OutcomeNoveltyTest {

  private static final JsonNode KNN = Reference.read("novelty.json").at("/cases/knn");

  @Test
  void sumsAndMeansAreThoseOfTheReference() {
    OutcomeNovelty novelty =
        OutcomeNovelty.against(
            Reference.points(KNN.get("observed_outcomes")), KNN.get("k").intValue());
    double[] sums = Reference.numbers(KNN.at("/expected/sum_of_k_nearest"));
    double[] means = Reference.numbers(KNN.at("/expected/mean_of_k_nearest"));
    double[][] drawn = Reference.matrix(KNN.get("candidate_outcome_samples"));
    for (int i = 0; i < drawn.length; i++) {
      assertThat(novelty.sumOfNearest(drawn[i])).isCloseTo(sums[i], within(1e-9));
      assertThat(novelty.meanOfNearest(drawn[i])).isCloseTo(means[i], within(1e-9));
    }
  }

  @Test
  void anExactDuplicateIsNotNewAmongOneNeighbour() {
    RandomStream stream = RandomStream.of(1, "duplicates");
    double[][] measured = RandomOutcomes.uniform(40, 3, stream);
    OutcomeNovelty novelty = OutcomeNovelty.against(Points.of(measured), 1);
    for (double[] outcome : measured) {
      assertThat(novelty.sumOfNearest(outcome)).isZero();
    }
  }

  @Test
  void everyMeasuredOutcomeCountsWhereThereAreFewerThanNeighbours() {
    OutcomeNovelty novelty = OutcomeNovelty.against(Points.of(new double[][] {{0, 3}, {4, 0}}), 10);
    assertThat(novelty.sumOfNearest(0, 0)).isEqualTo(7);
    assertThat(novelty.meanOfNearest(0, 0)).isEqualTo(3.5);
  }

  @Test
  void anotherMeasuredOutcomeNeverMakesACandidateNewer() {
    RandomStream stream = RandomStream.of(2, "more outcomes");
    for (int trial = 0; trial < 50; trial++) {
      double[][] measured = RandomOutcomes.uniform(12, 2, stream);
      double[] candidate = RandomOutcomes.uniform(1, 2, stream)[0];
      OutcomeNovelty before = OutcomeNovelty.against(Points.of(measured), 5);
      OutcomeNovelty after = before.plus(RandomOutcomes.uniform(1, 2, stream)[0]);
      assertThat(after.sumOfNearest(candidate)).isLessThanOrEqualTo(before.sumOfNearest(candidate));
    }
  }

  @Test
  void theOrderOfMeasuredOutcomesDoesNotMatter() {
    RandomStream stream = RandomStream.of(3, "order");
    double[][] measured = RandomOutcomes.uniform(30, 2, stream);
    double[] candidate = {0.4, 0.6};
    double expected = OutcomeNovelty.against(Points.of(measured), 7).sumOfNearest(candidate);
    for (int trial = 0; trial < 20; trial++) {
      Points shuffled = Points.of(measured).select(stream.distinct(30, 30));
      assertThat(OutcomeNovelty.against(shuffled, 7).sumOfNearest(candidate)).isEqualTo(expected);
    }
  }

  @Test
  void distancesBelowTheFloorCountAsNothing() {
    OutcomeNovelty novelty =
        OutcomeNovelty.against(Points.of(new double[][] {{0.0}, {1.0}, {5.0}}), 3).withFloor(1.5);
    assertThat(novelty.sumOfNearest(0)).isEqualTo(5);
    assertThat(novelty.sumOfNearest(1.5)).isEqualTo(1.5 + 3.5);
  }

  @Test
  void refusesWhatHasNoDistance() {
    OutcomeNovelty novelty = OutcomeNovelty.against(Points.of(new double[] {1, 2}), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> novelty.sumOfNearest(1, Double.NaN))
        .withMessageContaining("coordinate 1 = NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> novelty.sumOfNearest(1))
        .withMessageContaining("1 coordinates, but 2 are expected");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OutcomeNovelty.against(Points.of(), 1))
        .withMessageContaining("at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OutcomeNovelty.against(Points.of(new double[] {1e101}), 1))
        .withMessageContaining("1e100");
  }
}
