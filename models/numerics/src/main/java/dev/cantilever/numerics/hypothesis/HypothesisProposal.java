package dev.cantilever.numerics.hypothesis;

import dev.cantilever.numerics.policy.DropRule;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

/**
 * What to measure next, for which hypothesis, and everything that follows for the state: an event.
 *
 * @param step 1, 2, …
 * @param hypothesis whose most uncertain candidate is to be measured
 * @param candidate its number in the pool
 * @param uncertainty median predictive variance over the pool under that hypothesis
 * @param trials the hypotheses that were fitted, in ascending order
 * @param reward of the hypothesis by uncertainty; empty in the warm-up and where rewards wait for
 *     the observation
 * @param foreseen what each of {@code trials} predicts of the observation at the candidate
 * @param dropped hypotheses given up at this step
 */
public record HypothesisProposal(
    int step,
    int hypothesis,
    int candidate,
    double uncertainty,
    List<Trial> trials,
    Optional<Integer> reward,
    Foreseen foreseen,
    List<DropRule.Dropped> dropped) {

  /**
   * Predictions of one observation, noise included; one of each for each trial.
   *
   * @param mean physical
   * @param deviation physical
   */
  public record Foreseen(Series mean, Series deviation) {}

  public HypothesisProposal {
    trials = List.copyOf(trials);
    dropped = List.copyOf(dropped);
    if (step < 1 || foreseen.mean().size() != trials.size()) {
      throw new IllegalArgumentException(
          "a proposal of step %d with %d trials and %d predictions; steps count from 1, and each"
                  .formatted(step, trials.size(), foreseen.mean().size())
              + " trial has one prediction");
    }
  }
}
