package dev.cantilever.numerics.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.Points;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Coverage of the outcomes of {@link ClusterFunction}, against what was published for it. */
class ClusterBenchmarkTest {

  private static final JsonNode PUBLISHED =
      Reference.cases("published_anchors.json")
          .filter(one -> one.get("id").asText().equals("novelty_cluster"))
          .findFirst()
          .orElseThrow()
          .get("expected");

  private static final Candidates.Box BOX = Candidates.Box.of(ClusterFunction.INPUTS);

  private static final int REPLICATES = 10;

  @Test
  void findsMoreOutcomesThanChanceWithinEightyMeasurements() {
    Candidates.Box quick = new Candidates.Box(ClusterFunction.INPUTS, 32, 4, 8, 1e-3);
    Points found = ClusterFunction.campaign(new Criterion.OutcomeDraws(3), quick, 70, 1);
    Points byChance = ClusterFunction.campaign(new Criterion.Random(), quick, 70, 1);
    assertThat(ClusterFunction.coverage(found, 80))
        .isGreaterThan(1.25 * ClusterFunction.coverage(byChance, 80));
  }

  /** Published means after 500 proposals: 0.337 for random points, 0.348 for Sobol points. */
  @Tag("long")
  @Test
  void pointsWithoutAModelCoverWhatWasPublished() {
    assertThat(mean(finals(new Criterion.Random()))).isCloseTo(published("random"), within(0.03));
    assertThat(mean(finals(new Criterion.SobolSequence())))
        .isCloseTo(published("sobol"), within(0.03));
  }

  /** The published mean is 0.735 after 500 proposals, and half of its replicates stall at 0.5. */
  @Tag("long")
  @Test
  void coversNearlyAllOutcomesInEveryReplicate() {
    double[] finals = finals(new Criterion.OutcomeDraws(3));
    assertThat(mean(finals)).isGreaterThanOrEqualTo(0.85).isGreaterThan(published("beacon"));
    assertThat(Arrays.stream(finals).min().orElseThrow()).isGreaterThanOrEqualTo(0.6);
  }

  private static double published(String method) {
    JsonNode means = PUBLISHED.at("/" + method + "/mean");
    return means.get(means.size() - 1).doubleValue();
  }

  private static double[] finals(Criterion criterion) {
    return LongStream.rangeClosed(1, REPLICATES)
        .mapToDouble(seed -> replicate(criterion, seed))
        .toArray();
  }

  private static double replicate(Criterion criterion, long seed) {
    Points outcomes = ClusterFunction.campaign(criterion, BOX, 500, seed);
    System.out.printf(
        Locale.ROOT,
        "%s, seed %d: coverage after 50, 100, 200, 300, 500 proposals %.2f %.2f %.2f %.2f %.2f%n",
        criterion,
        seed,
        ClusterFunction.coverage(outcomes, 60),
        ClusterFunction.coverage(outcomes, 110),
        ClusterFunction.coverage(outcomes, 210),
        ClusterFunction.coverage(outcomes, 310),
        ClusterFunction.coverage(outcomes, 510));
    return ClusterFunction.coverage(outcomes, 510);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
