package dev.cantilever.numerics.hypothesis;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.policy.DropRule;
import dev.cantilever.numerics.policy.RewardRecord;
import dev.cantilever.numerics.policy.StepReward;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Competing hypotheses tried while measuring: the right one makes the predictive uncertainty fall
 * fastest (Ziatdinov et al., Adv. Mater. 34 (2022) 2201345, doi:10.1002/adma.202201345).
 *
 * <p>At each step of the warm-up every hypothesis is fitted; the one of least median predictive
 * variance over the pool earns 1 and says what to measure: its most uncertain candidate. Afterwards
 * one hypothesis is chosen by its mean reward at each step, fitted, rewarded by whether that
 * variance fell since the step before, and its most uncertain candidate is measured.
 *
 * <p>{@link #propose} decides, {@link #after} and {@link #observing} fold what was decided and
 * observed into the next state; neither keeps anything. A step draws from streams of its own name,
 * so that a campaign continued from its journal goes on as if it had never stopped.
 */
public final class HypothesisLearning {

  private final List<Hypothesis> hypotheses;
  private final Points pool;
  private final LearningRules rules;
  private final long seed;

  /**
   * A competition about to begin.
   *
   * @param hypotheses at least two, of different names; all with the same units, which stay the
   *     same for all steps, because variances of different steps are compared
   * @param pool all candidates, in the numbers of the core
   * @param seed of the campaign
   */
  public HypothesisLearning(
      List<Hypothesis> hypotheses, Points pool, LearningRules rules, long seed) {
    this.hypotheses = List.copyOf(hypotheses);
    this.pool = pool;
    this.rules = rules;
    this.seed = seed;
    long names = hypotheses.stream().map(Hypothesis::name).distinct().count();
    if (hypotheses.size() < 2 || names < hypotheses.size()) {
      throw new IllegalArgumentException(
          "at least two hypotheses of different names are needed, not "
              + hypotheses.stream().map(Hypothesis::name).toList());
    }
    if (hypotheses.stream().map(h -> h.surrogate().units()).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "all hypotheses must use the same units, or their variances cannot be compared");
    }
  }

  /**
   * The state before the first step.
   *
   * @param observed candidates that were measured already, at least one
   * @param y their physical observations
   */
  public HypothesisState begin(List<Integer> observed, Series y) {
    for (int candidate : observed) {
      requireCandidate(candidate);
    }
    return HypothesisState.first(observed, y, hypotheses.size());
  }

  /** Whether every candidate was observed or is closed, so that nothing can be proposed. */
  public boolean isExhausted(HypothesisState state) {
    Set<Integer> gone = new TreeSet<>(state.observed());
    gone.addAll(state.closed());
    return gone.size() >= pool.size();
  }

  /**
   * What to measure next.
   *
   * @throws IllegalArgumentException where a proposal still waits for its observation, no candidate
   *     is left, or a hypothesis is possible nowhere
   */
  public HypothesisProposal propose(HypothesisState state) {
    requireReady(state);
    int step = state.step() + 1;
    List<Integer> open = open(state);
    Trials trials = new Trials(hypotheses, pool, state, seed);
    if (rules.fitsAll(step)) {
      open.forEach(trials::of);
    }
    int chosen = rules.isWarmUp(step) ? least(trials.all()) : chosen(state, step);
    Trial own = trials.of(chosen);
    Optional<Integer> reward =
        rules.fitsAll(step)
            ? Optional.empty()
            : Optional.of(
                StepReward.uncertainty(state.uncertainties().getLast(), own.medianVariance()));
    RewardRecord rewards =
        reward.map(earned -> state.rewards().plus(chosen, earned)).orElse(state.rewards());
    List<DropRule.Dropped> dropped =
        rules.isWarmUp(step) ? List.of() : dropped(rewards, open, trials, state);
    return new HypothesisProposal(
        step,
        chosen,
        own.candidate(),
        own.medianVariance(),
        trials.all(),
        reward,
        trials.at(own.candidate()),
        dropped);
  }

  /** The state in which a proposal waits for its observation. */
  public HypothesisState after(HypothesisState state, HypothesisProposal proposal) {
    requireReady(state);
    if (proposal.step() != state.step() + 1) {
      throw new IllegalArgumentException(
          "proposal of step %d cannot follow step %d".formatted(proposal.step(), state.step()));
    }
    requireCandidate(proposal.candidate());
    return state.after(proposal, rules);
  }

  /**
   * The state once the proposed candidate was observed.
   *
   * @param y physical, finite
   */
  public HypothesisState observing(HypothesisState state, double y) {
    return state.observing(y, rules);
  }

  /** The state once the proposed candidate could not be measured: it is closed. */
  public HypothesisState failing(HypothesisState state) {
    return state.failing();
  }

  /** Every hypothesis fitted to all observations, also those that were given up. */
  public List<Trial> conclude(HypothesisState state) {
    Trials trials = new Trials(hypotheses, pool, state, seed);
    IntStream.range(0, hypotheses.size()).forEach(trials::of);
    return trials.all();
  }

  private List<DropRule.Dropped> dropped(
      RewardRecord rewards, List<Integer> open, Trials trials, HypothesisState state) {
    return rules
        .drop()
        .map(rule -> new Dropping(rule, hypotheses, open, rewards))
        .map(dropping -> dropping.apply(trials, state.failures()))
        .orElse(List.of());
  }

  private int chosen(HypothesisState state, int step) {
    return rules
        .selection()
        .choose(
            state.rewards(),
            state.dropped(),
            RandomStream.of(seed, "hypotheses/" + step + "/selection"));
  }

  private static int least(List<Trial> trials) {
    Trial least = trials.getFirst();
    for (Trial trial : trials) {
      least = trial.medianVariance() < least.medianVariance() ? trial : least;
    }
    return least.hypothesis();
  }

  private List<Integer> open(HypothesisState state) {
    return IntStream.range(0, hypotheses.size())
        .filter(h -> !state.dropped().contains(h))
        .boxed()
        .toList();
  }

  private void requireReady(HypothesisState state) {
    if (state.rewards().arms() != hypotheses.size()) {
      throw new IllegalArgumentException(
          "a state of %d hypotheses for a competition of %d"
              .formatted(state.rewards().arms(), hypotheses.size()));
    }
    if (state.pending().isPresent()) {
      throw new IllegalArgumentException(
          "candidate %d of step %d waits for its observation; observe it or let it fail first"
              .formatted(state.pending().get().candidate(), state.step()));
    }
    if (isExhausted(state)) {
      throw new IllegalArgumentException(
          "all %d candidates were observed or are closed; nothing is left to propose"
              .formatted(pool.size()));
    }
  }

  private void requireCandidate(int candidate) {
    if (candidate < 0 || candidate >= pool.size()) {
      throw new IllegalArgumentException(
          "candidate %d does not exist; the pool has %d, numbered from 0"
              .formatted(candidate, pool.size()));
    }
  }
}
