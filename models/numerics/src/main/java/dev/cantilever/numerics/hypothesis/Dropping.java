package dev.cantilever.numerics.hypothesis;

import dev.cantilever.numerics.policy.DropRule;
import dev.cantilever.numerics.policy.RewardRecord;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The drop rule at one step. Evidence is compared on the same observations, so that where rewards
 * alone would drop a hypothesis all of them are fitted; else only those are judged by evidence that
 * were fitted anyway.
 *
 * @param open hypotheses in play, ascending
 * @param rewards of all hypotheses, this step included
 */
record Dropping(
    DropRule rule, List<Hypothesis> hypotheses, List<Integer> open, RewardRecord rewards) {

  List<DropRule.Dropped> apply(Trials trials, List<Integer> failuresBefore) {
    if (open.stream().anyMatch(this::isBehindByReward)) {
      open.forEach(trials::of);
    }
    TreeMap<Integer, Trial> fitted = new TreeMap<>();
    trials.all().forEach(trial -> fitted.put(trial.hypothesis(), trial));
    List<DropRule.Standing> standings =
        open.stream()
            .map(h -> standing(h, Optional.ofNullable(fitted.get(h)), failuresBefore.get(h)))
            .toList();
    return rule.apply(standings).stream()
        .map(one -> new DropRule.Dropped(open.get(one.hypothesis()), one.reason()))
        .toList();
  }

  private DropRule.Standing standing(int hypothesis, Optional<Trial> trial, int failuresBefore) {
    int failures =
        trial.map(known -> known.isConverged() ? 0 : failuresBefore + 1).orElse(failuresBefore);
    return new DropRule.Standing(
        hypotheses.get(hypothesis).name(),
        failures,
        rewards.counts().get(hypothesis),
        rewards.means().get(hypothesis),
        trial.map(known -> known.evidence().log()));
  }

  private boolean isBehindByReward(int hypothesis) {
    double best = Double.NEGATIVE_INFINITY;
    for (int h : open) {
      best = Math.max(best, rewards.means().get(h));
    }
    return rewards.counts().get(hypothesis) >= rule.count()
        && best - rewards.means().get(hypothesis) >= rule.rewardGap();
  }
}
