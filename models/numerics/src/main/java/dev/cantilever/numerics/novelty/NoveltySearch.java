package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proposes measurements that promise outcomes unlike all measured ones (BEACON: Tang, Chakrabarty
 * and Paulson, arXiv:2406.03616): learn every outcome, draw one function from each posterior, and
 * take the place whose drawn outcomes are newest. Draws carry no noise, so that noise is not taken
 * for novelty, and every member of a batch has its own, so that picks differ; later members also
 * believe that earlier ones turn out as expected. Keeps nothing between calls; equal arguments give
 * equal bits.
 */
public final class NoveltySearch {

  private final OutcomeModels models;
  private final Criterion criterion;
  private final long seed;

  /**
   * A search.
   *
   * @param models not asked where the criterion needs none
   * @param seed of the campaign
   */
  public NoveltySearch(OutcomeModels models, Criterion criterion, long seed) {
    this.models = models;
    this.criterion = criterion;
    this.seed = seed;
  }

  /**
   * What is known before a proposal.
   *
   * @param iteration 1, 2, …
   * @param inputs n × d, scaled to [0, 1]; n at least 1
   * @param outcomes n × m, each within ±1e100; m at least 1
   * @param before of the proposal before, if any
   */
  public record Known(
      int iteration, Points inputs, Points outcomes, Optional<OutcomeModels.Fitted> before) {

    public Known {
      Require.atLeast("the iteration", 1, iteration);
      Require.atLeast("the number of measured inputs", 1, inputs.size());
      Require.size("outcomes", outcomes.size(), inputs.size(), "measured inputs");
      Require.bounded("outcome", outcomes);
      before.ifPresent(last -> requireFit(last, inputs.size(), outcomes.dimension()));
    }

    private static void requireFit(OutcomeModels.Fitted last, int observations, int dimension) {
      Require.size(
          "hyper-parameter sets", last.outcomes().size(), dimension, "components of an outcome");
      Require.between(
          "the number of observations of the last fit", last.observations(), 1, observations);
    }
  }

  /** The first {@code size} places of a campaign, uniform and independent; none twice of a pool. */
  public List<Candidate> initialDesign(Candidates candidates, int size) {
    RandomStream stream = RandomStream.of(seed, "initial-design");
    List<Candidate> design = new ArrayList<>();
    Search search = Search.of(candidates, new double[0][]);
    Optional<Ranking.Result> next = size > 0 ? search.any(stream) : Optional.empty();
    while (next.isPresent()) {
      design.add(next.get().best());
      search = search.without(next.get().best());
      next = design.size() < size ? search.any(stream) : Optional.empty();
    }
    return List.copyOf(design);
  }

  /** The next batch of up to {@code size}, which is 1 in the published protocol. */
  public NoveltyProposal propose(Known known, Candidates candidates, int size) {
    Require.dimension("a candidate", candidates.dimension(), known.inputs().dimension());
    Require.atLeast("the size of a batch", 1, size);
    Streams streams = new Streams(seed, known.iteration());
    List<Scaled> outcomes = Scaled.each(known.outcomes());
    List<Learned> learned = criterion.usesModels() ? learn(known, outcomes, streams) : List.of();
    Batch batch =
        new Batch(
            criterion,
            streams,
            Beliefs.of(outcomes, learned),
            Search.of(candidates, Neighbours.rows(known.inputs())),
            known.inputs());
    Optional<OutcomeModels.Fitted> fitted =
        learned.isEmpty()
            ? known.before()
            : Optional.of(OutcomeModels.fitted(known.inputs().size(), learned, known.before()));
    return new NoveltyProposal(batch.choose(size), learned, fitted);
  }

  private List<Learned> learn(Known known, List<Scaled> outcomes, Streams streams) {
    List<Observations> each =
        outcomes.stream()
            .map(one -> new Observations(known.inputs(), one.values(), Optional.empty()))
            .toList();
    return models.learn(each, known.before(), streams);
  }
}
