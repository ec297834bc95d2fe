package dev.cantilever.numerics.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.kernel.Points;
import org.junit.jupiter.api.Test;

/** Coverage of the outcomes of {@link ClusterFunction} within few measurements. */
class ClusterBenchmarkTest {

  @Test
  void findsMoreOutcomesThanChanceWithinEightyMeasurements() {
    Candidates.Box quick = new Candidates.Box(ClusterFunction.INPUTS, 32, 4, 8, 1e-3);
    Points found = ClusterFunction.campaign(new Criterion.OutcomeDraws(3), quick, 70, 1);
    Points byChance = ClusterFunction.campaign(new Criterion.Random(), quick, 70, 1);
    assertThat(ClusterFunction.coverage(found, 80))
        .isGreaterThan(1.25 * ClusterFunction.coverage(byChance, 80));
  }
}
