package dev.cantilever.numerics.space;

import dev.cantilever.vocabulary.reading.Series;
import java.util.Optional;

/** What became of looking for the next place to measure. */
public sealed interface SpaceProposal {

  /**
   * A place.
   *
   * @param best it
   * @param runnerUp the next best at another place: of other discrete settings, or a thousandth of
   *     the ranges away; empty where there was none
   * @param ties how many places had exactly the best value; the choice among them was drawn
   * @param evaluations how many points the acquisition function was asked for
   */
  record Found(Candidate best, Optional<Candidate> runnerUp, int ties, int evaluations)
      implements SpaceProposal {}

  /**
   * A place and what it promises.
   *
   * @param inputs its scaled inputs
   * @param value of the acquisition function there
   */
  record Candidate(Condition condition, Series inputs, double value) {}

  /**
   * Nothing is left to measure.
   *
   * @param reason a sentence with the numbers and what to do
   * @param measured how many different conditions are measured as often as they may be
   * @param failed at how many a measurement failed
   * @param refused how many a constraint refuses; 0 where they were not counted
   */
  record Exhausted(String reason, int measured, int failed, int refused) implements SpaceProposal {}
}
