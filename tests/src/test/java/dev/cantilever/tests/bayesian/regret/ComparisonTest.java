package dev.cantilever.tests.bayesian.regret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twenty seeds whose peers' values are 0 to 19, and one budget. */
class ComparisonTest {

  private static final int SEEDS = 20;

  private static Comparison against(IntToDoubleFunction ours) {
    ObjectNode peer = new ObjectMapper().createObjectNode();
    peer.putObject("problem").put("n_start", 1).put("n_total", 2);
    ObjectNode runs = peer.putObject("runs");
    for (int seed = 0; seed < SEEDS; seed++) {
      runs.putObject("" + seed).putArray("best").add(0).add(seed);
    }
    List<double[]> curves =
        IntStream.range(0, SEEDS).mapToObj(s -> new double[] {0, ours.applyAsDouble(s)}).toList();
    return new Comparison(curves, peer, "best", true);
  }

  /** The medians of 20 draws scatter by far more than a tenth, but the seeds are paired. */
  @Test
  void aSmallStepOnEverySeedIsNoChance() {
    assertThat(against(seed -> seed - 0.1).clearlyWorse()).isEqualTo(1);
    assertThat(against(seed -> seed - 0.1).clearlyBetter()).isZero();
    assertThat(against(seed -> seed + 0.1).clearlyBetter()).isEqualTo(1);
    assertThat(against(seed -> seed).clearlyWorse()).isZero();
  }

  /** By hand: the medians are 9.0 and 9.5. */
  @Test
  void aWorseMedianByOneSeedAmongManyIsChance() {
    Comparison comparison = against(seed -> seed == 10 ? 9 : seed);
    assertThat(comparison.worse()).isEqualTo(1);
    assertThat(comparison.clearlyWorse()).isZero();
  }
}
