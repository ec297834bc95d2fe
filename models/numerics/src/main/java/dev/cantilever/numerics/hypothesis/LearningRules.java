package dev.cantilever.numerics.hypothesis;

import dev.cantilever.numerics.policy.DropRule;
import dev.cantilever.numerics.policy.RewardRecord;
import dev.cantilever.numerics.policy.Selection;
import dev.cantilever.numerics.policy.StepReward;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Objects;
import java.util.Optional;

/**
 * How hypotheses compete.
 *
 * @param warmUp steps at which every hypothesis is tried, at least 1
 * @param selection how one is chosen afterwards
 * @param reward what it earns
 * @param drop when one is given up; empty for never
 */
public record LearningRules(
    @Doc("Steps at which every hypothesis is tried.") @Bounds(min = 1, max = 100) @Default("3")
        int warmUp,
    @Doc("How a hypothesis is chosen afterwards.") @Default("{\"kind\": \"epsilon_greedy\"}")
        Selection selection,
    @Doc("What a hypothesis earns.") @Default("\"uncertainty\"") RewardKind reward,
    @Doc("When a hypothesis is given up; never where left out.") Optional<DropRule> drop) {

  /** What a hypothesis earns. */
  public enum RewardKind {
    /**
     * 1 where the median predictive variance fell since the step before, else −1; at a step of the
     * warm-up 1 for the least of all, else 0. Only the hypothesis in use is fitted and rewarded.
     */
    UNCERTAINTY,
    /**
     * How much better it foresaw the new observation than all hypotheses together, in nats. Every
     * hypothesis is fitted and rewarded at every step.
     */
    PREDICTIVE_DENSITY
  }

  /** Three steps of warm-up, ε = 0.4, rewards by uncertainty, nothing dropped. */
  public static LearningRules standard() {
    return new LearningRules(
        3, new Selection.EpsilonGreedy(0.4), RewardKind.UNCERTAINTY, Optional.empty());
  }

  public LearningRules {
    Objects.requireNonNull(selection, "a rule of selection is needed");
    Objects.requireNonNull(reward, "a kind of reward is needed");
    if (warmUp < 1 || warmUp > 100) {
      throw new IllegalArgumentException(
          "%d steps of warm-up; between 1 and 100 are possible, 1 is needed to compare hypotheses"
              .formatted(warmUp));
    }
  }

  boolean isWarmUp(int step) {
    return step <= warmUp;
  }

  /** Whether every hypothesis is fitted at this step, and not only the one in use. */
  boolean fitsAll(int step) {
    return isWarmUp(step) || reward == RewardKind.PREDICTIVE_DENSITY;
  }

  /** The record with what a proposal earns before its observation. */
  RewardRecord rewarded(RewardRecord record, HypothesisProposal proposal) {
    if (reward == RewardKind.PREDICTIVE_DENSITY) {
      return record;
    }
    return isWarmUp(proposal.step())
        ? record.plusWarmUp(
            Series.of(proposal.trials().stream().mapToDouble(Trial::medianVariance).toArray()))
        : record.plus(proposal.hypothesis(), proposal.reward().orElseThrow());
  }

  /** The record with what a proposal earns by its observation. */
  RewardRecord rewarded(RewardRecord record, HypothesisProposal proposal, double y) {
    if (reward == RewardKind.UNCERTAINTY) {
      return record;
    }
    HypothesisProposal.Foreseen foreseen = proposal.foreseen();
    Series earned = StepReward.predictiveDensity(y, foreseen.mean(), foreseen.deviation());
    RewardRecord after = record;
    for (int i = 0; i < earned.size(); i++) {
      after = after.plus(proposal.trials().get(i).hypothesis(), earned.get(i));
    }
    return after;
  }
}
