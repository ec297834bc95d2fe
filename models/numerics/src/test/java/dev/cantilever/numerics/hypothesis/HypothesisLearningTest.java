package dev.cantilever.numerics.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.hypothesis.LearningRules.RewardKind;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.policy.DropRule;
import dev.cantilever.numerics.policy.Selection;
import dev.cantilever.numerics.structured.StructuredSurrogate;
import dev.cantilever.numerics.structured.Units;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HypothesisLearningTest {

  private static final Points POOL = Toys.grid(21, 2);
  private static final List<Hypothesis> HYPOTHESES =
      List.of(Toys.quick("line", "a*x"), Toys.quick("square", "a*x^2"), Toys.quick("level", "a"));

  private static LearningRules rules(RewardKind reward, Optional<DropRule> drop) {
    return new LearningRules(2, new Selection.EpsilonGreedy(0.4), reward, drop);
  }

  private static HypothesisLearning learning(LearningRules rules) {
    return new HypothesisLearning(HYPOTHESES, POOL, rules, 5);
  }

  private static HypothesisLearning published() {
    return learning(rules(RewardKind.UNCERTAINTY, Optional.empty()));
  }

  private static HypothesisState begin(HypothesisLearning learning) {
    return learning.begin(List.of(0, 10), Series.of(truth(0), truth(10)));
  }

  /** x² without noise. */
  private static double truth(int candidate) {
    return POOL.get(candidate, 0) * POOL.get(candidate, 0);
  }

  private static HypothesisState step(HypothesisLearning learning, HypothesisState state) {
    HypothesisProposal proposal = learning.propose(state);
    return learning.observing(learning.after(state, proposal), truth(proposal.candidate()));
  }

  private static HypothesisState steps(HypothesisLearning learning, int count) {
    HypothesisState state = begin(learning);
    for (int i = 0; i < count; i++) {
      state = step(learning, state);
    }
    return state;
  }

  @Test
  void warmUpTriesAllAndMeasuresForTheLeastUncertain() {
    HypothesisLearning learning = published();
    HypothesisState state = begin(learning);
    HypothesisProposal proposal = learning.propose(state);
    assertThat(proposal.step()).isEqualTo(1);
    assertThat(proposal.trials()).extracting(Trial::hypothesis).containsExactly(0, 1, 2);
    Trial own = proposal.trials().get(proposal.hypothesis());
    assertThat(proposal.trials()).allMatch(trial -> trial.medianVariance() >= own.medianVariance());
    assertThat(proposal.uncertainty()).isEqualTo(own.medianVariance());
    assertThat(proposal.candidate()).isEqualTo(own.candidate());
    HypothesisState after = learning.after(state, proposal);
    assertThat(after.rewards().counts()).containsExactly(1, 1, 1);
    assertThat(after.rewards().means().get(proposal.hypothesis())).isEqualTo(1);
    assertThat(after.pending()).contains(proposal);
  }

  @Test
  void afterTheWarmUpOnlyTheChosenIsFittedAndRewardedByItsVarianceAgainstTheStepBefore() {
    HypothesisLearning learning = published();
    HypothesisState state = steps(learning, 2);
    for (int i = 0; i < 8; i++) {
      HypothesisProposal proposal = learning.propose(state);
      HypothesisState after = learning.after(state, proposal);
      int h = proposal.hypothesis();
      assertThat(proposal.trials()).extracting(Trial::hypothesis).containsExactly(h);
      int expected = proposal.uncertainty() < state.uncertainties().getLast() ? 1 : -1;
      assertThat(proposal.reward()).contains(expected);
      assertThat(after.rewards()).isEqualTo(state.rewards().plus(h, expected));
      state = learning.observing(after, truth(proposal.candidate()));
    }
    assertThat(state.uncertainties()).hasSize(10);
    assertThat(state.observed()).doesNotHaveDuplicates().hasSize(12);
  }

  /** Under a process the most uncertain place is far from all observations. */
  @Test
  void theMostUncertainOpenCandidateIsProposed() {
    HypothesisLearning learning = published();
    HypothesisProposal proposal = learning.propose(begin(learning));
    assertThat(proposal.candidate()).isEqualTo(20);
    HypothesisState failed = learning.failing(learning.after(begin(learning), proposal));
    assertThat(failed.closed()).containsExactly(20);
    assertThat(failed.observed()).containsExactly(0, 10);
    assertThat(learning.propose(failed).candidate()).isEqualTo(19);
  }

  @Test
  void aCampaignContinuedFromItsStateGoesOnAsIfItHadNeverStopped() {
    HypothesisState whole = steps(published(), 5);
    HypothesisState state = steps(published(), 3);
    state = step(published(), state);
    state = step(published(), state);
    assertThat(state).isEqualTo(whole);
    assertThat(new HypothesisLearning(HYPOTHESES, POOL, LearningRules.standard(), 6).propose(whole))
        .isNotEqualTo(published().propose(whole));
  }

  @Test
  void predictiveDensityRewardsEveryHypothesisByWhatItForesaw() {
    HypothesisLearning learning = learning(rules(RewardKind.PREDICTIVE_DENSITY, Optional.empty()));
    HypothesisState state = begin(learning);
    HypothesisProposal proposal = learning.propose(state);
    assertThat(proposal.foreseen().mean().size()).isEqualTo(3);
    HypothesisState waiting = learning.after(state, proposal);
    assertThat(waiting.rewards().counts()).containsExactly(0, 0, 0);
    double y = truth(proposal.candidate());
    HypothesisState observed = learning.observing(waiting, y);
    assertThat(observed.rewards().counts()).containsExactly(1, 1, 1);
    double[] density = new double[3];
    double sum = 0;
    for (int h = 0; h < 3; h++) {
      double sigma = proposal.foreseen().deviation().get(h);
      double z = (y - proposal.foreseen().mean().get(h)) / sigma;
      density[h] = StrictMath.exp(-0.5 * z * z) / sigma;
      sum += density[h] / 3;
    }
    for (int h = 0; h < 3; h++) {
      assertThat(observed.rewards().means().get(h))
          .isCloseTo(StrictMath.log(density[h] / sum), within(1e-9));
    }
    assertThat(steps(learning, 6).leader()).as("the square").isEqualTo(1);
  }

  @Test
  void aHypothesisBehindInRewardAndEvidenceIsDroppedAndNoLongerTried() {
    DropRule strict = new DropRule(2, 4, 0.5, 3);
    HypothesisLearning learning =
        learning(rules(RewardKind.PREDICTIVE_DENSITY, Optional.of(strict)));
    HypothesisState state = begin(learning);
    List<DropRule.Dropped> dropped = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      HypothesisProposal proposal = learning.propose(state);
      assertThat(proposal.trials()).hasSize(3 - state.dropped().size());
      dropped.addAll(proposal.dropped());
      state = learning.observing(learning.after(state, proposal), truth(proposal.candidate()));
    }
    assertThat(dropped).hasSize(1);
    assertThat(dropped.getFirst().reason()).contains("its log evidence");
    assertThat(state.dropped()).containsExactly(dropped.getFirst().hypothesis());
    assertThat(state.dropped()).doesNotContain(1); // the square is true
    assertThat(learning.conclude(state)).extracting(Trial::hypothesis).containsExactly(0, 1, 2);
  }

  /** Where only one is fitted at a step, all are before one is dropped: evidence of equal data. */
  @Test
  void evidenceIsComparedOnTheSameObservations() {
    DropRule eager = new DropRule(2, 1, 0, 0);
    HypothesisLearning learning = learning(rules(RewardKind.UNCERTAINTY, Optional.of(eager)));
    HypothesisProposal proposal = learning.propose(steps(learning, 2));
    assertThat(proposal.trials()).hasSize(3);
    assertThat(proposal.reward()).isPresent();
    assertThat(proposal.dropped()).isNotEmpty();
  }

  @Test
  void evidenceOfTheTrueFormIsTheGreatest() {
    HypothesisLearning learning = published();
    List<Trial> trials = learning.conclude(steps(learning, 4));
    double square = trials.get(1).evidence().log();
    assertThat(square).isGreaterThan(trials.get(0).evidence().log());
    assertThat(square).isGreaterThan(trials.get(2).evidence().log());
    assertThat(trials.get(1).parameters().getFirst().name()).isEqualTo("a");
    assertThat(trials.get(1).parameters().getFirst().posterior().mean()).isCloseTo(1, within(0.2));
  }

  @Test
  void refusesWhatCannotFollow() {
    HypothesisLearning learning = published();
    HypothesisState state = begin(learning);
    HypothesisProposal proposal = learning.propose(state);
    HypothesisState waiting = learning.after(state, proposal);
    assertThatThrownBy(() -> learning.propose(waiting))
        .hasMessageContaining("candidate 20 of step 1 waits for its observation");
    assertThatThrownBy(() -> learning.observing(state, 1))
        .hasMessageContaining("no proposal waits");
    assertThatThrownBy(() -> learning.observing(waiting, Double.NaN))
        .hasMessageContaining("leave failed measurements out");
    HypothesisState next = learning.observing(waiting, 4);
    assertThatThrownBy(() -> learning.after(next, proposal))
        .hasMessageContaining("proposal of step 1 cannot follow step 1");
    assertThatThrownBy(() -> learning.begin(List.of(21), Series.of(1)))
        .hasMessageContaining("candidate 21 does not exist");
    HypothesisLearning tiny =
        new HypothesisLearning(HYPOTHESES, Toys.grid(2, 2), LearningRules.standard(), 1);
    HypothesisState full = tiny.begin(List.of(0, 1), Series.of(1, 2));
    assertThat(tiny.isExhausted(full)).isTrue();
    assertThatThrownBy(() -> tiny.propose(full)).hasMessageContaining("nothing is left to propose");
  }

  @Test
  void refusesHypothesesThatCannotBeCompared() {
    Hypothesis line = HYPOTHESES.getFirst();
    StructuredSurrogate surrogate = line.surrogate();
    Hypothesis otherUnit =
        new Hypothesis(
            "millivolt",
            surrogate.in(new Units(surrogate.units().inputs(), new Standardisation(0, 1000))));
    LearningRules rules = LearningRules.standard();
    assertThatThrownBy(() -> new HypothesisLearning(List.of(line), POOL, rules, 1))
        .hasMessageContaining("at least two hypotheses of different names");
    assertThatThrownBy(() -> new HypothesisLearning(List.of(line, line), POOL, rules, 1))
        .hasMessageContaining("at least two hypotheses of different names");
    assertThatThrownBy(() -> new HypothesisLearning(List.of(line, otherUnit), POOL, rules, 1))
        .hasMessageContaining("must use the same units");
  }

  @Test
  void aHypothesisThatIsPossibleNowhereIsNamed() {
    Hypothesis pole = Toys.quick("pole", "a/x");
    HypothesisLearning learning =
        new HypothesisLearning(
            List.of(HYPOTHESES.getFirst(), pole), POOL, LearningRules.standard(), 1);
    HypothesisState state = learning.begin(List.of(0), Series.of(1));
    assertThatThrownBy(() -> learning.propose(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hypothesis pole cannot be fitted");
  }
}
