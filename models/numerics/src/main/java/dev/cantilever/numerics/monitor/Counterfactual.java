package dev.cantilever.numerics.monitor;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What another scalariser would have made of the same measurements: the path is kept, targets are
 * taken anew from the stored readings, and at every step a proposer is asked where it would have
 * gone (Liu et al., Patterns 4 (2023) 100858, doi:10.1016/j.patter.2023.100858). The path after a
 * disagreement stays the actual one, so this says what the data up to there suggested, not how the
 * other campaign would have ended.
 *
 * @param targets one per pick, the seeds first
 * @param turns one per step
 */
public record Counterfactual(Series targets, List<Turn> turns) {

  public Counterfactual {
    turns = List.copyOf(turns);
  }

  /**
   * One step.
   *
   * @param step from 1
   * @param actual the member that was measured
   * @param wouldBe the member that would have been
   * @param learned what the refitted model said of the pool, where the proposer tells
   */
  public record Turn(int step, int actual, int wouldBe, Optional<PoolPrediction> learned) {}

  /** Where to go next, given what was measured; must be a function of its arguments alone. */
  @FunctionalInterface
  public interface Proposer {

    /**
     * The proposal at a step.
     *
     * @param step from 1
     * @param observed members measured before, in order
     * @param targets theirs
     */
    Answer next(int step, List<Integer> observed, Series targets);
  }

  /** A proposal, and what the model behind it says of the pool where that is wanted. */
  public record Answer(int candidate, Optional<PoolPrediction> learned) {

    public static Answer of(int candidate) {
      return new Answer(candidate, Optional.empty());
    }
  }

  /**
   * Along a path.
   *
   * @param readings one per pick, the seeds first
   * @param scalariser the other one; finite for every reading
   * @param proposer asked once per step with everything before that step
   */
  public static <R> Counterfactual of(
      Path path, List<R> readings, ToDoubleFunction<? super R> scalariser, Proposer proposer) {
    Require.size("stored readings", readings.size(), path.picks().size(), "one per pick");
    Series targets = Series.of(readings.stream().mapToDouble(scalariser).toArray());
    Require.bounded("target", targets);
    List<Turn> turns = new ArrayList<>();
    for (int step = 1; step <= path.steps(); step++) {
      int known = path.seeds() + step - 1;
      Answer answer = proposer.next(step, path.picks().subList(0, known), first(targets, known));
      Require.between("proposed member", answer.candidate(), 0, path.poolSize() - 1);
      turns.add(new Turn(step, path.picks().get(known), answer.candidate(), answer.learned()));
    }
    return new Counterfactual(targets, turns);
  }

  /** Share of the steps at which both go to the same member; none where there was no step. */
  public Optional<Double> agreement() {
    long same = turns.stream().filter(turn -> turn.actual() == turn.wouldBe()).count();
    return turns.isEmpty() ? Optional.empty() : Optional.of((double) same / turns.size());
  }

  /** What the refitted models said, step by step, as far as the proposer told. */
  public List<PoolPrediction> learned() {
    return turns.stream().flatMap(turn -> turn.learned().stream()).toList();
  }

  private static Series first(Series values, int count) {
    return Series.of(Arrays.copyOf(values.toArray(), count));
  }
}
