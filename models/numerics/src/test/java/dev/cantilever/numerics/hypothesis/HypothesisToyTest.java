package dev.cantilever.numerics.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.vocabulary.reading.Series;
import org.junit.jupiter.api.Test;

/** The published toy: which of three piecewise forms is x⁴ below 1.6 and x^2.5 above? */
class HypothesisToyTest {

  private static final JsonNode TOY =
      Reference.cases("published_anchors.json")
          .filter(one -> one.get("id").asText().equals("hypothesis_toy"))
          .findFirst()
          .orElseThrow();

  /** The true form is the last. */
  private static final int TRUE_FORM = 2;

  private static final int STEPS = 15;

  private static HypothesisState run(InferenceSettings settings) {
    RandomStream noise = RandomStream.of(1, "noise");
    double[] y = new double[Toys.POOL.size()];
    for (int i = 0; i < y.length; i++) {
      double x = Toys.POOL.get(i, 0);
      y[i] = StrictMath.pow(x, x < 1.6 ? 4 : 2.5) + 0.2 * noise.nextNormal();
    }
    HypothesisLearning learning =
        new HypothesisLearning(Toys.piecewise(settings), Toys.POOL, LearningRules.standard(), 1);
    HypothesisState state =
        learning.begin(
            Reference.indices(TOY.get("seed_indices")),
            Series.of(Reference.numbers(TOY.get("seed_y"))));
    for (int step = 0; step < STEPS; step++) {
      HypothesisProposal proposal = learning.propose(state);
      state = learning.observing(learning.after(state, proposal), y[proposal.candidate()]);
    }
    return state;
  }

  @Test
  void trueFormEarnsTheHighestMeanReward() {
    InferenceSettings quick =
        new InferenceSettings(SamplerSettings.of(40, 40), new RestartRule(2, 0), 20);
    HypothesisState state = run(quick);
    assertThat(state.leader()).isEqualTo(TRUE_FORM);
    assertThat(state.rewards().counts().stream().mapToInt(n -> n).sum()).isEqualTo(3 * 3 + 12);
  }
}
