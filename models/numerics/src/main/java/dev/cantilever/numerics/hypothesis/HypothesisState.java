package dev.cantilever.numerics.hypothesis;

import dev.cantilever.numerics.policy.RewardRecord;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that a next proposal depends on; the fold of all proposals and observations so far.
 *
 * @param observed candidates in the order in which they were observed
 * @param y their physical observations
 * @param closed candidates that must not be proposed for other reasons, such as a failed
 *     measurement
 * @param rewards counts and mean rewards of the hypotheses
 * @param uncertainties median predictive variance at each step so far, under the hypothesis then in
 *     use
 * @param failures of each hypothesis, how many of its last fits in a row did not converge
 * @param dropped hypotheses that were given up
 * @param pending the proposal that waits for its observation
 */
public record HypothesisState(
    List<Integer> observed,
    Series y,
    Set<Integer> closed,
    RewardRecord rewards,
    List<Double> uncertainties,
    List<Integer> failures,
    Set<Integer> dropped,
    Optional<HypothesisProposal> pending) {

  public HypothesisState {
    observed = List.copyOf(observed);
    closed = Collections.unmodifiableSet(new TreeSet<>(closed));
    uncertainties = List.copyOf(uncertainties);
    failures = List.copyOf(failures);
    dropped = Collections.unmodifiableSet(new TreeSet<>(dropped));
    if (observed.isEmpty() || observed.size() != y.size() || !y.isFinite()) {
      throw new IllegalArgumentException(
          "%d candidates and observations %s; at least one, and one finite number for each, is"
                  .formatted(observed.size(), y)
              + " needed: leave failed measurements out");
    }
  }

  /** Before the first proposal. */
  static HypothesisState first(List<Integer> observed, Series y, int hypotheses) {
    return new HypothesisState(
        observed,
        y,
        Set.of(),
        RewardRecord.empty(hypotheses),
        List.of(),
        Collections.nCopies(hypotheses, 0),
        Set.of(),
        Optional.empty());
  }

  /** How many proposals were made. */
  public int step() {
    return uncertainties.size();
  }

  /** With a proposal that waits for its observation, its rewards and drops. */
  HypothesisState after(HypothesisProposal proposal, LearningRules rules) {
    List<Double> moreUncertainties = new ArrayList<>(uncertainties);
    moreUncertainties.add(proposal.uncertainty());
    List<Integer> nowFailures = new ArrayList<>(failures);
    for (Trial trial : proposal.trials()) {
      int before = failures.get(trial.hypothesis());
      nowFailures.set(trial.hypothesis(), trial.isConverged() ? 0 : before + 1);
    }
    Set<Integer> nowDropped = new TreeSet<>(dropped);
    proposal.dropped().forEach(one -> nowDropped.add(one.hypothesis()));
    return new HypothesisState(
        observed,
        y,
        closed,
        rules.rewarded(rewards, proposal),
        moreUncertainties,
        nowFailures,
        nowDropped,
        Optional.of(proposal));
  }

  /** With the observation of the pending proposal and what it earns. */
  HypothesisState observing(double value, LearningRules rules) {
    HypothesisProposal proposal = requirePending();
    List<Integer> more = new ArrayList<>(observed);
    more.add(proposal.candidate());
    double[] longer = Arrays.copyOf(y.toArray(), more.size());
    longer[more.size() - 1] = value;
    return continued(more, Series.of(longer), closed, rules.rewarded(rewards, proposal, value));
  }

  /** With the candidate of the pending proposal closed. */
  HypothesisState failing() {
    Set<Integer> more = new TreeSet<>(closed);
    more.add(requirePending().candidate());
    return continued(observed, y, more, rewards);
  }

  private HypothesisState continued(
      List<Integer> nowObserved, Series nowY, Set<Integer> nowClosed, RewardRecord nowRewards) {
    return new HypothesisState(
        nowObserved,
        nowY,
        nowClosed,
        nowRewards,
        uncertainties,
        failures,
        dropped,
        Optional.empty());
  }

  private HypothesisProposal requirePending() {
    return pending.orElseThrow(
        () ->
            new IllegalArgumentException(
                "no proposal waits for an observation after step " + step()));
  }

  /** The hypothesis of greatest mean reward among those in play; the first among equals. */
  public int leader() {
    int leader = -1;
    for (int h = 0; h < rewards.arms(); h++) {
      boolean better = leader < 0 || rewards.means().get(h) > rewards.means().get(leader);
      leader = !dropped.contains(h) && better ? h : leader;
    }
    return leader;
  }
}
