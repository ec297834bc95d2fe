package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.random.Sobol;
import dev.cantilever.numerics.surrogate.FunctionDraw;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the members of a batch one after another, before any of them is measured. */
final class Batch {

  private final Criterion criterion;
  private final Streams streams;
  private Beliefs beliefs;
  private Search search;
  private Points inputs;

  /**
   * A batch about to be chosen.
   *
   * @param beliefs of nothing for criteria that need no surrogate
   * @param inputs measured so far
   */
  Batch(Criterion criterion, Streams streams, Beliefs beliefs, Search search, Points inputs) {
    this.criterion = criterion;
    this.streams = streams;
    this.beliefs = beliefs;
    this.search = search;
    this.inputs = inputs;
  }

  /** Up to {@code size} members, all at different places. */
  List<NoveltyChoice> choose(int size) {
    List<NoveltyChoice> chosen = new ArrayList<>();
    Optional<NoveltyChoice> next = next(0);
    while (next.isPresent()) {
      chosen.add(next.get());
      next = chosen.size() < size ? next(chosen.size()) : Optional.empty();
    }
    return List.copyOf(chosen);
  }

  private Optional<NoveltyChoice> next(int member) {
    List<FunctionDraw> draws =
        criterion instanceof Criterion.OutcomeDraws ? beliefs.draws(streams, member) : List.of();
    return found(draws, streams.of("search/" + member)).map(result -> take(result, draws));
  }

  private Optional<Ranking.Result> found(List<FunctionDraw> draws, RandomStream stream) {
    return switch (criterion) {
      case Criterion.OutcomeDraws outcome ->
          search.best(beliefs.novelty(draws, outcome.neighbours()), stream);
      case Criterion.MaximumVariance variance -> search.best(beliefs.variance(), stream);
      case Criterion.InputNovelty input -> search.best(inputNovelty(input.neighbours()), stream);
      case Criterion.Random random -> search.any(stream);
      case Criterion.SobolSequence sobol -> search.nearest(sobolPoint(), stream);
    };
  }

  private Valuation inputNovelty(int neighbours) {
    Neighbours measured = new Neighbours(inputs, neighbours, 0);
    return places -> {
      double[] values = new double[places.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = measured.sum(places.row(i));
      }
      return values;
    };
  }

  /** One sequence for the whole campaign, of which every measured input took one point. */
  private double[] sobolPoint() {
    int next = inputs.size();
    return Sobol.scrambled(inputs.dimension(), RandomStream.of(streams.seed(), "novelty/sobol"))
        .points(next + 1)[next];
  }

  private NoveltyChoice take(Ranking.Result result, List<FunctionDraw> draws) {
    Points one = Points.of(result.best().inputs().toArray());
    Series drawn = beliefs.drawn(draws, one);
    NoveltyChoice choice =
        new NoveltyChoice(
            result.best(),
            result.runnerUp(),
            result.ties(),
            beliefs.means(one),
            beliefs.deviations(one),
            drawn);
    beliefs = beliefs.believing(one);
    search = search.without(result.best());
    inputs = inputs.plus(one);
    return choice;
  }
}
